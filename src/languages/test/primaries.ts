/** The primaries of `test`: what is asked of files, texts and numbers (POSIX XCU test; bash manual, “Bash Conditional Expressions”). */
import { CommandError } from '../../os/failure.ts';
import type { Process } from '../../os/process.ts';
import type { ShellPort } from '../../os/shell-port.ts';
import { USAGE } from '../../os/status.ts';
import type { Inode } from '../../os/vfs.ts';

/** What the primaries look at. */
export interface Surroundings {
  readonly process: Process;
  readonly shell: ShellPort;
}

/** A failure of `test` itself: status 2. */
export const fault = (message: string): CommandError => new CommandError(message, USAGE);

type Unary = (operand: string, around: Surroundings) => boolean;
type Binary = (left: string, right: string, around: Surroundings) => boolean;

const inodeOf = (path: string, { process }: Surroundings): Inode | undefined =>
  path === '' ? undefined : process.fs.find(process.resolve(path));

const ofFile =
  (holds: (inode: Inode) => boolean): Unary =>
  (path, around) => {
    const inode = inodeOf(path, around);
    return inode !== undefined && holds(inode);
  };

const isTerminal: Unary = (descriptor, { process }) => {
  const number = Number(integer(descriptor));
  const stream = [process.stdin, process.stdout, process.stderr][number];
  return stream?.isTty ?? false;
};

/** A decimal number, as bash's legal_number; throws the fault of one that is none. */
const integer = (text: string): bigint => {
  if (!/^\s*[-+]?\d{1,19}\s*$/.test(text)) throw fault(`${text}: integer expression expected`);
  return BigInt(text.trim().replace(/^\+/, ''));
};

const never: Unary = () => false;

/** The primaries with one operand. There are no links, sockets, pipes or sticky files here. */
export const unaries: ReadonlyMap<string, Unary> = new Map<string, Unary>([
  ['-n', (text) => text !== ''],
  ['-z', (text) => text === ''],
  ['-a', ofFile(() => true)],
  ['-e', ofFile(() => true)],
  ['-O', ofFile(() => true)],
  ['-G', ofFile(() => true)],
  ['-f', ofFile(({ kind }) => kind === 'file')],
  ['-d', ofFile(({ kind }) => kind === 'directory')],
  ['-c', ofFile(({ kind }) => kind === 'device')],
  ['-s', ofFile((inode) => inode.kind === 'directory' || (inode.kind === 'file' && inode.content !== ''))],
  ['-r', ofFile(({ mode }) => (mode & 0o400) !== 0)],
  ['-w', ofFile(({ mode, readOnly }) => (mode & 0o200) !== 0 && !readOnly)],
  ['-x', ofFile(({ mode }) => (mode & 0o100) !== 0)],
  ['-t', isTerminal],
  ['-v', (name, { shell }) => shell.get(name) !== undefined],
  ['-o', (name, { shell }) => shell.options.has(name)],
  ...['-b', '-g', '-h', '-k', '-L', '-N', '-p', '-R', '-S', '-u'].map((operator) => [operator, never] as const),
]);

const compared =
  (holds: (left: bigint, right: bigint) => boolean): Binary =>
  (left, right) =>
    holds(integer(left), integer(right));

const newer: Binary = (left, right, around) => {
  const [first, second] = [inodeOf(left, around), inodeOf(right, around)];
  return first !== undefined && (second === undefined || first.mtime > second.mtime);
};

/** The primaries with two operands, without `-a` and `-o`. */
export const binaries: ReadonlyMap<string, Binary> = new Map<string, Binary>([
  ['=', (left, right) => left === right],
  ['==', (left, right) => left === right],
  ['!=', (left, right) => left !== right],
  ['<', (left, right) => left < right],
  ['>', (left, right) => left > right],
  ['-eq', compared((left, right) => left === right)],
  ['-ne', compared((left, right) => left !== right)],
  ['-lt', compared((left, right) => left < right)],
  ['-le', compared((left, right) => left <= right)],
  ['-gt', compared((left, right) => left > right)],
  ['-ge', compared((left, right) => left >= right)],
  ['-nt', newer],
  ['-ot', (left, right, around) => newer(right, left, around)],
  ['-ef', (left, right, around) => inodeOf(left, around) !== undefined && inodeOf(left, around) === inodeOf(right, around)],
]);
