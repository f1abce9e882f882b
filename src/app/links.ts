/** Whether a line from a link may run by itself: a link can only read. */
import type { CommandRegistry } from '../os/registry.ts';
import type { Command, Word } from '../syntax/ast.ts';
import { parse } from '../syntax/parse.ts';

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
