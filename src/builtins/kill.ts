/** `kill`: stops jobs and processes (POSIX `kill`). */
import { defineBuiltin } from '../os/builtin.ts';
import { CommandError, UsageError } from '../os/failure.ts';
import type { ShellPort } from '../os/shell-port.ts';

/** Signals by number (POSIX `signal.h`); those that stop are all that there is to send here. */
const signals: ReadonlyMap<string, number> = new Map([
  ['0', 0],
  ['HUP', 1],
  ['INT', 2],
  ['QUIT', 3],
  ['KILL', 9],
  ['TERM', 15],
]);

const signalNumber = (text: string): number => {
  const name = text.toUpperCase().replace(/^SIG/, '');
  const number = signals.get(name) ?? [...signals.values()].find((value) => String(value) === name);
  if (number === undefined) throw new CommandError(`${text}: invalid signal specification`);
  return number;
};

/** Every signal's name, or for each operand the name of its number, or the number of its name. */
const listing = (operands: readonly string[]): string => {
  if (operands.length === 0) return `${[...signals.keys()].slice(1).join(' ')}\n`;
  const lines = operands.map((operand) => {
    if (!/^\d+$/.test(operand)) return String(signalNumber(operand));
    // The status of what a signal ended names it too.
    const number = signalNumber(String(Number(operand) % 128));
    return [...signals].find(([, value]) => value === number)?.[0] ?? '';
  });
  return `${lines.join('\n')}\n`;
};

/** Takes the signal off the operands. */
const readSignal = (operands: readonly string[]): { readonly signal: number; readonly targets: readonly string[] } => {
  const [first = '', second, ...rest] = operands;
  if ((first === '-s' || first === '-n') && second !== undefined) return { signal: signalNumber(second), targets: rest };
  if (first === '--') return { signal: 15, targets: operands.slice(1) };
  if (/^-./.test(first)) return { signal: signalNumber(first.slice(1)), targets: operands.slice(1) };
  return { signal: 15, targets: operands };
};

const send = (target: string, signal: number, self: number, shell: ShellPort): void => {
  const job = shell.findJob(target);
  if (job?.state === 'running') {
    if (signal !== 0) job.stop(128 + signal);
  } else if (target === String(self)) {
    if (signal !== 0) shell.exit(128 + signal);
  } else if (target.startsWith('%')) throw new CommandError(`${target}: no such job`);
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
  description: ['`kill -l` lists the signals. Each of them, but for 0, which only asks whether it runs, stops a job.'],
  examples: [{ line: 'sleep 100 & kill %1; wait %1; echo $?', shows: 'stop what runs in the background' }],
  seeAlso: ['jobs', 'wait'],
  run: async ({ id, stdout, stderr }, { operands }, shell) => {
    if (operands[0] === '-l' || operands[0] === '-L') return stdout.write(listing(operands.slice(1)));
    const { signal, targets } = readSignal(operands);
    // Only here is it known which operands were the signal.
    if (targets.length === 0) throw new UsageError('');
    let status = 0;
    for (const target of targets) {
      try {
        send(target, signal, id, shell);
      } catch (error) {
        if (!(error instanceof CommandError)) throw error;
        await stderr.write(`kill: ${error.message}\n`, { role: 'bad' });
        status = 1;
      }
    }
    return status;
  },
});
