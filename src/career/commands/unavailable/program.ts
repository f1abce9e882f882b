/** The command of a program that cannot be here: one useful line on stderr, with the status of the real one. */

import { type Command, type CommandFacts, defineCommand } from '../../../os/command.ts';
import { CommandError } from '../../../os/failure.ts';
import type { Process } from '../../../os/process.ts';
import { quoteWord } from '../../../os/quote.ts';
import { resumeOf } from '../../extension.ts';
import { technologies } from '../../technologies.ts';

/** What differs between these commands. */
export interface Unavailable extends Pick<CommandFacts, 'name' | 'summary'> {
  /** What the operand is, in capitals. */
  readonly operand: string;
  readonly status: number;
  readonly seeAlso?: readonly string[];
  /** The sentence after the name; `operand` is the first argument that is not an option, or empty. */
  says(process: Process, operand: string): string;
}

/** A sentence that says whether the résumé mentions a technology, and how to read more. */
export const inResume = (process: Process, technology: string): string => {
  const found = technologies(resumeOf(process)).find(({ name }) => name.toLowerCase() === technology.toLowerCase());
  return found ? `The résumé mentions it: tech ${quoteWord(found.name)}` : 'The résumé does not mention it either: tech';
};

/** The command. */
export const unavailable = ({ name, summary, operand, status, seeAlso = [], says }: Unavailable): Command =>
  defineCommand({
    name,
    summary,
    topic: 'fun',
    options: {},
    operands: [{ name: operand, kind: 'text', optional: true, repeat: true }],
    rawArguments: true,
    description: [
      'This program is not installed, and cannot be: nothing leaves this page, and no program comes in. The command says what to use instead.',
    ],
    examples: [{ line: name, shows: 'What to use instead' }],
    statuses: { [status]: 'always' },
    seeAlso,
    run: (process, { operands }) => {
      throw new CommandError(says(process, operands.find((word) => !word.startsWith('-')) ?? ''), status);
    },
  });
