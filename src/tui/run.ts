/** Runs a full-screen program on the controlling terminal: keys, time and effects in, frames out. */
import { CommandError, Stopped } from '../os/failure.ts';
import type { Host } from '../os/host.ts';
import type { Process } from '../os/process.ts';
import { INTERRUPTED, SUCCESS, TERMINATED } from '../os/status.ts';
import type { Screen, Tty } from '../os/tty.ts';
import { beginFrame, endFrame } from '../term/ansi.ts';
import { clean } from '../term/clean.ts';
import type { Key } from '../term/key.ts';
import type { Canvas } from './canvas.ts';
import { diff } from './diff.ts';
import { drawFrame, offeredKeys } from './frame.ts';
import { type Chrome, helpText } from './help.ts';
import { type Action, press } from './press.ts';
import { applyMessage, type Effect, type EffectPort, type Program, type Tick } from './program.ts';
import { type Wording, wordingOf } from './wording.ts';

/** No program's time runs faster than a screen's: milliseconds. */
const SHORTEST_TICK = 16;

/** Milliseconds of a program's time that pass at one step of a user who wants no movement; and until the next event, at most. */
const STEP = 500;
const LONGEST_SKIP = 10_000;

/** How a program ended. */
export interface Outcome<Model> {
  /** 0, or 130 for Ctrl-C, or what an effect left with. */
  readonly status: number;
  readonly model: Model;
  /** Whether the help screen's link was taken. */
  readonly followed: boolean;
}

class Runner<Model, Message> {
  readonly #process: Process;
  readonly #program: Program<Model, Message>;
  readonly #tty: Tty;
  readonly #screen: Screen;
  readonly #wording: Wording;
  readonly #life = new AbortController();
  readonly #port: EffectPort<Message>;
  #model: Model;
  #help: number | undefined;
  #shown: Canvas<Message> | undefined;
  readonly #offer: Host['offer'];
  #offered = '';
  #stale = false;
  #drawing = false;
  #ticking = false;
  #heard = false;
  #resolve: (outcome: Outcome<Model>) => void = () => {};
  #reject: (reason: unknown) => void = () => {};

  constructor(process: Process, program: Program<Model, Message>, tty: Tty, screen: Screen, wording: Wording) {
    this.#process = process;
    this.#program = program;
    this.#tty = tty;
    this.#screen = screen;
    this.#wording = wording;
    this.#model = program.init;
    // On a tour nobody presses the keys.
    this.#offer = program.bare || tty.isGuided ? undefined : process.host.offer;
    this.#port = {
      process,
      signal: this.#life.signal,
      send: (message) => this.#send(message),
      leave: (status = SUCCESS) => this.#leave(status),
    };
  }

  async run(): Promise<Outcome<Model>> {
    const { signal } = this.#process;
    const stopped = (): void => this.#reject(signal.reason);
    const deafen = this.#screen.onResize(() => this.#resized());
    signal.addEventListener('abort', stopped, { once: true });
    try {
      return await new Promise<Outcome<Model>>((resolve, reject) => {
        this.#resolve = resolve;
        this.#reject = reject;
        signal.throwIfAborted();
        this.#begin();
      });
    } finally {
      this.#life.abort(new Stopped(TERMINATED));
      signal.removeEventListener('abort', stopped);
      deafen();
      this.#offer?.([], false);
    }
  }

  #begin(): void {
    if (!this.#program.bare) this.#greet();
    this.#resized();
    for (const effect of this.#program.start ?? []) this.#perform(effect);
    this.#watch(this.#readKeys());
  }

  #greet(): void {
    const { title, explains } = this.#program;
    const sentences = [this.#wording('{0} fills the screen: ? explains it, q leaves.').replace('{0}', () => title)];
    if (explains?.asText !== undefined) sentences.push(this.#wording('As text: {0}').replace('{0}', explains.asText));
    this.#tty.announce(sentences.join(' '));
  }

  /** What the terminal shows now is anybody's guess: all of it is drawn again. */
  #resized(): void {
    this.#shown = undefined;
    const message = this.#program.resized?.(this.#screen.size);
    if (message === undefined) this.#changed();
    else this.#send(message);
  }

  get #over(): boolean {
    return this.#life.signal.aborted;
  }

  get #chrome(): Chrome {
    return {
      help: this.#help,
      stepping: this.#process.host.reducedMotion(),
      wording: this.#wording,
      hasButtons: this.#offer !== undefined,
    };
  }

  /** A failure of what runs beside the promise of `run` becomes its own, as long as the program is there. */
  #watch(task: Promise<void>): void {
    task.catch((error: unknown) => this.#reject(error));
  }

  async #readKeys(): Promise<void> {
    while (!this.#over) {
      const key = await this.#screen.readKey();
      if (!this.#over) this.#press(key);
    }
  }

  #press(key: Key): void {
    const target = key.chord === 'Click' ? this.#shown?.target(key.column ?? -1, key.row ?? -1) : undefined;
    const pressed = { program: this.#program, model: this.#model, chrome: this.#chrome, size: this.#screen.size, target };
    this.#act(press(pressed, key));
  }

  #act(action: Action<Message>): void {
    switch (action.kind) {
      case 'none':
        break;
      case 'message':
        this.#send(action.message);
        break;
      case 'help':
        if (action.help !== undefined && this.#help === undefined)
          this.#tty.announce(clean(helpText(this.#program, this.#model, this.#chrome).join('\n')));
        this.#help = action.help;
        this.#changed();
        break;
      case 'leave':
        this.#leave(action.interrupted ? INTERRUPTED : SUCCESS);
        break;
      case 'follow':
        this.#leave(SUCCESS, true);
        break;
      case 'pass':
        this.#pass(action.untilHeard);
        break;
    }
  }

  #leave(status: number, followed = false): void {
    this.#resolve({ status, model: this.#model, followed });
    this.#life.abort(new Stopped(TERMINATED));
  }

  #send(message: Message): void {
    if (this.#over) return;
    const before = this.#model;
    const { model, effects } = applyMessage(this.#program, before, message);
    this.#model = model;
    const said = this.#program.announce?.(model, before) ?? [];
    if (said.length > 0) {
      this.#tty.announce(clean(said.join('\n')));
      this.#heard = true;
    }
    for (const effect of effects) this.#perform(effect);
    this.#changed();
  }

  /** Time in one go, without a frame in between. */
  #pass(untilHeard: boolean): void {
    this.#heard = false;
    let left = untilHeard ? LONGEST_SKIP : STEP;
    for (let tick = this.#program.tick?.(this.#model); tick && left > 0 && !this.#over; tick = this.#program.tick?.(this.#model)) {
      this.#send(tick.message);
      if (untilHeard && this.#heard) return;
      left -= Math.max(SHORTEST_TICK, tick.every);
    }
  }

  #perform(effect: Effect<Message>): void {
    this.#watch((async () => effect(this.#port))());
  }

  #changed(): void {
    this.#stale = true;
    if (!this.#drawing) this.#watch(this.#draw());
    if (!this.#ticking) this.#watch(this.#tick());
  }

  /** Draws until nothing has changed; what changes while the terminal takes a frame is in the next one. */
  async #draw(): Promise<void> {
    this.#drawing = true;
    // Several messages of one turn make one frame.
    await undefined;
    while (this.#stale && !this.#over) {
      this.#stale = false;
      this.#offerKeys();
      const next = drawFrame(this.#program, this.#model, this.#chrome, this.#screen.size);
      const output = diff(this.#shown, next);
      this.#shown = next;
      if (output !== '') await this.#screen.draw(beginFrame + output + endFrame);
    }
    this.#drawing = false;
  }

  /** Tells the host which keys hold, when others do than before. */
  #offerKeys(): void {
    if (!this.#offer) return;
    const keys = offeredKeys(this.#program, this.#model, this.#chrome);
    const offered = JSON.stringify(keys);
    if (offered === this.#offered) return;
    this.#offered = offered;
    this.#offer(keys, this.#program.takesText ?? this.#program.key !== undefined);
  }

  /** Time stands still while the help screen is read, and under reduced motion. */
  #due(): Tick<Message> | undefined {
    return this.#help === undefined && !this.#process.host.reducedMotion() ? this.#program.tick?.(this.#model) : undefined;
  }

  async #tick(): Promise<void> {
    this.#ticking = true;
    for (let tick = this.#due(); tick && !this.#over; tick = this.#due()) {
      await this.#process.host.sleep(Math.max(SHORTEST_TICK, tick.every), this.#life.signal);
      const due = this.#due();
      if (due) this.#send(due.message);
    }
    this.#ticking = false;
  }
}

/**
 * Runs `program` until it is left, then gives the screen back as it was. Rejects with the job's abort reason when the job is
 * stopped, and with CommandError where there is no terminal.
 */
export const runProgram = async <Model, Message>(process: Process, program: Program<Model, Message>): Promise<Outcome<Model>> => {
  const { tty } = process;
  if (!tty) throw new CommandError('not a terminal');
  const wording = await wordingOf(process);
  const screen = tty.openScreen({ mouse: !program.bare });
  try {
    return await new Runner(process, program, tty, screen, wording).run();
  } finally {
    screen.close();
  }
};
