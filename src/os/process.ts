/** A running command: what a program is given, and all that it may touch. */
import type { Extensions } from './extensions.ts';
import type { Host } from './host.ts';
import type { Account } from './ledger.ts';
import type { CommandRegistry } from './registry.ts';
import type { Pace, Reader, Writer } from './stream.ts';
import type { Tty } from './tty.ts';
import type { FileSystem } from './vfs.ts';

/** Streams that replace a child's own. */
export interface Redirections {
  readonly stdin?: Reader;
  readonly stdout?: Writer;
  readonly stderr?: Writer;
  /** Added to the child's environment. */
  readonly env?: ReadonlyMap<string, string>;
  /** Replaces the environment. */
  readonly clearEnv?: boolean;
  /** Stops the child, and it alone, with its reason, with which `spawn` then rejects. */
  readonly signal?: AbortSignal;
}

/** One process. Paths given to its members may be relative to `cwd`. */
export interface Process {
  /** argv[0]: the name under which it was called. */
  readonly name: string;
  /** argv without the name. */
  readonly args: readonly string[];
  readonly id: number;
  readonly cwd: string;
  readonly env: ReadonlyMap<string, string>;
  /** Permission bits that new files do not get. */
  readonly umask: number;
  readonly stdin: Reader;
  readonly stdout: Writer;
  readonly stderr: Writer;
  readonly fs: FileSystem;
  /** What this process holds in memory; given back when it ends. */
  readonly memory: Account;
  readonly host: Host;
  /** What the machine has besides, for those who know the keys. */
  readonly extensions: Extensions;
  /** The controlling terminal, absent in scripts and pipes from outside. */
  readonly tty: Tty | undefined;
  /** Aborts with a `Stopped` reason when the job is interrupted. */
  readonly signal: AbortSignal;
  readonly commands: CommandRegistry;
  /** Await it in long loops: it throws when the job is stopped, and lets the host breathe now and then. */
  readonly pace: Pace;
  /** `path` made absolute against `cwd`, `.` and `..` resolved by text. */
  resolve(path: string): string;
  /** Opens a file, device or descriptor for reading, by a path or a bare name; throws VfsError. */
  open(path: string): Reader;
  /** Opens a file, device or descriptor for writing, creating it; throws VfsError. */
  create(path: string, append?: boolean): Writer;
  /** Runs another command (builtin or file, no function) as a child and answers its status; `name: command not found` is said on stderr, 127. */
  spawn(argv: readonly string[], redirections?: Redirections): Promise<number>;
  /** Runs a line of shell in a subshell, as `sh -c`. */
  shell(source: string, redirections?: Redirections): Promise<number>;
}
