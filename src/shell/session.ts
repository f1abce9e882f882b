/** A shell that lasts from line to line: the front door of this layer. */
import { Stopped } from '../os/failure.ts';
import { LimitError, TERMINAL_OUTPUT } from '../os/limits.ts';
import type { JobView } from '../os/shell-port.ts';
import { FAILURE, INTERRUPTED, SOFTWARE } from '../os/status.ts';
import type { Reader, Writer } from '../os/stream.ts';
import type { Tty } from '../os/tty.ts';
import { parse } from '../syntax/parse.ts';
import type { Context, JobContext, Runtime } from './context.ts';
import { Exit } from './control.ts';
import { asInput, type Descriptors } from './descriptors.ts';
import { pacedWriter } from './pace.ts';
import { runSource } from './script.ts';
import { createRuntime, createState, type SessionParts } from './start.ts';
import type { ShellState } from './state.ts';
import { exitStatus, runExitTrap } from './subshell.ts';
import { runTrap } from './traps.ts';

/** The streams of one line. */
export interface LineIo {
  readonly stdin: Reader;
  readonly stdout: Writer;
  readonly stderr: Writer;
  readonly tty?: Tty | undefined;
}

/** A line that runs. */
export interface Running {
  /** Resolves to the line's exit status; never rejects. */
  readonly finished: Promise<number>;
  /** Stops the line, as Ctrl-C does, or `kill` with 143. */
  stop(status?: number): void;
}

/** A shell. Its state lasts from line to line. */
export interface Session {
  /** Runs a text; one at a time. `$?` and the rest of the state are as they were after the last. */
  run(source: string, io: LineIo): Running;
  /** Runs the `EXIT` trap and stops what is in the background; resolves to the shell's exit status. */
  end(io: LineIo): Promise<number>;
  /** Whether a line called `exit`. */
  readonly exited: boolean;
  /** Whether the text can run as it stands: false while it waits for another line. */
  isComplete(source: string): boolean;
  /** Takes the jobs that ended off the list, and answers them. */
  reap(): readonly JobView[];
  readonly jobs: readonly JobView[];
  readonly cwd: string;
  readonly status: number;
  readonly variables: ReadonlyMap<string, unknown>;
  /** What the next command gets as its environment. */
  readonly env: ReadonlyMap<string, string>;
  readonly aliases: ReadonlyMap<string, string>;
  readonly functions: ReadonlyMap<string, unknown>;
  readonly options: ReadonlySet<string>;
}

/** A writer that counts what reaches a terminal, and calls `exceed` beyond the bound. */
const counted = (writer: Writer, exceed: () => void): Writer => {
  if (!writer.isTty) return writer;
  let size = 0;
  return {
    isTty: true,
    get columns() {
      return writer.columns;
    },
    write: async (text, style) => {
      size += text.length;
      if (size > TERMINAL_OUTPUT) exceed();
      else await writer.write(text, style);
    },
    close: () => writer.close(),
  };
};

/** Whether Ctrl-C has stopped a line. */
const isInterrupt = ({ aborted, reason }: AbortSignal): boolean => aborted && reason instanceof Stopped && reason.status === INTERRUPTED;

/** Macrotasks that a stopped line has to put things right before the prompt comes back regardless. */
const GRACE = 3;

class ShellSession implements Session {
  readonly #runtime: Runtime;
  readonly #state: ShellState;
  /** What `exec` opened, for the lines to come. */
  #lasting: Descriptors = new Map();
  #exited = false;

  constructor(parts: SessionParts) {
    this.#runtime = createRuntime(parts);
    this.#state = createState(parts);
  }

  get exited(): boolean {
    return this.#exited;
  }
  get jobs(): readonly JobView[] {
    return this.#state.jobs.list;
  }
  get cwd(): string {
    return this.#state.cwd;
  }
  get status(): number {
    return this.#state.status;
  }
  get env(): ReadonlyMap<string, string> {
    return this.#state.variables.exported();
  }
  get variables() {
    return this.#state.variables.all;
  }
  get aliases(): ReadonlyMap<string, string> {
    return this.#state.aliases;
  }
  get functions(): ReadonlyMap<string, unknown> {
    return this.#state.functions;
  }
  get options(): ReadonlySet<string> {
    return this.#state.options;
  }

  isComplete(source: string): boolean {
    const extended = (): boolean => this.#state.options.has('extglob');
    return parse(source, (name) => this.#state.aliases.get(name), extended).status !== 'incomplete';
  }

  reap(): readonly JobView[] {
    const done = this.#state.jobs.list.filter(({ state }) => state === 'done');
    for (const job of done) this.#state.jobs.remove(job);
    return done;
  }

  run(source: string, io: LineIo): Running {
    const controller = new AbortController();
    const { signal } = controller;
    this.#runtime.pacer.rest();
    const context = this.#context(io, controller);
    const opened = new Map(context.descriptors);
    const late = new AbortController();
    const work = this.#work(context, (inner) => runSource(source, inner))
      .then(async (status) => {
        if (isInterrupt(signal)) await this.#work(this.#context(io, late), (inner) => this.#interrupted(inner));
        return status;
      })
      .finally(() => this.#keep(context.descriptors, opened));
    return {
      finished: Promise.race([work, this.#stopped(signal)]).then((status) => {
        late.abort(new Stopped(INTERRUPTED));
        this.#state.status = status;
        return status;
      }),
      stop: (status = INTERRUPTED) => controller.abort(new Stopped(status)),
    };
  }

  /** Runs the trap of Ctrl-C, which has to end before the prompt comes back. */
  async #interrupted(context: Context): Promise<number> {
    await runTrap('INT', context);
    return INTERRUPTED;
  }

  async end(io: LineIo): Promise<number> {
    const context = this.#context(io, new AbortController());
    const status = await this.#work(context, (inner) => runExitTrap(inner, this.#state.status));
    for (const controller of this.#runtime.live) controller.abort(new Stopped(INTERRUPTED));
    return status;
  }

  async #work(context: Context, body: (context: Context) => Promise<number>): Promise<number> {
    try {
      return await body(context);
    } catch (error) {
      if (error instanceof Stopped) return error.status;
      return this.#leave(error, context);
    }
  }

  async #leave(error: unknown, context: Context): Promise<number> {
    try {
      const status = exitStatus(error);
      if (!(error instanceof Exit)) return status;
      this.#exited = true;
      return await runExitTrap(context, status);
    } catch (fault) {
      if (fault instanceof Stopped) return fault.status;
      this.#runtime.host.report(fault);
      return SOFTWARE;
    }
  }

  /** Resolves soon after a stop, even when a command does not listen to it. */
  async #stopped(signal: AbortSignal): Promise<number> {
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    for (let i = 0; i < GRACE; i++) await this.#runtime.host.breathe();
    return signal.reason instanceof Stopped ? signal.reason.status : INTERRUPTED;
  }

  #context(io: LineIo, controller: AbortController): Context {
    const { signal } = controller;
    const exceed = (error: LimitError): void => {
      if (signal.aborted) return;
      controller.abort(new Stopped(FAILURE));
      void io.stderr.write(`\n${this.#runtime.shell}: ${error.message}\n`, { role: 'bad' }).catch(() => {});
    };
    const exceedOutput = (): void => exceed(new LimitError('terminal output', TERMINAL_OUTPUT));
    const pace = this.#runtime.pacer.pace(signal);
    const descriptors: Descriptors = new Map([
      [0, { reader: asInput(io.stdin) }],
      [1, { writer: pacedWriter(counted(io.stdout, exceedOutput), pace) }],
      [2, { writer: pacedWriter(counted(io.stderr, exceedOutput), pace) }],
      ...this.#lasting,
    ]);
    const job: JobContext = {
      signal,
      pace,
      tty: io.tty,
      terminal: io.stdout.isTty || io.stderr.isTty ? { ...descriptors.get(0), ...descriptors.get(io.stdout.isTty ? 1 : 2) } : undefined,
      exceed,
      controller: undefined,
    };
    const at = {
      source: '',
      tested: false,
      depth: 0,
      loops: 0,
      calls: 0,
      subshell: false,
      arrays: undefined,
      frames: [],
      subshells: 0,
      shellId: undefined,
      trapping: new Set<string>(),
      trapStatus: undefined,
      line: undefined,
    };
    return { runtime: this.#runtime, state: this.#state, descriptors, job, ...at };
  }

  /** Remembers the descriptors that `exec` changed. */
  #keep(descriptors: Descriptors, opened: Descriptors): void {
    this.#lasting = new Map(
      [...descriptors].filter(([descriptor, file]) => this.#lasting.has(descriptor) || opened.get(descriptor) !== file),
    );
  }
}

/** A new session. */
export const createSession = (parts: SessionParts): Session => new ShellSession(parts);
