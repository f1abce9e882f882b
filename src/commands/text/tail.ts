/** tail: prints the end of files, and what is added there. */
import { copyFrom, copyLast, eachWithHeader, endOptions, readAmount, wantsHeaders } from '../../coreutils/ends.ts';
import { defineCommand } from '../../os/command.ts';
import { CommandError } from '../../os/failure.ts';
import { coreutils } from '../../os/operands.ts';
import type { Process } from '../../os/process.ts';
import { quote } from '../../os/quote.ts';
import { SUCCESS } from '../../os/status.ts';

const options = {
  bytes: { short: 'c', long: 'bytes', value: '[+]NUM', summary: 'print the last NUM bytes; with +, from byte NUM on' },
  follow: { short: 'f', long: 'follow', summary: 'go on with what is added to the file, until Ctrl-C' },
  retry: { short: 'F', summary: 'as -f' },
  lines: {
    short: 'n',
    long: 'lines',
    value: '[+]NUM',
    number: true,
    plus: true,
    summary: 'print the last NUM lines instead of 10; with +, from line NUM on',
  },
  interval: { short: 's', long: 'sleep-interval', value: 'SECONDS', summary: 'with -f, look every SECONDS (1)' },
  ...endOptions,
} as const;

/** A file that is followed: how much of it was shown, and under which name. */
interface Followed {
  readonly path: string;
  readonly name: string;
  shown: number;
}

const contentOf = ({ fs }: Process, path: string): string | undefined => {
  const inode = fs.find(path);
  return inode?.kind === 'file' ? inode.content : undefined;
};

/** Starts from the files' present ends. */
const startFollowing = (process: Process, files: readonly { readonly path: string; readonly name: string }[]): Followed[] =>
  files.map(({ path, name }) => ({ path, name, shown: contentOf(process, path)?.length ?? 0 }));

/** Looks at each file every `seconds`, until the job is stopped or no file is left. */
const follow = async (process: Process, files: readonly Followed[], seconds: number, headers: boolean): Promise<void> => {
  let latest = files.at(-1);
  while (files.some(({ path }) => contentOf(process, path) !== undefined)) {
    await process.host.sleep(seconds * 1000, process.signal);
    for (const file of files) {
      const content = contentOf(process, file.path) ?? '';
      if (content.length < file.shown) {
        await process.stderr.write(`${process.name}: ${file.name}: file truncated\n`);
        file.shown = 0;
      }
      if (content.length === file.shown) continue;
      if (headers && file !== latest) await process.stdout.write(`\n==> ${file.name} <==\n`);
      await process.stdout.write(content.slice(file.shown));
      file.shown = content.length;
      latest = file;
    }
  }
};

const interval = (text: string): number => {
  if (!/^\d*\.?\d+$/.test(text)) throw new CommandError(`invalid number of seconds: ${quote(text)}`);
  return Number(text);
};

export default defineCommand({
  name: 'tail',
  summary: 'Print the last lines of files',
  topic: 'text',
  options,
  dialect: coreutils,
  operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
  description: ['-NUM is short for -n NUM, and +NUM for -n +NUM. A count may end in b (512), K (1024), kB (1000), M and so on.'],
  examples: [
    { line: 'ls jobs | tail -n 1', shows: 'The first role' },
    { line: 'tail -n +3 about', shows: 'All but the first two lines' },
    { line: 'tail -f /tmp/log', shows: 'What is written to a file, as it is written', manual: true },
  ],
  statuses: { 1: 'a file could not be read' },
  seeAlso: ['head'],
  run: async (process, { options: on, order, operands }) => {
    const amount = readAmount(on, order, '+');
    const copy = amount.signed ? copyFrom : copyLast;
    const seconds = interval(on.interval ?? '1');
    if (amount.count === 0 && !amount.signed && !on.follow && !on.retry) return SUCCESS;
    const headers = wantsHeaders(on, operands);
    const files: { path: string; name: string }[] = [];
    const status = await eachWithHeader(process, operands, headers, async (input) => {
      await copy(input.reader, process.stdout, amount);
      if (input.path !== undefined) files.push({ path: input.path, name: input.name });
    });
    if (on.follow || on.retry) await follow(process, startFollowing(process, files), seconds, headers);
    return status;
  },
});
