/** Decides whether a line from a link can run by itself: only if it just reads, and ends. */
import type { Command } from '../os/command.ts';
import { OptionError } from '../os/failure.ts';
import { parseArguments } from '../os/options.ts';
import { resolvePath } from '../os/path.ts';
import type { CommandRegistry } from '../os/registry.ts';
import type { Command as Node, Word } from '../syntax/ast.ts';
import { parse } from '../syntax/parse.ts';
import { HOME } from './prompt.ts';

/** A word's text, if it means what it shows; undefined if an expansion or a brace changes it. */
const plainText = ({ parts }: Word): string | undefined => {
  let text = '';
  for (const part of parts) {
    const inner = part.type === 'double' ? part.parts : [part];
    for (const piece of inner) {
      if (piece.type !== 'literal' && piece.type !== 'quoted') return undefined;
      if (piece.type === 'literal' && piece.text.includes('{')) return undefined;
      text += piece.text;
    }
  }
  return text;
};

/** Whether a word cannot name a device, which never ends: a pattern has to stay below the home directory. */
const isHarmless = (text: string): boolean => {
  if (/[*?[]/.test(text)) return !/^[/~]|\.\./.test(text);
  const path = text.startsWith('~/') ? HOME + text.slice(1) : text;
  return !/^\/(dev|proc)(\/|$)/.test(resolvePath(HOME, path)) && !/^~[^/]/.test(text);
};

/** The command's words, if it is a simple command of plain words and nothing else. */
const wordsOf = (command: Node): readonly string[] | undefined => {
  if (command.type !== 'simple' || command.assignments.length > 0 || command.redirects.length > 0) return undefined;
  const words = command.words.map(plainText);
  return words.every((word) => word !== undefined && isHarmless(word)) ? (words as readonly string[]) : undefined;
};

/** Whether the command would wait for the visitor to type its input. */
const readsKeyboard = (command: Command, args: readonly string[]): boolean => {
  if (!command.filter) return false;
  try {
    const { operands } = parseArguments(command.options, args, { inOrder: command.inOrder ?? false });
    // If files follow something else, as in grep, they begin after the required operands.
    const before = command.operands.filter(({ kind, optional }) => kind !== 'file' && !optional).length;
    return operands.length <= before || operands.includes('-');
  } catch (error) {
    // Wrong usage prints an error and ends.
    return !(error instanceof OptionError);
  }
};

/** Whether each command of the line only prints from the résumé and ends by itself, so that a link can run it. */
export const isLinkable = async (line: string, commands: CommandRegistry): Promise<boolean> => {
  const result = parse(line);
  if (result.status !== 'complete' || result.script.lists.length !== 1) return false;
  const [list] = result.script.lists;
  if (!list || list.background || list.rest.length > 0 || list.first.negated || list.first.timed) return false;
  for (const [stage, node] of list.first.commands.entries()) {
    const [name = '', ...args] = wordsOf(node) ?? [];
    const command = name === '' ? undefined : await commands.find(name);
    if (!command?.linkable || (stage === 0 && readsKeyboard(command, args))) return false;
  }
  return true;
};
