/** `kill`: stops jobs and processes (POSIX `kill`). */

import { defineBuiltin } from '../os/builtin.ts';
import { CommandError, UsageError } from '../os/failure.ts';
import { carryOn } from '../os/report.ts';
import type { ShellPort } from '../os/shell-port.ts';
import { isHarmless, readSignal, signals, signalTable } from '../os/signals.ts';

/** Every signal's name, or for each operand the name of its number, or the number of its name. */
const listing = (operands: readonly string[]): string => {
  if (operands.length === 0) return signalTable();
  const lines = operands.map((operand) => {
    if (!/^\d+$/.test(operand)) return String(signals.get(readSignal(operand)));
    // The status of what a signal ended names it too.
    return readSignal(String(Number(operand) % 128));
  });
  return `${lines.join('\n')}\n`;
};

/** Takes the signal off the operands. */
const readOperands = (operands: readonly string[]): { readonly signal: string; readonly targets: readonly string[] } => {
  const [first = '', second, ...rest] = operands;
  if ((first === '-s' || first === '-n') && second !== undefined) return { signal: readSignal(second), targets: rest };
  if (first === '--') return { signal: 'TERM', targets: operands.slice(1) };
  if (/^-./.test(first)) return { signal: readSignal(first.slice(1)), targets: second === '--' ? rest : operands.slice(1) };
  return { signal: 'TERM', targets: operands };
};

/** Sends a signal; `self` are the numbers of the shell and of this subshell of it. */
const send = async (
  target: string,
  signal: string,
  self: { readonly shell: string; readonly here: string },
  port: ShellPort,
): Promise<void> => {
  const number = signals.get(signal) ?? 0;
  const job = port.findJob(target);
  if (job?.state === 'running') {
    if (!isHarmless(number)) job.stop(128 + number);
  } else if (target === self.here) await port.raise(signal);
  else if (target === self.shell || target === '0') port.signalShell(signal);
  else if (target.startsWith('%')) throw new CommandError(`${target}: no such job`);
  else if (/^-?\d+$/.test(target)) throw new CommandError(`(${target}) - No such process`);
  else throw new CommandError(`${target}: arguments must be process or job IDs`);
};

export default defineBuiltin({
  name: 'kill',
  summary: 'stop jobs and processes',
  topic: 'shell',
  options: {},
  operands: [
    { name: '-SIGNAL', kind: 'text', optional: true },
    { name: 'JOB', kind: 'job', repeat: true },
  ],
  rawArguments: true,
  description: ['`kill -l` lists the signals. Most of them stop a job; 0 only asks whether it runs. What a shell traps, its trap answers.'],
  examples: [{ line: 'sleep 100 & kill %1; wait %1; echo $?', shows: 'stop what runs in the background' }],
  seeAlso: ['jobs', 'wait'],
  run: async (process, { operands }, shell) => {
    if (operands[0] === '-l' || operands[0] === '-L') return process.stdout.write(listing(operands.slice(1)));
    const { signal, targets } = readOperands(operands);
    // Only here is it known which operands were the signal.
    if (targets.length === 0) throw new UsageError('');
    const self = { shell: String(process.id), here: shell.get('BASHPID') ?? '' };
    let status = 0;
    for (const target of targets) {
      if (!(await carryOn(process, () => send(target, signal, self, shell)))) status = 1;
    }
    return status;
  },
});
