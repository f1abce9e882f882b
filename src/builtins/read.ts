/** `read`: reads a line into variables (POSIX `read`). */
import { defineBuiltin } from '../os/builtin.ts';
import { CommandError } from '../os/failure.ts';
import type { Process } from '../os/process.ts';
import { type ReadLine, readLine, splitFields } from './read/line.ts';

const number = (text: string, what: string): number => {
  const value = Number(text);
  if (text === '' || !Number.isFinite(value) || value < 0) throw new CommandError(`${text}: invalid ${what} specification`);
  return value;
};

/** What `read -t` answers when the time is over: 128 + SIGALRM. */
const TIMED_OUT = 142;

/** Reads, or gives up after `seconds`. */
const within = async (
  { host, signal }: Process,
  seconds: number | undefined,
  reading: Promise<ReadLine>,
): Promise<ReadLine | undefined> => {
  if (seconds === undefined) return reading;
  return Promise.race([reading, host.sleep(seconds * 1000, signal).then(() => undefined)]);
};

export default defineBuiltin({
  name: 'read',
  summary: 'read a line into variables',
  topic: 'shell',
  options: {
    raw: { short: 'r', summary: 'a backslash is a character like any other' },
    prompt: { short: 'p', value: 'TEXT', summary: 'on a terminal, ask with TEXT' },
    delimiter: { short: 'd', value: 'CHARACTER', summary: 'end at CHARACTER instead of the newline' },
    count: { short: 'n', value: 'COUNT', summary: 'read at most COUNT characters' },
    exact: { short: 'N', value: 'COUNT', summary: 'read just COUNT characters, whatever they are' },
    silent: { short: 's', summary: 'do not show what is typed' },
    timeout: { short: 't', value: 'SECONDS', summary: 'give up after SECONDS' },
    descriptor: { short: 'u', value: 'NUMBER', summary: 'read from that descriptor' },
    array: { short: 'a', value: 'NAME', summary: 'read the words into an array' },
    edit: { short: 'e', summary: 'let the line be edited, as a terminal always does here' },
  },
  operands: [{ name: 'NAME', kind: 'variable', optional: true, repeat: true }],
  examples: [
    { line: 'echo "one two three" | while read first rest; do echo "$rest"; done', shows: 'take the first word off each line' },
    { line: 'read -p "Your name? " name; echo "Hello $name"', shows: 'ask a question', manual: true },
  ],
  run: async (process, { options, operands }, shell) => {
    const { array } = options;
    for (const name of array === undefined ? operands : [array])
      if (!/^[A-Za-z_]\w*(?:\[[\s\S]+\])?$/.test(name)) throw new CommandError(`\`${name}': not a valid identifier`);
    const { descriptor, exact, count } = options;
    const reader = descriptor === undefined ? process.stdin : process.open(`/dev/fd/${descriptor}`);
    if (options.prompt !== undefined && reader.isTty) await process.stderr.write(options.prompt);
    const limit = exact ?? count;
    const bounds = {
      delimiter: (options.delimiter ?? '\n').charAt(0),
      count: limit === undefined ? undefined : number(limit, 'count'),
      exact: exact !== undefined,
      escapes: !options.raw,
    };
    const seconds = options.timeout === undefined ? undefined : number(options.timeout, 'timeout');
    const line = await within(process, seconds, readLine(reader, bounds));
    const whole = (line?.characters ?? []).map(({ text }) => text).join('');
    const ifs = shell.get('IFS') ?? ' \t\n';
    if (array !== undefined) {
      shell.setArray(array, splitFields(line?.characters ?? [], ifs, Number.POSITIVE_INFINITY));
      return line === undefined ? TIMED_OUT : line.complete ? 0 : 1;
    }
    if (operands.length === 0) shell.set('REPLY', whole);
    const fields = exact !== undefined ? [whole] : splitFields(line?.characters ?? [], ifs, operands.length);
    for (const [i, name] of operands.entries()) shell.set(name, fields[i] ?? '');
    return line === undefined ? TIMED_OUT : line.complete ? 0 : 1;
  },
});
