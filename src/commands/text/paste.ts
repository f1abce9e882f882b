/** paste: puts lines of several files side by side. */

import { createSourceOpener, type LineSource } from '../../coreutils/lines.ts';
import { defineCommand } from '../../os/command.ts';
import { CommandError, VfsError } from '../../os/failure.ts';
import { openInput } from '../../os/inputs.ts';
import { coreutils } from '../../os/operands.ts';
import type { Process } from '../../os/process.ts';
import { quoteSubject } from '../../os/quote.ts';
import { attempt, warn } from '../../os/report.ts';
import { FAILURE, SUCCESS } from '../../os/status.ts';
import { createBatcher } from '../../os/stream.ts';

const options = {
  delimiters: { short: 'd', long: 'delimiters', value: 'LIST', summary: 'put the characters of LIST in turn between lines, not tabs' },
  serial: { short: 's', long: 'serial', summary: 'one file after the other, each on one line' },
  zero: { short: 'z', long: 'zero-terminated', summary: 'lines end in NUL' },
} as const;

const escapes = new Map([...'0bfnrtv\\'].map((letter, i) => [letter, ['', '\b', '\f', '\n', '\r', '\t', '\v', '\\'][i] ?? '']));

const parseDelimiters = (list: string): readonly string[] => {
  if (/(^|[^\\])(\\\\)*\\$/.test(list)) throw new CommandError(`delimiter list ends with an unescaped backslash: ${list}`);
  const delimiters = Array.from(list.matchAll(/\\([\s\S])|[\s\S]/gu), ([text, escaped]) =>
    escaped === undefined ? text : (escapes.get(escaped) ?? escaped),
  );
  return delimiters.length === 0 ? [''] : delimiters;
};

/** Joins parts with the delimiters in turn, from the first one on. */
const join = (parts: readonly string[], delimiters: readonly string[]): string =>
  parts.reduce((text, part, i) => text + (delimiters[(i - 1) % delimiters.length] ?? '') + part);

const inParallel = async (
  process: Process,
  sources: readonly LineSource[],
  delimiters: readonly string[],
  newline: string,
): Promise<void> => {
  const out = createBatcher(process.stdout);
  for (;;) {
    await process.pace();
    const row: (string | undefined)[] = [];
    for (const source of sources) row.push(await source.next());
    if (row.every((line) => line === undefined)) break;
    await out.put(
      join(
        row.map((line) => line ?? ''),
        delimiters,
      ) + newline,
    );
  }
  await out.flush();
};

const inSeries = async (process: Process, source: LineSource, delimiters: readonly string[], newline: string): Promise<void> => {
  const out = createBatcher(process.stdout);
  let count = 0;
  for (let line = await source.next(); line !== undefined; line = await source.next()) {
    await process.pace();
    await out.put((count === 0 ? '' : (delimiters[(count - 1) % delimiters.length] ?? '')) + line);
    count++;
  }
  await out.put(newline);
  await out.flush();
};

export default defineCommand({
  name: 'paste',
  summary: 'Put lines of files side by side',
  topic: 'text',
  options,
  dialect: coreutils,
  operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
  description: [
    'Each - takes the next line of the standard input, so that `paste - -` makes two columns. In LIST, \\n is a newline, \\t a tab, \\\\ a backslash and \\0 nothing.',
  ],
  examples: [
    { line: 'ls jobs | paste -s -d ,', shows: 'A list on one line' },
    { line: 'ls jobs | paste - - -', shows: 'Three columns' },
  ],
  statuses: { 1: 'a file could not be read' },
  seeAlso: ['cut', 'join', 'column'],
  run: async (process, { options: on, operands }) => {
    const delimiters = parseDelimiters(on.delimiters ?? '\t');
    const newline = on.zero ? '\0' : '\n';
    const names = operands.length === 0 ? ['-'] : operands;
    if (!on.serial) {
      const source = createSourceOpener(process.stdin, (path) => openInput(process, path), newline);
      await inParallel(process, names.map(source), delimiters, newline);
      return SUCCESS;
    }
    const source = createSourceOpener(process.stdin, (path) => process.open(path), newline);
    let status = SUCCESS;
    for (const name of names) {
      const input = attempt(() => source(name));
      if (!(input instanceof VfsError)) {
        await inSeries(process, input, delimiters, newline);
        continue;
      }
      // A directory opens, and then fails to be read.
      if (input.code === 'EISDIR') await process.stdout.write(newline);
      await warn(process, `${quoteSubject(name)}: ${input.message}`);
      status = FAILURE;
    }
    return status;
  },
});
