/** cmp: compares two files byte by byte. */

import { toBytes } from '../../coreutils/bytes.ts';
import { defineCommand } from '../../os/command.ts';
import { UsageError } from '../../os/failure.ts';
import { openInput } from '../../os/inputs.ts';
import { diffutils } from '../../os/operands.ts';
import type { OptionValues } from '../../os/options.ts';
import type { Process } from '../../os/process.ts';
import { warn } from '../../os/report.ts';
import { SUCCESS, USAGE } from '../../os/status.ts';
import { createBatcher, readAll } from '../../os/stream.ts';

const options = {
  bytes: { short: 'b', long: 'print-bytes', summary: 'show the bytes that differ' },
  skip: { short: 'i', long: 'ignore-initial', value: 'SKIP', summary: 'pass over the first SKIP bytes, or SKIP1:SKIP2' },
  all: { short: 'l', long: 'verbose', summary: 'print the number and the bytes of each difference' },
  limit: { short: 'n', long: 'bytes', value: 'LIMIT', summary: 'compare at most LIMIT bytes' },
  silent: { short: 's', long: 'quiet', summary: 'print nothing, answer by the status' },
} as const;

type Options = OptionValues<typeof options>;

const DIFFERENT = 1;

const numberOf = (text: string | undefined, option: string): number => {
  if (text === undefined) return 0;
  if (!/^\d+$/.test(text)) throw new UsageError(`invalid ${option} value '${text}'`);
  return Number(text);
};

interface Side {
  readonly name: string;
  readonly bytes: string;
}

const readSide = async (process: Process, name: string, skip: number): Promise<Side> => {
  const reader = openInput(process, name, { what: name, status: USAGE });
  return { name, bytes: toBytes(await readAll(reader, process.memory)).slice(skip) };
};

/** A byte in octal, and as cat -v shows it. */
const octal = (bytes: string, at: number): string => bytes.charCodeAt(at).toString(8).padStart(3);

const visible = (bytes: string, at: number): string => {
  const code = bytes.charCodeAt(at);
  const low = code & 127;
  const shown = low < 32 ? `^${String.fromCharCode(low + 64)}` : low === 127 ? '^?' : String.fromCharCode(low);
  return (code > 127 ? 'M-' : '') + shown;
};

const lineOf = (bytes: string, at: number): number => bytes.slice(0, at).split('\n').length;

/** The first place at or after `from` where the two differ; `end` when there is none. */
const nextDifference = (a: string, b: string, from: number, end: number): number => {
  let at = from;
  while (at < end && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
};

const describeFirst = ([a, b]: readonly [Side, Side], at: number, bytes: boolean): string => {
  const shown = bytes ? ` is ${octal(a.bytes, at)} ${visible(a.bytes, at)} ${octal(b.bytes, at)} ${visible(b.bytes, at)}` : '';
  return `${a.name} ${b.name} differ: byte ${at + 1}, line ${lineOf(a.bytes, at)}${shown}\n`;
};

const listAll = async (process: Process, [a, b]: readonly [Side, Side], end: number, bytes: boolean): Promise<boolean> => {
  const output = createBatcher(process.stdout);
  const width = String(end).length;
  let found = false;
  for (let at = nextDifference(a.bytes, b.bytes, 0, end); at < end; at = nextDifference(a.bytes, b.bytes, at + 1, end)) {
    found = true;
    const [left, right] = [octal(a.bytes, at), octal(b.bytes, at)];
    const pair = bytes ? `${left} ${visible(a.bytes, at).padEnd(4)} ${right} ${visible(b.bytes, at)}` : `${left} ${right}`;
    await output.put(`${String(at + 1).padStart(width)} ${pair}\n`);
    await process.pace();
  }
  await output.flush();
  return found;
};

/** What is said when one file is the beginning of the other. */
const endOf = ({ name, bytes }: Side, all: boolean): string => {
  if (bytes === '') return `EOF on ${name} which is empty`;
  if (all) return `EOF on ${name} after byte ${bytes.length}`;
  const lines = bytes.split('\n').length - 1;
  return bytes.endsWith('\n')
    ? `EOF on ${name} after byte ${bytes.length}, line ${lines}`
    : `EOF on ${name} after byte ${bytes.length}, in line ${lines + 1}`;
};

const compare = async (process: Process, sides: readonly [Side, Side], on: Options): Promise<number> => {
  const [a, b] = sides;
  const end = Math.min(a.bytes.length, b.bytes.length);
  const first = nextDifference(a.bytes, b.bytes, 0, end);
  if (first < end && on.silent) return DIFFERENT;
  if (first < end && !on.all) {
    await process.stdout.write(describeFirst(sides, first, on.bytes));
    return DIFFERENT;
  }
  const differs = on.all && !on.silent && (await listAll(process, sides, end, on.bytes));
  if (a.bytes.length === b.bytes.length) return differs ? DIFFERENT : SUCCESS;
  if (!on.silent) await warn(process, endOf(a.bytes.length < b.bytes.length ? a : b, on.all));
  return DIFFERENT;
};

export default defineCommand({
  name: 'cmp',
  summary: 'Compare two files byte by byte',
  topic: 'files',
  options,
  dialect: diffutils,
  operands: [
    { name: 'FILE1', kind: 'file' },
    { name: 'FILE2', kind: 'file', optional: true },
    { name: 'SKIP1', kind: 'text', optional: true },
    { name: 'SKIP2', kind: 'text', optional: true },
  ],
  examples: [
    { line: 'cmp about resume.txt', shows: 'Where two texts part' },
    { line: 'cmp -s about about && echo same', shows: 'Ask without printing' },
  ],
  statuses: { 1: 'the files differ', 2: 'a file could not be read' },
  seeAlso: ['diff', 'comm'],
  run: async (process, { options: on, operands: [first, second = '-', skip1, skip2] }) => {
    const [both, other = both] = on.skip?.split(':') ?? [];
    const skips = [skip1 ?? both, skip2 ?? other].map((text) => numberOf(text, '--ignore-initial'));
    const limit = on.limit === undefined ? undefined : numberOf(on.limit, '--bytes');
    const sides = [await readSide(process, first, skips[0] ?? 0), await readSide(process, second, skips[1] ?? 0)] as const;
    const [a, b] = sides.map(({ name, bytes }) => ({ name, bytes: bytes.slice(0, limit) }));
    return a && b ? compare(process, [a, b], on) : SUCCESS;
  },
});
