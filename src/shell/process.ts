/** A process of this shell: what a command sees of the context in which it was called. */
import type { Extensions } from '../os/extensions.ts';
import type { Host } from '../os/host.ts';
import type { Account } from '../os/ledger.ts';
import { resolvePath } from '../os/path.ts';
import type { Process, Redirections } from '../os/process.ts';
import type { CommandRegistry } from '../os/registry.ts';
import type { Pace, Reader, Writer } from '../os/stream.ts';
import type { Tty } from '../os/tty.ts';
import type { FileSystem } from '../os/vfs.ts';
import { type Context, redirected } from './context.ts';
import { readerOf, writerOf } from './descriptors.ts';
import { openForReading, openForWriting } from './open.ts';
import { runSubshell } from './subshell.ts';

/** Implements Process over a context. */
export class ShellProcess implements Process {
  readonly name: string;
  readonly args: readonly string[];
  readonly #context: Context;
  readonly #id: number | undefined;
  #memory: Account | undefined;

  /** Without `id`, the shell's own: a builtin makes no process. */
  constructor([name = '', ...args]: readonly string[], context: Context, id?: number) {
    this.name = name;
    this.args = args;
    this.#context = context;
    this.#id = id;
  }

  get id(): number {
    return this.#id ?? this.#context.runtime.id;
  }
  get cwd(): string {
    return this.#context.state.cwd;
  }
  get env(): ReadonlyMap<string, string> {
    return this.#context.state.variables.exported();
  }
  get umask(): number {
    return this.#context.state.umask;
  }
  get stdin(): Reader {
    return readerOf(this.#context.descriptors, 0);
  }
  get stdout(): Writer {
    return writerOf(this.#context.descriptors, 1);
  }
  get stderr(): Writer {
    return writerOf(this.#context.descriptors, 2);
  }
  get fs(): FileSystem {
    return this.#context.runtime.fs;
  }
  get memory(): Account {
    this.#memory ??= this.fs.ledger.open();
    return this.#memory;
  }
  get host(): Host {
    return this.#context.runtime.host;
  }
  get extensions(): Extensions {
    return this.#context.runtime.extensions;
  }
  get tty(): Tty | undefined {
    return this.#context.job.tty;
  }
  get signal(): AbortSignal {
    return this.#context.job.signal;
  }
  get commands(): CommandRegistry {
    return this.#context.runtime.commands;
  }
  get pace(): Pace {
    return this.#context.job.pace;
  }

  /** Ends the process: what it held is given back. */
  end(): void {
    this.#memory?.close();
  }

  resolve(path: string): string {
    return resolvePath(this.cwd, path);
  }

  open(path: string): Reader {
    return openForReading(path, this.#context);
  }

  create(path: string, append = false): Writer {
    return openForWriting(path, append, this.#context);
  }

  async spawn(argv: readonly string[], redirections: Redirections = {}): Promise<number> {
    return runSubshell(redirected(this.#context, redirections), (child) => child.runtime.runner.call(argv, child, false));
  }

  async shell(source: string, redirections: Redirections = {}): Promise<number> {
    return runSubshell(redirected(this.#context, redirections), (child) => child.runtime.runner.source(source, child));
  }
}
