/** The shell's end of the wire: a machine with its session, which answers what the page sends. */
import type { Resume } from '../../data/types.ts';
import { createAssistant } from '../app/editing/assistant.ts';
import { createMachine, type Machine } from '../app/machine.ts';
import { createPreferences } from '../app/store/preferences.ts';
import { createSettingsCopy, type SettingsStore } from '../app/store/settings.ts';
import { Stopped } from '../os/failure.ts';
import type { Host } from '../os/host.ts';
import { emptyReader } from '../os/stream.ts';
import type { FileSystem } from '../os/vfs.ts';
import type { Running } from '../shell/session.ts';
import { RemoteJob } from './job.ts';
import { Outbox } from './outbox.ts';
import type { Ability, FromShell, HostCalls, HostFacts, Questions, SharedSettings, Standing, Start, ToShell, Wire } from './protocol.ts';
import { restoreFiles, SavedFiles } from './saved.ts';

/** What the shell's own side of the outside gives: time, chance, channels. */
export type OwnHost = Pick<Host, 'kind' | 'now' | 'random' | 'zoneOffset' | 'sleep' | 'breathe' | 'channel' | 'connect' | 'report'>;

/** Nothing is kept on this side: history and settings are the page's. */
const noStorage: Host['storage'] = { get: () => undefined, set: () => false, remove: () => {}, keys: () => [] };

const shared = ({ theme, fontScale, motion, view }: SharedSettings): SharedSettings => ({ theme, fontScale, motion, view });

/** A host without side effects, for lines from a link: it tells the time and sleeps, but cannot copy, open or keep anything. */
const readOnly = ({ copy, open, download, print, share, preferences, ...host }: Host): Host => host;

class Shell {
  readonly #resume: Resume;
  readonly #own: OwnHost;
  readonly #out: Outbox;
  readonly #host: Host;
  readonly #settings: SettingsStore;
  readonly #machine: Machine;
  readonly #saved: SavedFiles;
  readonly #calls = new Map<number, (value: unknown) => void>();
  #facts: HostFacts;
  #nextCall = 1;
  #history: readonly string[] = [];
  #job: { readonly remote: RemoteJob; readonly running: Running; readonly stopper: AbortController } | undefined;

  constructor(wire: Wire<FromShell, ToShell>, { facts, abilities, saved, cwd }: Start, resume: Resume, own: OwnHost) {
    this.#resume = resume;
    this.#own = own;
    this.#facts = facts;
    this.#out = new Outbox(wire, () => own.breathe());
    this.#settings = createSettingsCopy();
    this.#settings.setState(shared(facts.settings));
    this.#settings.subscribe((next, before) => {
      const settings = shared(next);
      if (JSON.stringify(settings) !== JSON.stringify(shared(before)) && JSON.stringify(settings) !== JSON.stringify(this.#facts.settings))
        this.#out.send({ kind: 'settings', settings });
    });
    this.#host = this.#createHost(abilities);
    this.#machine = this.#createMachine(this.#host, { saved, cwd });
    this.#saved = new SavedFiles(this.#machine.fs);
    this.#out.send({ kind: 'ready', standing: this.#standing() });
  }

  take(message: ToShell): void {
    switch (message.kind) {
      case 'run':
        this.#history = message.history ?? this.#history;
        void this.#run(message);
        break;
      case 'stop':
        this.#out.send({ kind: 'stopping' });
        this.#job?.stopper.abort(new Stopped(message.status));
        this.#job?.running.stop(message.status);
        break;
      case 'input':
        this.#job?.remote.input(message.text);
        break;
      case 'key':
        this.#job?.remote.key(message.screen, message.key);
        break;
      case 'size':
        this.#job?.remote.resize(message.size);
        break;
      case 'credit':
        this.#out.credit(message.amount);
        break;
      case 'ask':
        void this.#answer(message.id, message.what, message.with);
        break;
      case 'answer':
        this.#calls.get(message.id)?.(message.value);
        this.#calls.delete(message.id);
        break;
      case 'facts':
        this.#facts = message.facts;
        this.#settings.setState(shared(message.facts.settings));
        break;
      case 'ping':
        this.#out.send({ kind: 'pong' });
        break;
      case 'start':
        break;
    }
  }

  #createMachine(host: Host, before?: Pick<Start, 'saved' | 'cwd'>): Machine {
    const history = {
      entries: () => this.#history,
      add: () => {},
      clear: () => {
        this.#history = [];
        this.#out.send({ kind: 'forget history' });
      },
    };
    const restore = (fs: FileSystem): void => restoreFiles(fs, before?.saved ?? []);
    return createMachine({ resume: this.#resume, host, history, interactive: true, restore, cwd: before?.cwd });
  }

  #createHost(abilities: readonly Ability[]): Host {
    const facts = (): HostFacts => this.#facts;
    const call =
      <A extends Ability>(ability: A) =>
      (...args: Parameters<HostCalls[A]>): never =>
        this.#call(ability, args) as never;
    const calls = Object.fromEntries(abilities.map((ability) => [ability, call(ability)])) as Partial<HostCalls>;
    return {
      ...this.#own,
      ...calls,
      storage: noStorage,
      get languages() {
        return facts().languages;
      },
      reducedMotion: () => facts().reducedMotion,
      ...(this.#facts.address === undefined ? {} : { address: this.#facts.address }),
      preferences: createPreferences(this.#settings),
    };
  }

  #call(ability: Ability, args: readonly unknown[]): Promise<unknown> {
    const id = this.#nextCall++;
    this.#out.send({ kind: 'call', id, ability, with: args });
    return new Promise((resolve) => this.#calls.set(id, resolve));
  }

  #standing(): Standing {
    const { cwd, status, exited } = this.#machine.session;
    return { cwd, status, exited, ended: this.#machine.finishedJobs() };
  }

  async #run({ job, source, linked, size }: ToShell & { readonly kind: 'run' }): Promise<void> {
    const machine = linked ? this.#createMachine(readOnly(this.#host)) : this.#machine;
    const stopper = new AbortController();
    const remote = new RemoteJob(job, this.#out, stopper.signal, size);
    const running = machine.session.run(source, linked ? { ...remote.io, stdin: emptyReader } : remote.io);
    this.#job = { remote, running, stopper };
    const status = await running.finished;
    remote.end();
    this.#job = undefined;
    if (!linked) this.#save();
    for (const { finished } of machine.session.jobs) void finished.then(() => this.#tellEnded());
    this.#out.send({ kind: 'done', job, standing: { ...this.#standing(), status }, suggestion: machine.takeSuggestion(source) });
  }

  /** Tells what the line has made of the files; what cannot be told is lost with this shell, and with nothing else. */
  #save(): void {
    try {
      const saved = this.#saved.changes();
      if (saved) this.#out.send({ kind: 'saved', ...saved });
    } catch (error) {
      this.#own.report(error);
    }
  }

  #tellEnded(): void {
    // While a line runs, its end tells it.
    if (this.#job) return;
    const lines = this.#machine.finishedJobs();
    if (lines.length > 0) this.#out.send({ kind: 'ended', lines });
  }

  async #answer(id: number, what: keyof Questions, args: readonly unknown[]): Promise<void> {
    const assistant = createAssistant(this.#machine);
    const answers: {
      readonly [Q in keyof Questions]: (...ask: Questions[Q]['ask']) => Questions[Q]['answer'] | Promise<Questions[Q]['answer']>;
    } = {
      look: (text) => ({
        line: assistant.highlight(text),
        hint: assistant.hint(text),
        isComplete: this.#machine.session.isComplete(text),
      }),
      complete: (text, cursor) => assistant.complete(text, cursor),
      mayLink: async (line) => (await import('../app/links.ts')).isLinkable(line, this.#machine.commands),
    };
    const value = await (answers[what] as (...ask: readonly unknown[]) => unknown)(...args);
    this.#out.send({ kind: 'answer', id, value });
  }
}

/** Answers one page on `wire`, which says `start` first. */
export const serveShell = (wire: Wire<FromShell, ToShell>, resume: Resume, own: OwnHost): void => {
  let shell: Shell | undefined;
  wire.listen((message) => {
    if (message.kind === 'start') shell = new Shell(wire, message, resume, own);
    else shell?.take(message);
  });
};
