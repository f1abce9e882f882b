/** `mapfile`: reads lines into an array (bash manual, `mapfile`). */
import { defineBuiltin } from '../os/builtin.ts';
import { CommandError } from '../os/failure.ts';
import type { Process } from '../os/process.ts';
import type { ShellPort } from '../os/shell-port.ts';
import { readLine } from './read/line.ts';

const number = (text: string | undefined, what: string): number | undefined => {
  if (text !== undefined && !/^\d{1,9}$/.test(text)) throw new CommandError(`${text}: invalid ${what}`);
  return text === undefined ? undefined : Number(text);
};

const options = {
  delimiter: { short: 'd', value: 'CHARACTER', summary: 'lines end at CHARACTER instead of the newline' },
  count: { short: 'n', value: 'COUNT', summary: 'read at most COUNT lines' },
  origin: { short: 'O', value: 'NUMBER', summary: 'begin at that element, and keep the others' },
  skip: { short: 's', value: 'COUNT', summary: 'leave the first COUNT lines out' },
  trim: { short: 't', summary: 'take the end off each line' },
  descriptor: { short: 'u', value: 'NUMBER', summary: 'read from that descriptor' },
  callback: { short: 'C', value: 'LINE', summary: 'run LINE, with the number and the text of the next element' },
  quantum: { short: 'c', value: 'COUNT', summary: 'run LINE after so many lines, not after 5000' },
} as const;

/** Lines between two calls of `-C`, as in bash. */
const QUANTUM = 5000;

export default defineBuiltin({
  name: 'mapfile',
  summary: 'read lines into an array',
  topic: 'shell',
  options,
  operands: [{ name: 'ARRAY', kind: 'variable', optional: true }],
  examples: [{ line: 'mapfile -t lines < <(seq 3); echo ${#lines[@]} ${lines[1]}', shows: 'read the output of a command' }],
  seeAlso: ['read'],
  run: async (process: Process, { options: on, operands: [name = 'MAPFILE'] }, shell: ShellPort) => {
    if (!/^[A-Za-z_]\w*$/.test(name)) throw new CommandError(`\`${name}': not a valid identifier`);
    const reader = on.descriptor === undefined ? process.stdin : process.open(`/dev/fd/${on.descriptor}`);
    const delimiter = (on.delimiter ?? '\n').charAt(0);
    const count = number(on.count, 'line count') || Number.POSITIVE_INFINITY;
    const origin = number(on.origin, 'array origin');
    const quantum = number(on.quantum, 'callback quantum') || QUANTUM;
    const bounds = { delimiter, count: undefined, exact: false, escapes: false };
    let skip = number(on.skip, 'line count') ?? 0;
    const lines: string[] = [];
    while (lines.length < count) {
      await process.pace();
      const { characters, complete } = await readLine(reader, bounds);
      if (characters.length === 0 && !complete) break;
      if (skip-- > 0) continue;
      const text = characters.map((character) => character.text).join('');
      const line = complete && !on.trim ? text + delimiter : text;
      if (on.callback !== undefined && (lines.length + 1) % quantum === 0) {
        await shell.evaluate(`${on.callback} ${(origin ?? 0) + lines.length} ${shell.quote(line)}`);
      }
      lines.push(line);
      if (!complete) break;
    }
    shell.setArray(name, lines, origin);
    return 0;
  },
});
