/** A command that is another one with some options, under a name of its own: ll for `ls -l`. */
import { type Command, type CommandFacts, defineCommand } from '../os/command.ts';
import type { Process } from '../os/process.ts';

/** What differs between these commands. */
export interface OtherName extends Pick<CommandFacts, 'name' | 'summary' | 'topic' | 'examples'> {
  /** The other command, and what it is given before the arguments. */
  words(process: Process, args: readonly string[]): readonly string[];
}

/** The command; `of` is the one whose manual tells the rest. */
export const byOtherName = (of: string, { words, ...facts }: OtherName): Command =>
  defineCommand({
    ...facts,
    options: {},
    operands: [{ name: 'ARGUMENT', kind: 'file', optional: true, repeat: true }],
    rawArguments: true,
    description: [`Options and operands are those of ${of}.`],
    seeAlso: [of],
    linkable: true,
    run: (process, { operands }) => process.spawn([...words(process, operands), ...operands]),
  });
