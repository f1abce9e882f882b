/** `trap`: runs a line when a signal comes, a command fails, begins or returns, or the shell ends (POSIX 2.14, trap). */
import { defineBuiltin } from '../os/builtin.ts';
import { UsageError } from '../os/failure.ts';
import { singleQuoted } from '../os/quote.ts';
import type { ShellPort } from '../os/shell-port.ts';
import { signalName, signals, signalTable } from '../os/signals.ts';

/** Conditions that are no signals, after which bash lists them. */
const pseudo = ['DEBUG', 'ERR', 'RETURN'];

const conditions: readonly string[] = [...signals.keys(), ...pseudo];

const conditionOf = (text: string): string | undefined => (pseudo.includes(text.toUpperCase()) ? text.toUpperCase() : signalName(text));

/** As a condition is listed: `EXIT`, `SIGINT`, `ERR`. */
const spell = (condition: string): string => (condition === 'EXIT' || pseudo.includes(condition) ? condition : `SIG${condition}`);

const listing = ({ traps, outerTraps }: ShellPort, chosen: readonly string[]): string => {
  const shown = outerTraps ?? traps;
  const lines = chosen.flatMap((condition) => {
    const action = shown.get(condition);
    return action === undefined ? [] : [`trap -- ${singleQuoted(action)} ${spell(condition)}\n`];
  });
  return lines.join('');
};

/** What the operands ask for: an action, undefined to take traps off, and the conditions. */
const readOperands = (operands: readonly string[]): { readonly action: string | undefined; readonly names: readonly string[] } => {
  const [first = '', ...rest] = operands;
  // One operand alone, or a number first, names conditions whose traps are taken off.
  if (rest.length === 0 || /^\d+$/.test(first)) return { action: undefined, names: operands };
  return { action: first === '-' ? undefined : first, names: rest };
};

export default defineBuiltin({
  name: 'trap',
  summary: 'run a line when a signal comes, a command fails, or the shell ends',
  topic: 'shell',
  options: {},
  operands: [
    { name: 'LINE', kind: 'text', optional: true },
    { name: 'CONDITION', kind: conditions, optional: true, repeat: true },
  ],
  rawArguments: true,
  description: [
    'A CONDITION is a signal (`trap -l` lists them), EXIT, ERR (a command failed that nothing asked about), DEBUG (before each command) or RETURN (a function or sourced file ended).',
    'A LINE of `-` takes the trap back, an empty one lets the signal be ignored. Without operands, or with -p, traps are listed.',
  ],
  examples: [
    { line: "(trap 'echo bye' EXIT; echo hello)", shows: 'say something last' },
    { line: "(trap 'echo caught' USR1; kill -USR1 $BASHPID; echo on)", shows: 'answer a signal' },
  ],
  seeAlso: ['kill'],
  run: async ({ stdout, stderr }, { operands: given }, shell) => {
    const [first = ''] = given;
    if (first === '-l') return stdout.write(signalTable());
    if (/^-[^p-]/.test(first) || /^--./.test(first)) throw new UsageError(`${first}: invalid option`);
    const operands = first === '--' || first === '-p' ? given.slice(1) : given;
    const { action, names } = first === '-p' ? { action: undefined, names: operands } : readOperands(operands);
    let status = 0;
    const known: string[] = [];
    for (const name of names) {
      const condition = conditionOf(name);
      if (condition !== undefined) known.push(condition);
      else {
        await stderr.write(`trap: ${name}: invalid signal specification\n`, { role: 'bad' });
        status = 1;
      }
    }
    if (first === '-p' || operands.length === 0) await stdout.write(listing(shell, operands.length === 0 ? conditions : known));
    else for (const condition of known) shell.setTrap(condition, action);
    return status;
  },
});
