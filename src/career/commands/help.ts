/** help: lists what you can type here. */

import { speechOf } from '../../locales/reader.ts';
import type { Speech } from '../../locales/speech.ts';
import { defineCommand } from '../../os/command.ts';
import { CommandError } from '../../os/failure.ts';
import { writeLines } from '../../os/lines.ts';
import type { Process } from '../../os/process.ts';
import { FAILURE, SUCCESS } from '../../os/status.ts';
import { helpText } from '../../os/usage.ts';
import { clean } from '../../term/clean.ts';
import type { Line } from '../../term/style.ts';
import { accessLines } from './help/access.ts';
import { keyLines } from './help/keys.ts';
import { overview } from './help/overview.ts';
import { allSummaries, topicOf, topicSummaries } from './help/topics.ts';

/** Longer lines are hard to read. */
const MEASURE = 104;

const keys = async (speech: Speech, { tty }: Process, columns: number): Promise<readonly Line[]> => {
  const table = await tty?.keys?.();
  if (!table) throw new CommandError('keys: there is no line editor here');
  return keyLines(speech, table, columns);
};

/** The lines for one word; a command's own help comes as text. */
const explain = async (speech: Speech, process: Process, word: string, columns: number): Promise<string | readonly Line[] | undefined> => {
  const command = await process.commands.find(word);
  if (command) return helpText(command);
  if (word === 'keys') return keys(speech, process, columns);
  if (word === 'access') return accessLines(speech, process.host, columns);
  if (word === 'all') return allSummaries(speech, await process.commands.listings(), columns);
  const topic = topicOf(word);
  return topic && topicSummaries(speech, await process.commands.listings(), topic, columns);
};

const explainAll = async (speech: Speech, process: Process, words: readonly string[], columns: number): Promise<number> => {
  let status = SUCCESS;
  for (const [index, word] of words.entries()) {
    const found = await explain(speech, process, word, columns);
    if (index > 0) await process.stdout.write('\n');
    if (typeof found === 'string') await process.stdout.write(found);
    else if (found && found.length > 0) await writeLines(process.stdout, found);
    else {
      status = FAILURE;
      await process.stderr.write(`help: no help topics match '${clean(word)}'.  Try 'help', or 'apropos ${clean(word)}'.\n`, {
        role: 'bad',
      });
    }
  }
  return status;
};

export default defineCommand({
  name: 'help',
  summary: 'List what you can type here',
  topic: 'résumé',
  options: {},
  operands: [{ name: 'NAME', kind: 'command', optional: true, repeat: true }],
  description: [
    'Without NAME, it is a guide in five groups: lines to type, and what each shows. With the name of a command, it explains that command in short; with the name of a topic, it says what each command of the topic does.',
    "'help keys' lists the keys of the command line, 'help access' explains how to use this with a screen reader, and 'help all' lists everything.",
  ],
  examples: [
    { line: 'help cat', shows: 'One command' },
    { line: 'help text', shows: 'A topic' },
    { line: 'help all', shows: 'Every command, by topic' },
    { line: 'help access', shows: 'How to use this with a screen reader' },
  ],
  statuses: { 1: 'there is no help of that name' },
  seeAlso: ['man', 'apropos', 'whatis'],
  linkable: true,
  run: async (process, { operands }) => {
    const columns = Math.min(process.stdout.columns, MEASURE);
    const speech = await speechOf(process);
    if (operands.length > 0) return explainAll(speech, process, operands, columns);
    const rows = process.stdout.isTty ? process.tty?.size.rows : undefined;
    // The prompt needs one row, and the typed line another.
    await writeLines(process.stdout, overview(speech, process, columns, rows === undefined ? undefined : rows - 2));
    return SUCCESS;
  },
});
