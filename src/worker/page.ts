/** The page's end of the wire: runs lines in a shell that is somewhere else, and replaces one that no longer answers. */

import type { Shell, ShellListeners } from '../app/shell.ts';
import type { HistoryStore } from '../app/store/history.ts';
import { phrase } from '../locales/speech.ts';
import { FAILURE, INTERRUPTED } from '../os/status.ts';
import { emptyReader, nullWriter } from '../os/stream.ts';
import type { Size } from '../os/tty.ts';
import type { CompletionResult } from '../readline/state.ts';
import type { LineIo, Running } from '../shell/session.ts';
import type { Line } from '../term/style.ts';
import { Looks } from './looks.ts';
import { PageJob } from './page-job.ts';
import type {
  Ability,
  FromShell,
  HostCalls,
  HostFacts,
  Questions,
  SavedEntry,
  SharedSettings,
  Standing,
  Start,
  ToShell,
  Wire,
} from './protocol.ts';

/** A shell that was started, and how to end it whatever it does. */
export interface Spawned {
  readonly wire: Wire<ToShell, FromShell>;
  /** Rejects when it turns out that it could not be started, or when it has died. */
  readonly failed: Promise<never>;
  terminate(): void;
}

/** What the page's end needs of the page. */
export interface PageParts {
  /** Starts a shell, with `here` in this very thread; rejects when its code cannot be loaded. */
  readonly spawn: (here?: boolean) => Promise<Spawned>;
  readonly facts: () => HostFacts;
  readonly calls: Partial<HostCalls>;
  readonly history: Pick<HistoryStore, 'entries' | 'clear'>;
  readonly settingsChanged: (settings: SharedSettings) => void;
  /** Rejects when the signal is aborted; as Host's. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly listeners: ShellListeners;
}

/** Milliseconds in which a shell must say that it heard Ctrl-C. */
const PATIENCE = 250;
/** Milliseconds between two heartbeats of a line that runs. */
const HEARTBEAT = 1_000;
/** Heartbeats without an answer after which the visitor is told. */
const MISSED = 3;
/** Lines whose background jobs can still write. */
const LINES = 64;

/** Variables and jobs are gone with a shell; what the page holds is not. */
const REPLACED = phrase`The shell stopped responding, so a new one took its place. Variables and running jobs are gone; files and history are kept.`;
const HUNG = phrase`This command is not responding. Press Ctrl-C to stop it.`;

const fresh: Standing = { cwd: '', status: 0, exited: false, ended: [] };

/** A shell as the app sees it. */
export class RemoteShell implements Shell {
  readonly #looks: Looks;
  readonly #parts: PageParts;
  #spawned: Spawned | undefined;
  #starting: Promise<void>;
  #standing: Standing = fresh;
  #ended: string[] = [];
  #suggestion: string | undefined;
  #saved = new Map<string, SavedEntry>();
  #told: readonly string[] | undefined;
  #questions = new Map<number, { readonly answer: (value: never) => void; readonly fail: (reason: unknown) => void }>();
  #nextId = 1;
  #jobs = new Map<number, PageJob>();
  #running: PageJob | undefined;
  #heard = 0;
  /** There is no shell, and none could be started. */
  #isGone = false;
  readonly #forgotten: PageJob;
  #shown: Promise<void> = Promise.resolve();

  constructor(parts: PageParts) {
    this.#parts = parts;
    this.#looks = new Looks((text) => this.#ask('look', text), parts.listeners.refreshed);
    const silent = { stdin: emptyReader, stdout: nullWriter, stderr: nullWriter };
    this.#forgotten = new PageJob(
      silent,
      (message) => this.#send(message),
      () => {},
      () => {},
    );
    this.#starting = this.#start(undefined);
  }

  /** Resolves when the shell is there; rejects when it cannot be loaded. */
  ready(): Promise<void> {
    return this.#starting;
  }

  get cwd(): string {
    return this.#standing.cwd;
  }
  get status(): number {
    return this.#standing.status;
  }
  get exited(): boolean {
    return this.#standing.exited;
  }

  /** What `jobs` says of the background jobs that have ended; told once. */
  takeEnded(): readonly string[] {
    return this.#ended.splice(0);
  }

  /** The line that was probably meant by the last one, if it named a command that does not exist; told once. */
  takeSuggestion(): string | undefined {
    const suggestion = this.#suggestion;
    this.#suggestion = undefined;
    return suggestion;
  }

  highlight(text: string): Line {
    return this.#looks.highlight(text);
  }

  hint(text: string): string | undefined {
    return this.#looks.hint(text);
  }

  isComplete(text: string): boolean | undefined {
    return this.#looks.isComplete(text);
  }

  complete(text: string, cursor: number): Promise<CompletionResult> {
    return this.#ask('complete', text, cursor);
  }

  mayLink(line: string): Promise<boolean> {
    return this.#ask('mayLink', line);
  }

  #ask<Q extends keyof Questions>(what: Q, ...ask: Questions[Q]['ask']): Promise<Questions[Q]['answer']> {
    const id = this.#nextId++;
    this.#send({ kind: 'ask', id, what, with: ask });
    return new Promise((answer, fail) => this.#questions.set(id, { answer, fail }));
  }

  /** Runs a line; `linked` lines run in a shell of their own that can change nothing. */
  run(source: string, io: LineIo, linked: boolean): Running {
    const id = this.#nextId++;
    const entries = this.#parts.history.entries();
    const history = entries === this.#told ? undefined : entries;
    this.#told = entries;
    const size = io.tty?.size ?? { columns: io.stdout.columns, rows: 24 };
    const finished = new Promise<number>((end) => {
      const job = new PageJob(io, (message) => this.#send(message), this.#parts.listeners.unread, end);
      this.#jobs.set(id, job);
      this.#running = job;
      const [oldest] = this.#jobs.keys();
      if (this.#jobs.size > LINES && oldest !== undefined) this.#jobs.delete(oldest);
      void this.#listen(job).catch(() => {});
    });
    if (this.#isGone) this.#restart(FAILURE);
    this.#send({ kind: 'run', job: id, source, linked, size, history });
    return { finished, stop: (status = INTERRUPTED) => this.interrupt(status) };
  }

  /** Stops what runs; a shell that does not say soon that it heard is replaced. */
  interrupt(status = INTERRUPTED): void {
    const heard = this.#heard;
    const spawned = this.#spawned;
    this.#send({ kind: 'stop', status });
    void this.#parts.sleep(PATIENCE, new AbortController().signal).then(() => {
      if (this.#heard === heard && this.#spawned === spawned) this.#replace(status);
    });
  }

  resized(size: Size): void {
    this.#send({ kind: 'size', size });
  }

  /** The page's settings or its surroundings have changed. */
  factsChanged(): void {
    this.#send({ kind: 'facts', facts: this.#parts.facts() });
  }

  /** Ends the shell. */
  terminate(): void {
    this.#spawned?.terminate();
    this.#spawned = undefined;
  }

  async #start(cwd: string | undefined): Promise<void> {
    try {
      await this.#greet(await this.#parts.spawn(), cwd);
    } catch {
      await this.#greet(await this.#parts.spawn(true), cwd);
    }
  }

  async #greet(spawned: Spawned, cwd: string | undefined): Promise<void> {
    this.#spawned = spawned;
    const ready = new Promise<void>((resolve) => {
      spawned.wire.listen((message) => {
        if (this.#spawned !== spawned) return;
        if (message.kind === 'ready') {
          this.#stand(message.standing);
          resolve();
        } else this.#take(message);
      });
    });
    const { facts, calls } = this.#parts;
    const start: Start = {
      kind: 'start',
      facts: facts(),
      abilities: Object.keys(calls) as Ability[],
      saved: [...this.#saved.values()],
      cwd,
    };
    spawned.wire.send(start);
    await Promise.race([ready, spawned.failed]);
    // One that dies later on is replaced without being asked.
    spawned.failed.catch(() => {
      if (this.#spawned === spawned) this.#replace(INTERRUPTED);
    });
  }

  #replace(status: number): void {
    this.terminate();
    for (const { fail } of this.#questions.values()) fail(new Error('the shell was replaced'));
    this.#questions.clear();
    this.#told = undefined;
    this.#jobs.clear();
    this.#standing = { ...this.#standing, status };
    this.#restart(status);
  }

  /** Starts another shell; the line that waits for the one that is gone ends with `status`. */
  #restart(status: number): void {
    const { cwd } = this.#standing;
    const waiting = this.#running;
    this.#isGone = false;
    this.#starting = this.#start(cwd).then(() => {
      this.#standing = { ...this.#standing, status };
      this.#parts.listeners.note(REPLACED);
    });
    this.#starting
      // Its file could not be fetched: the next line tries again.
      .catch(() => {
        this.#isGone = true;
      })
      .finally(() => {
        if (this.#running === waiting) this.#finish(status);
      });
  }

  #send(message: ToShell): void {
    if (this.#spawned) this.#spawned.wire.send(message);
    else void this.#starting.then(() => this.#spawned?.wire.send(message)).catch(() => {});
  }

  #take(message: FromShell): void {
    switch (message.kind) {
      case 'saved':
        for (const path of message.removed) this.#saved.delete(path);
        for (const entry of message.changed) this.#saved.set(entry.path, entry);
        break;
      case 'settings':
        this.#parts.settingsChanged(message.settings);
        break;
      case 'forget history':
        this.#parts.history.clear();
        break;
      case 'answer':
        this.#questions.get(message.id)?.answer(message.value as never);
        this.#questions.delete(message.id);
        break;
      case 'call':
        void this.#call(message);
        break;
      case 'stopping':
      case 'pong':
        this.#heard++;
        break;
      default:
        // What is seen comes in the order in which it was said, however long the terminal takes.
        this.#shown = this.#shown.then(() => this.#show(message)).catch(() => {});
    }
  }

  #show(message: FromShell): Promise<void> | void {
    switch (message.kind) {
      case 'write':
        // Nobody hears a line of long ago, but its writer must not wait for ever.
        return (this.#jobs.get(message.job) ?? this.#forgotten).write(message.pieces);
      case 'done':
        this.#suggestion = message.suggestion;
        this.#stand(message.standing);
        this.#looks.forget();
        return this.#finish(message.standing.status);
      case 'ended':
        this.#ended.push(...message.lines);
        return this.#parts.listeners.refreshed();
      case 'read':
      case 'screen':
      case 'frame':
      case 'leave':
      case 'clear':
      case 'announce':
        return this.#running?.take(message);
      default:
        return undefined;
    }
  }

  #stand({ ended, ...standing }: Standing): void {
    this.#standing = { ...standing, ended: [] };
    this.#ended.push(...ended);
  }

  #finish(status: number): void {
    const job = this.#running;
    this.#running = undefined;
    job?.watch.abort();
    job?.end(status);
  }

  async #call({ id, ability, with: args }: FromShell & { readonly kind: 'call' }): Promise<void> {
    const call = this.#parts.calls[ability] as ((...args: readonly unknown[]) => unknown) | undefined;
    this.#send({ kind: 'answer', id, value: await call?.(...args) });
  }

  /** Notices a line that no longer answers, and tells of it once. */
  async #listen(job: PageJob): Promise<void> {
    for (let missed = 0; missed < MISSED; ) {
      const heard = this.#heard;
      this.#send({ kind: 'ping' });
      await this.#parts.sleep(HEARTBEAT, job.watch.signal);
      missed = this.#heard === heard ? missed + 1 : 0;
    }
    this.#parts.listeners.note(HUNG);
  }
}
