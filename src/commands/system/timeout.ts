/** timeout: runs a command, and stops it when it takes too long. */

import { parseDuration } from '../../coreutils/numbers.ts';
import { defineCommand } from '../../os/command.ts';
import { Stopped, UsageError } from '../../os/failure.ts';
import { coreutils } from '../../os/operands.ts';
import type { Process } from '../../os/process.ts';
import { quote } from '../../os/quote.ts';
import { TERMINATED } from '../../os/status.ts';

const options = {
  foreground: { long: 'foreground', summary: 'let the command read the terminal, as it may anyway' },
  killAfter: { short: 'k', long: 'kill-after', value: 'DURATION', summary: 'stop it for good after DURATION more, as happens anyway' },
  preserve: { long: 'preserve-status', summary: 'exit with the command’s own status, 143, when it was stopped' },
  signal: { short: 's', long: 'signal', value: 'SIGNAL', summary: 'the signal by which to stop it; all stop it' },
  verbose: { short: 'v', long: 'verbose', summary: 'say on standard error that it was stopped' },
} as const;

const TIMED_OUT = 124;
/** timeout itself failed. */
const CANCELLED = 125;

/** Runs the command; undefined when time ran out. A command that waits for somebody else is not waited for. */
const runFor = async (process: Process, milliseconds: number, command: readonly string[]): Promise<number | undefined> => {
  const expiry = new AbortController();
  const clock = new AbortController();
  const expired = process.host.sleep(milliseconds, AbortSignal.any([clock.signal, process.signal])).then(() => {
    expiry.abort(new Stopped(TERMINATED));
    return undefined;
  });
  try {
    return await Promise.race([process.spawn(command, { signal: expiry.signal }), expired]);
  } finally {
    clock.abort();
    expired.catch(() => {});
  }
};

export default defineCommand({
  name: 'timeout',
  summary: 'Run a command, and stop it when it takes too long',
  topic: 'system',
  options,
  dialect: { ...coreutils, status: CANCELLED, missing: () => new UsageError('') },
  operands: [
    { name: 'DURATION', kind: 'text' },
    { name: 'COMMAND', kind: 'command' },
    { name: 'ARGUMENT', kind: 'file', optional: true, repeat: true },
  ],
  inOrder: true,
  description: ['DURATION is in seconds, or in minutes, hours or days with m, h or d; 0 is without end.'],
  examples: [{ line: 'timeout 0.1 sleep 60; echo $?', shows: 'Give up after a tenth of a second' }],
  statuses: { 124: 'time ran out', 127: 'there is no such command' },
  seeAlso: ['sleep'],
  run: async (process, { options: on, operands: [duration, ...command] }) => {
    const milliseconds = parseDuration(duration);
    if (milliseconds === undefined) throw new UsageError(`invalid time interval ${quote(duration)}`);
    const status = milliseconds === 0 ? await process.spawn(command) : await runFor(process, milliseconds, command);
    if (status !== undefined) return status;
    if (on.verbose) await process.stderr.write(`timeout: sending signal TERM to command '${command[0]}'\n`);
    return on.preserve ? TERMINATED : TIMED_OUT;
  },
});
