/** The commands that print a digest of files, and check it: md5sum, sha256sum and the others. */
import { type Command, defineCommand } from '../os/command.ts';
import { UsageError } from '../os/failure.ts';
import { openInput, openInputs } from '../os/inputs.ts';
import { coreutils } from '../os/operands.ts';
import type { OptionValues } from '../os/options.ts';
import type { Process } from '../os/process.ts';
import { quoteSubject } from '../os/quote.ts';
import { warn } from '../os/report.ts';
import { FAILURE, SUCCESS } from '../os/status.ts';
import { readAll } from '../os/stream.ts';
import type { Digest } from './digests.ts';
import { splitHeld } from './lines.ts';

const options = {
  binary: { short: 'b', long: 'binary', summary: 'mark the names with * instead of a blank' },
  check: { short: 'c', long: 'check', summary: 'read sums and names from the files, and check them' },
  tag: { long: 'tag', summary: 'print the name of the digest, too, as BSD does' },
  text: { short: 't', long: 'text', summary: 'the names as they are by default' },
  zero: { short: 'z', long: 'zero', summary: 'lines end in NUL, and names stand as they are' },
  ignoreMissing: { long: 'ignore-missing', summary: 'with -c, pass over files that are not there' },
  quiet: { long: 'quiet', summary: 'with -c, do not print OK for each file that is right' },
  status: { long: 'status', summary: 'with -c, print nothing: the status tells' },
  strict: { long: 'strict', summary: 'with -c, fail on lines that are no sums' },
  warn: { short: 'w', long: 'warn', summary: 'with -c, warn of lines that are no sums' },
} as const;

type On = OptionValues<typeof options>;

const encoder = new TextEncoder();

const escaped = (name: string): string => name.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
const unescaped = (name: string): string => name.replace(/\\([\\nr])/g, (_all, letter) => ({ n: '\n', r: '\r' })[letter as 'n'] ?? '\\');

/** What differs between these commands. */
interface Sum {
  readonly name: string;
  /** As `--tag` prints it. */
  readonly algorithm: string;
  readonly digest: Digest;
  /** Hexadecimal digits of a sum. */
  readonly digits: number;
}

const sumLine = (sum: string, name: string, { algorithm }: Sum, { tag, binary, zero }: On): string => {
  const shown = zero ? name : escaped(name);
  const mark = shown === name ? '' : '\\';
  const end = zero ? '\0' : '\n';
  return tag ? `${mark}${algorithm} (${shown}) = ${sum}${end}` : `${mark}${sum} ${binary ? '*' : ' '}${shown}${end}`;
};

/** The sum and the name that a line tells; undefined for another line. */
const parseLine = (line: string, { algorithm, digits }: Sum): readonly [sum: string, name: string] | undefined => {
  const isEscaped = line.startsWith('\\');
  const text = isEscaped ? line.slice(1) : line;
  const bsd = text.startsWith(`${algorithm} (`) ? /^\S+ \((.*)\) = ([0-9a-fA-F]+)$/.exec(text) : null;
  const gnu = /^([0-9a-fA-F]+) [ *](.+)$/.exec(text);
  const [sum, name] = bsd ? [bsd[2], bsd[1]] : [gnu?.[1], gnu?.[2]];
  if (sum?.length !== digits || name === undefined) return undefined;
  return [sum.toLowerCase(), isEscaped ? unescaped(name) : name];
};

/** What a check has found: lines that are no sums, files that could not be read, sums that differ, and sums that are right. */
interface Tally {
  malformed: number;
  unread: number;
  wrong: number;
  right: number;
}

const plural = (count: number, one: string, more: string): string => `WARNING: ${count} ${count === 1 ? one : more}`;

/** Checks the sums of one list; true when all are right. */
const checkList = async (process: Process, list: string, text: string, sum: Sum, on: On): Promise<boolean> => {
  const { stdout, memory } = process;
  const tally: Tally = { malformed: 0, unread: 0, wrong: 0, right: 0 };
  for (const [index, line] of splitHeld(text.replace(/\n$/, ''), '\n').entries()) {
    const parsed = parseLine(line, sum);
    if (!parsed) {
      tally.malformed++;
      if (on.warn) await warn(process, `${quoteSubject(list)}: ${index + 1}: improperly formatted ${sum.algorithm} checksum line`);
      continue;
    }
    const [expected, name] = parsed;
    let isRead = false;
    const inputs = openInputs(process, [name], async (file, error) => {
      if (on.ignoreMissing && error.code === 'ENOENT') return;
      tally.unread++;
      await warn(process, `${quoteSubject(file)}: ${error.message}`);
      if (!on.status) await stdout.write(`${escaped(file)}: FAILED open or read\n`);
    });
    for await (const { reader } of inputs) {
      isRead = true;
      const isRight = sum.digest(encoder.encode(await readAll(reader, memory))) === expected;
      if (isRight) tally.right++;
      else tally.wrong++;
      if (!on.status && !(isRight && on.quiet)) await stdout.write(`${escaped(name)}: ${isRight ? 'OK' : 'FAILED'}\n`);
    }
    if (!isRead) continue;
  }
  return report(process, list, tally, sum, on);
};

const report = async (process: Process, list: string, tally: Tally, { algorithm }: Sum, on: On): Promise<boolean> => {
  const { malformed, unread, wrong, right } = tally;
  if (unread + wrong + right === 0 && !on.ignoreMissing) {
    await warn(process, `${quoteSubject(list)}: no properly formatted ${algorithm} checksum lines found`);
    return false;
  }
  if (!on.status) {
    if (malformed > 0) await warn(process, plural(malformed, 'line is improperly formatted', 'lines are improperly formatted'));
    if (unread > 0) await warn(process, plural(unread, 'listed file could not be read', 'listed files could not be read'));
    if (wrong > 0) await warn(process, plural(wrong, 'computed checksum did NOT match', 'computed checksums did NOT match'));
    if (on.ignoreMissing && right + wrong === 0) await warn(process, `${quoteSubject(list)}: no file was verified`);
  }
  return unread + wrong === 0 && !(on.strict && malformed > 0) && !(on.ignoreMissing && right + wrong === 0);
};

/** The command `name`, which prints the digest that GNU calls `algorithm`. */
export const defineSum = (name: string, algorithm: string, digest: Digest): Command => {
  const sum: Sum = { name, algorithm, digest, digits: digest(new Uint8Array()).length };
  return defineCommand({
    name,
    summary: `Print ${algorithm} sums, or check them`,
    topic: 'text',
    options,
    dialect: coreutils,
    operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
    description: ['A sum tells whether a file is the same as another, or as it was. Without a file, or for -, standard input is read.'],
    examples: [
      { line: `${name} about`, shows: 'The sum of a file' },
      { line: `${name} about > sums; ${name} -c sums`, shows: 'Whether it is still the same' },
    ],
    statuses: { 1: 'a file could not be read, or a sum differs' },
    seeAlso: ['cmp', 'od'],
    filter: true,
    run: async (process, { options: on, operands }) => {
      const { stdout, memory } = process;
      if (on.check) {
        if (on.tag) throw new UsageError('the --tag option is meaningless when verifying checksums');
        let isRight = true;
        for (const list of operands.length > 0 ? operands : ['-'])
          isRight = (await checkList(process, list, await readAll(openInput(process, list), memory), sum, on)) && isRight;
        return isRight ? SUCCESS : FAILURE;
      }
      const inputs = openInputs(process, operands);
      for await (const { name: file, reader } of inputs)
        await stdout.write(sumLine(digest(encoder.encode(await readAll(reader, memory))), file === '' ? '-' : file, sum, on));
      return inputs.status;
    },
  });
};
