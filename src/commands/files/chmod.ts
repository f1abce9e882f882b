/** chmod: changes permissions. */

import { statOperand, walk } from '../../coreutils/files.ts';
import { type ModeChange, modeText, parseMode } from '../../coreutils/mode.ts';
import { defineCommand } from '../../os/command.ts';
import { UsageError } from '../../os/failure.ts';
import { coreutils } from '../../os/operands.ts';
import type { Process } from '../../os/process.ts';
import { quote, quoteFile } from '../../os/quote.ts';
import { demand, guard } from '../../os/report.ts';
import { FAILURE, SUCCESS } from '../../os/status.ts';
import type { Inode } from '../../os/vfs.ts';

const options = {
  changes: { short: 'c', long: 'changes', summary: 'say which files’ permissions changed' },
  quiet: { short: 'f', long: 'silent', summary: 'say nothing of what could not be changed' },
  recursive: { short: 'R', long: 'recursive', summary: 'change directories with all that they hold' },
  reference: { long: 'reference', value: 'FILE', kind: 'file', summary: 'give the permissions of FILE' },
  verbose: { short: 'v', long: 'verbose', summary: 'say what was done to each file' },
} as const;

/** Arguments with `--` before a mode such as `-w` or `-x`, which is no option. */
const protectMode = (args: readonly string[]): readonly string[] => {
  const at = args.findIndex((arg) => !/^-(?:[cfRv]|-)/.test(arg));
  return /^-[rwxXstugo]/.test(args[at] ?? '') ? [...args.slice(0, at), '--', ...args.slice(at)] : args;
};

const bits = (inode: Inode): string => `${inode.mode.toString(8).padStart(4, '0')} (${modeText(inode).slice(1)})`;

/** What to change, and what to say of it. */
interface ChangeRules {
  readonly process: Process;
  readonly change: ModeChange;
  readonly tell: 'changes' | 'all' | 'nothing';
  readonly quiet: boolean;
}

/** Changes one file; false when it could not be. */
const changeOne = async (
  { process, change: changed, tell, quiet }: ChangeRules,
  name: string,
  path: string,
  inode: Inode,
): Promise<boolean> => {
  const mode = changed(inode.mode, inode.kind === 'directory');
  const before = bits(inode);
  const same = mode === inode.mode;
  const what = quiet ? undefined : `changing permissions of ${quoteFile(name)}`;
  const change = (): void => {
    if (!same || inode.readOnly) process.fs.setMode(path, mode);
  };
  if ((await guard(process, what, change)) === false) return false;
  if (tell === 'all' || (tell === 'changes' && !same)) {
    const what = same ? `retained as ${before}` : `changed from ${before} to ${bits(inode)}`;
    await process.stdout.write(`mode of ${quoteFile(name)} ${what}\n`);
  }
  return true;
};

const changeOperand = async (rules: ChangeRules, operand: string, recursive: boolean): Promise<boolean> => {
  const { process, quiet } = rules;
  const what = quiet ? undefined : `cannot access ${quoteFile(operand)}`;
  const inode = await guard(process, what, () => statOperand(process, operand));
  if (!inode) return false;
  const path = process.resolve(operand);
  if (!recursive) return changeOne(rules, operand, path, inode);
  let all = true;
  for (const visit of walk(process.fs, operand, path, inode)) {
    await process.pace();
    if (visit.phase !== 'leave') all = (await changeOne(rules, visit.name, visit.path, visit.inode)) && all;
  }
  return all;
};

const readChange = (process: Process, reference: string | undefined, operands: readonly string[]): ModeChange => {
  if (reference !== undefined) {
    const { mode } = demand(`failed to get attributes of ${quoteFile(reference)}`, () => statOperand(process, reference));
    return () => mode;
  }
  const [text = ''] = operands;
  const change = parseMode(text, process.umask);
  if (!change) throw new UsageError(`invalid mode: ${quote(text)}`);
  return change;
};

export default defineCommand({
  name: 'chmod',
  summary: 'Change permissions',
  topic: 'files',
  options,
  dialect: coreutils,
  operands: [
    { name: 'MODE', kind: 'text' },
    { name: 'FILE', kind: 'file', repeat: true },
  ],
  arity: ({ options: on }) => (on.reference === undefined ? {} : { least: 1 }),
  rewrite: protectMode,
  description: ['MODE is octal, as 644, or says who (u g o a), + - or =, and what (r w x X), as u+x,go-w.'],
  examples: [{ line: "echo 'echo hello' >hello; chmod +x hello; ./hello", shows: 'Make a script that runs' }],
  statuses: { 1: 'a file could not be changed' },
  seeAlso: ['ls', 'stat'],
  run: async (process, { options: on, operands }) => {
    const change = readChange(process, on.reference, operands);
    const tell = on.verbose ? 'all' : on.changes ? 'changes' : 'nothing';
    let status = SUCCESS;
    for (const operand of on.reference === undefined ? operands.slice(1) : operands) {
      if (!(await changeOperand({ process, change, tell, quiet: on.quiet }, operand, on.recursive))) status = FAILURE;
    }
    return status;
  },
});
