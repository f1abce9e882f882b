/** Leads a visitor from stop to stop: each exhibit plays by itself until its time is over, or the visitor presses a key. */

import type { Speech } from '../../../locales/speech.ts';
import { Stopped } from '../../../os/failure.ts';
import type { Process } from '../../../os/process.ts';
import { runCommand } from '../../../os/run.ts';
import { INTERRUPTED, SUCCESS } from '../../../os/status.ts';
import { nullWriter, type Writer } from '../../../os/stream.ts';
import type { Screen, Tty } from '../../../os/tty.ts';
import type { Key } from '../../../term/key.ts';
import type { Canvas } from '../../../tui/canvas.ts';
import { prose } from '../../../tui/widgets.ts';
import { Stage } from './stage.ts';
import type { Stop } from './stops.ts';

/** Milliseconds of the whole tour, which its stops share, and the most and the least for a stop. */
const WHOLE = 176_000;
const LONGEST = 20_000;
const SHORTEST = 8_000;
/** Steps in a second, if nothing moves by itself. */
const STEPS = 2;
/** Steps after the last key there. */
const LAST_STEPS = 4;

/** How the tour ended. */
export interface Tour {
  readonly shown: readonly Stop[];
  /** 0, or 130 for Ctrl-C. */
  readonly status: number;
}

/** The visitor's keys; a key stays the next one until it is taken. */
class Keyboard {
  readonly #screen: Screen;
  #key: Promise<Key> | undefined;
  constructor(screen: Screen) {
    this.#screen = screen;
  }
  /** The next key, the same until it is taken. */
  next(): Promise<Key> {
    this.#key ??= this.#screen.readKey();
    // There may be no reader any more when the screen closes.
    this.#key.catch(() => {});
    return this.#key;
  }
  take(): void {
    this.#key = undefined;
  }
}

/** A writer that drops everything: on the tour, programs only draw. */
const mute = (writer: Writer): Writer => ({ ...nullWriter, isTty: true, columns: writer.columns });

/** The process of an exhibit on the stage. */
const onStage = (process: Process, name: string, tty: Tty): Process => ({
  name,
  args: [],
  id: process.id,
  cwd: process.cwd,
  env: process.env,
  umask: process.umask,
  stdin: process.stdin,
  stdout: mute(process.stdout),
  stderr: mute(process.stderr),
  fs: process.fs,
  memory: process.memory,
  host: process.host,
  extensions: process.extensions,
  tty,
  signal: process.signal,
  commands: process.commands,
  pace: process.pace,
  resolve: (path) => process.resolve(path),
  open: (path) => process.open(path),
  create: (path, append) => process.create(path, append),
  spawn: (argv, redirections) => process.spawn(argv, redirections),
  shell: (source, redirections) => process.shell(source, redirections),
});

const drawCaption = ({ say, translate }: Speech, canvas: Canvas, { command, title, job, look }: Stop, count: string): void => {
  const bar = canvas.region(0, 0, canvas.columns, 1);
  bar.fill(' ', { inverse: true });
  bar.put(1, 0, `${count} ${command.name}${job === undefined ? '' : say`, from ${job}`}: ${title}`, { inverse: true, bold: true });
  bar.right(0, translate(' any key: on  q: leave '), { inverse: true });
  prose(canvas.region(1, 1, canvas.columns - 2), 0, [look]);
};

/** One tour on one screen. */
class Guide {
  readonly #process: Process;
  readonly #tty: Tty;
  readonly #stage: Stage;
  readonly #keyboard: Keyboard;
  readonly #still: boolean;
  readonly #speech: Speech;

  constructor(process: Process, tty: Tty, screen: Screen, speech: Speech) {
    this.#process = process;
    this.#tty = tty;
    this.#still = process.host.reducedMotion();
    this.#stage = new Stage(tty, screen, this.#still);
    this.#keyboard = new Keyboard(screen);
    this.#speech = speech;
  }

  async show(stops: readonly Stop[]): Promise<Tour> {
    const stay = Math.min(LONGEST, Math.max(SHORTEST, WHOLE / stops.length));
    for (const [index, stop] of stops.entries()) {
      const key = await this.#play(stop, `${index + 1}/${stops.length}`, stay);
      const shown = stops.slice(0, index + 1);
      if (key?.chord === 'C-c') return { shown, status: INTERRUPTED };
      if (key?.chord === 'q' || key?.chord === 'Escape') return { shown, status: SUCCESS };
    }
    return { shown: stops, status: SUCCESS };
  }

  /** Shows one exhibit; returns the key with which the visitor went on, if they pressed one. */
  async #play(stop: Stop, count: string, stay: number): Promise<Key | undefined> {
    this.#tty.announce(this.#speech.say`${count} ${stop.command.name}: ${stop.title}. ${stop.look} Any key goes on, q leaves.`);
    const tty = this.#stage.open((canvas) => drawCaption(this.#speech, canvas, stop, count));
    const over = runCommand(stop.command, onStage(this.#process, stop.command.name, tty));
    // If the tour itself is stopped, the await below throws.
    over.catch(() => {});
    const key = await (this.#still ? this.#step(stop) : this.#perform(stop, stay, over));
    if (key) this.#keyboard.take();
    this.#stage.press('C-c');
    await over;
    return key;
  }

  /** Plays everything at once, then waits for a key. */
  #step({ command }: Stop): Promise<Key> {
    let reached = 0;
    const steps = (count: number): void => {
      for (let i = 0; i < count; i++) this.#stage.press('.');
    };
    for (const [seconds, chord] of command.demonstration?.keys ?? []) {
      steps((seconds - reached) * STEPS);
      this.#stage.press(chord);
      reached = seconds;
    }
    steps(LAST_STEPS);
    return this.#keyboard.next();
  }

  /** Presses each key at its time. */
  async #perform({ command }: Stop, stay: number, over: Promise<unknown>): Promise<Key | undefined> {
    const cues = (command.demonstration?.keys ?? [])
      .map(([seconds, chord]) => ({ at: seconds * 1000, chord }))
      .filter(({ at }) => at < stay);
    let now = 0;
    for (const { at, chord } of [...cues, { at: stay, chord: undefined }]) {
      const key = await this.#wait(at - now, over);
      if (key !== 'time') return key;
      if (chord !== undefined) this.#stage.press(chord);
      now = at;
    }
    return undefined;
  }

  /** Waits for the time to pass; returns a key if it comes first, or undefined if the program has ended. */
  async #wait(milliseconds: number, over: Promise<unknown>): Promise<Key | 'time' | undefined> {
    const { host, signal } = this.#process;
    const enough = new AbortController();
    const time = host.sleep(milliseconds, AbortSignal.any([signal, enough.signal])).then(() => 'time' as const);
    time.catch(() => {});
    try {
      return await Promise.race([this.#keyboard.next(), time, over.then(() => undefined)]);
    } finally {
      enough.abort(new Stopped(SUCCESS));
    }
  }
}

/** Shows the stops on the whole screen, then gives the screen back. Rejects if the job is stopped. */
export const guide = async (process: Process, tty: Tty, stops: readonly Stop[], speech: Speech): Promise<Tour> => {
  const screen = tty.openScreen({ mouse: true });
  try {
    return await new Guide(process, tty, screen, speech).show(stops);
  } finally {
    screen.close();
  }
};
