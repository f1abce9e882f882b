/** watch: runs a command again and again, and shows what it prints. */
import { parseDuration } from '../../coreutils/numbers.ts';
import { defineCommand } from '../../os/command.ts';
import { UsageError } from '../../os/failure.ts';
import { plain } from '../../os/operands.ts';
import { quote } from '../../os/quote.ts';
import { clean } from '../../term/clean.ts';

const options = {
  seconds: { short: 'n', long: 'interval', value: 'SECS', summary: 'wait SECS seconds instead of 2' },
  untitled: { short: 't', long: 'no-title', summary: 'print no heading' },
  exec: { short: 'x', long: 'exec', summary: 'run the command as it stands instead of as a line of shell' },
  errexit: { short: 'e', long: 'errexit', summary: 'end when the command fails' },
} as const;

export default defineCommand({
  name: 'watch',
  summary: 'Run a command again and again',
  topic: 'system',
  options,
  dialect: { ...plain, missing: () => new UsageError('a command is needed') },
  operands: [
    { name: 'COMMAND', kind: 'command' },
    { name: 'ARGUMENT', kind: 'file', optional: true, repeat: true },
  ],
  inOrder: true,
  description: ['The screen is cleared before each run. Ctrl-C ends it.'],
  examples: [{ line: 'watch -n 1 date', shows: 'A clock', manual: true }],
  seeAlso: ['sleep', 'timeout'],
  run: async (process, { options: on, operands: command }) => {
    const { stdout, tty, host, signal } = process;
    const wait = parseDuration(on.seconds ?? '2');
    if (wait === undefined) throw new UsageError(`failed to parse argument: ${quote(on.seconds ?? '')}`);
    const line = command.join(' ');
    for (;;) {
      await tty?.clear(false);
      if (!on.untitled) await stdout.write(`Every ${(Math.max(100, wait) / 1000).toFixed(1)}s: ${clean(line)}\n\n`);
      const status = await (on.exec ? process.spawn(command) : process.shell(line));
      if (on.errexit && status !== 0) return status;
      await process.pace();
      await host.sleep(Math.max(100, wait), signal);
    }
  },
});
