/** `set`: turns options of the shell on and off, and sets the positional parameters (POSIX 2.14, set). */
import { defineBuiltin } from '../os/builtin.ts';
import { CommandError, UsageError } from '../os/failure.ts';
import { optionLetters, setOptions } from '../os/shell-options.ts';
import type { ShellPort } from '../os/shell-port.ts';

const listOptions = ({ options }: ShellPort, readable: boolean): string =>
  setOptions
    .map((name) =>
      readable ? `${name.padEnd(15)}\t${options.has(name) ? 'on' : 'off'}\n` : `set ${options.has(name) ? '-' : '+'}o ${name}\n`,
    )
    .join('');

const listVariables = async (shell: ShellPort): Promise<string> => {
  const assignments = await Promise.all([...shell.variables.keys()].sort().map((name) => shell.assignment(name)));
  const texts = assignments.filter((text) => text !== undefined);
  for (const name of [...shell.functions.keys()].sort()) texts.push(await shell.functionText(name));
  return texts.map((text) => `${text}\n`).join('');
};

const turn = (name: string | undefined, on: boolean, { options }: ShellPort): void => {
  if (name === undefined || !setOptions.includes(name)) throw new CommandError(`${name}: invalid option name`, 2);
  if (on) options.add(name);
  else options.delete(name);
};

/** Turns the options of one cluster; answers whether `o` among them takes the next operand. */
const turnCluster = (cluster: string, on: boolean, shell: ShellPort): boolean => {
  let takesName = false;
  for (const letter of cluster) {
    if (letter === 'o') takesName = true;
    else if (!optionLetters.has(letter)) throw new UsageError(`${on ? '-' : '+'}${letter}: invalid option`);
    else turn(optionLetters.get(letter), on, shell);
  }
  return takesName;
};

export default defineBuiltin({
  name: 'set',
  summary: 'turn options of the shell on and off, or set the positional parameters',
  topic: 'shell',
  options: {},
  operands: [
    { name: '-OPTION|+OPTION', kind: 'text', optional: true, repeat: true },
    { name: 'ARGUMENT', kind: 'text', optional: true, repeat: true },
  ],
  rawArguments: true,
  description: [
    `Options: ${[...optionLetters].map(([letter, name]) => `-${letter} ${name}`).join(', ')}, -o pipefail. A plus instead of the minus turns one off.`,
    'Without operands, every variable and function is listed; `set -o` lists the options.',
  ],
  examples: [
    { line: 'set -- one two; echo $# $2', shows: 'set the positional parameters' },
    { line: '(set -e; false; echo never); echo $?', shows: 'end a subshell at the first failure' },
  ],
  seeAlso: ['shopt', 'export'],
  run: async ({ stdout }, { operands }, shell) => {
    if (operands.length === 0) return stdout.write(await listVariables(shell));
    let i = 0;
    for (; i < operands.length; i++) {
      const operand = operands[i] ?? '';
      if (!/^[-+]./.test(operand) || operand === '--') break;
      const on = operand.startsWith('-');
      if (!turnCluster(operand.slice(1), on, shell)) continue;
      const name = operands[++i];
      if (name === undefined) await stdout.write(listOptions(shell, on));
      else turn(name, on, shell);
    }
    if (operands[i] === '--') shell.arguments = operands.slice(i + 1);
    else if (operands[i] === '-') {
      for (const option of ['xtrace', 'verbose']) shell.options.delete(option);
      if (i + 1 < operands.length) shell.arguments = operands.slice(i + 1);
    } else if (i < operands.length) shell.arguments = operands.slice(i);
    return 0;
  },
});
