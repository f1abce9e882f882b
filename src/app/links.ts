/** What a link may bring to the prompt, and whether it may run by itself: a link can only read. */
import type { CommandRegistry } from '../os/registry.ts';
import type { Command, Word } from '../syntax/ast.ts';
import { parse } from '../syntax/parse.ts';

/** Characters of a linked line. */
export const LINK_LENGTH = 500;

/** A linked line, or why there is none. */
export type LinkedLine = { readonly line: string } | { readonly refused: string };

const unassigned = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;

/** The line in a fragment such as `#cat%20jobs/*`; undefined for an empty one. */
export const readLink = (fragment: string): LinkedLine | undefined => {
  const encoded = fragment.replace(/^#/, '');
  if (encoded === '') return undefined;
  let line: string;
  try {
    line = decodeURIComponent(encoded);
  } catch {
    return { refused: 'the link is not well-formed' };
  }
  if (line.length > LINK_LENGTH) return { refused: `the link is longer than ${LINK_LENGTH} characters` };
  if (unassigned.test(line)) return { refused: 'the link holds characters that do not belong on a command line' };
  return line.trim() === '' ? undefined : { line };
};

/** The fragment that brings `line` to the prompt. */
export const writeLink = (line: string): string =>
  `#${encodeURIComponent(line).replaceAll('%2F', '/').replaceAll('%2A', '*').replaceAll('%2C', ',')}`;

/** A word without expansions, so that what is shown is what runs; patterns are the file system's business. */
const isPlain = (word: Word): boolean =>
  word.parts.every(
    (part) =>
      part.type === 'literal' || part.type === 'quoted' || (part.type === 'double' && part.parts.every((inner) => inner.type === 'quoted')),
  );

const literalName = (word: Word | undefined): string =>
  word?.parts.length === 1 && word.parts[0]?.type === 'literal' ? word.parts[0].text : '';

/** The command's name, when it is a simple one of plain words and nothing else. */
const nameOf = (command: Command): string =>
  command.type === 'simple' && command.assignments.length === 0 && command.redirects.length === 0 && command.words.every(isPlain)
    ? literalName(command.words[0])
    : '';

/** Whether each command of the line only prints from the résumé and ends by itself; then a link may run it. */
export const isLinkable = async (line: string, commands: CommandRegistry): Promise<boolean> => {
  const result = parse(line);
  if (result.status !== 'complete' || result.script.lists.length !== 1) return false;
  const [list] = result.script.lists;
  if (!list || list.background || list.rest.length > 0 || list.first.negated || list.first.timed) return false;
  for (const command of list.first.commands) {
    const name = nameOf(command);
    if (name === '' || !(await commands.find(name))?.linkable) return false;
  }
  return true;
};
