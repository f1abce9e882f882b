/** One line as the terminal's foreground job: its streams, its keys, and the terminal back as it was. */
import { Stopped } from '../../os/failure.ts';
import type { Host } from '../../os/host.ts';
import type { Writer } from '../../os/stream.ts';
import { restore } from '../../term/ansi.ts';
import type { Line } from '../../term/style.ts';
import type { Shell } from '../shell.ts';
import type { Transcript } from '../transcript.ts';
import { CookedInput } from './cooked.ts';
import type { Keyboard } from './keyboard.ts';
import type { Output } from './output.ts';
import type { Terminal } from './terminal.ts';
import { createTty } from './tty.ts';

/** What all jobs of one terminal share. */
export interface ForegroundParts {
  readonly terminal: Terminal;
  readonly output: Output;
  readonly keyboard: Keyboard;
  readonly transcript: Transcript;
  readonly announced: (text: string, lang?: string) => void;
  /** What a job has printed and not yet said. */
  readonly told: (lines: readonly Line[]) => void;
  readonly sleep: Host['sleep'];
  /** The line that a job reads, as it is typed. */
  readonly typed: (line: string) => void;
}

/** Milliseconds of quiet after which what was printed is said, and for which it waits at most. */
const QUIET = 1_000;
const PATIENCE = 4_000;

/** Calls `act` a second after the last call, and at least every few seconds. */
const createDelay = (act: () => void, sleep: (milliseconds: number) => Promise<void>): (() => void) => {
  let stirs = 0;
  let due = false;
  const fire = (): void => {
    if (!due) return;
    due = false;
    act();
  };
  const never = (): void => {};
  return () => {
    const mine = ++stirs;
    sleep(QUIET).then(() => mine === stirs && fire(), never);
    if (due) return;
    due = true;
    sleep(PATIENCE).then(fire, never);
  };
};

/** A writer that tells when something was written. */
const watched = (writer: Writer, wrote: () => void): Writer => ({
  ...writer,
  get columns() {
    return writer.columns;
  },
  write: async (text, style) => {
    await writer.write(text, style);
    wrote();
  },
});

/** Runs `source` with the keyboard its own; resolves to the exit status, with the keys that nobody read given back. */
export const runForeground = async (source: string, linked: boolean, shell: Shell, parts: ForegroundParts): Promise<number> => {
  const { output, keyboard, transcript } = parts;
  const stopper = new AbortController();
  const { signal } = stopper;
  const stop = (status: number): void => {
    stopper.abort(new Stopped(status));
    job.stop(status);
  };
  const over = new AbortController();
  const tell = (): void => {
    const lines = transcript.unheard();
    if (lines.length > 0) parts.told(lines);
  };
  const soon = createDelay(tell, (milliseconds) => parts.sleep(milliseconds, over.signal));

  const typed = (line: string): void => {
    // The visitor has just typed this: it need not be announced.
    if (line === '') transcript.unheard();
    parts.typed(line);
  };
  const cooked = new CookedInput(output, signal, stop, { waits: tell, typed });
  const writer = watched(output.writer(signal), soon);
  const tty = createTty({ ...parts, signal, cooked });
  const job = shell.run(source, { stdin: cooked, stdout: writer, stderr: writer, tty }, linked);
  keyboard.give((key) => cooked.feed(key));
  const status = await job.finished;
  over.abort();
  tty.end();
  keyboard.give(undefined);
  keyboard.unread(cooked.takeUnread());
  output.raw(restore);
  return status;
};
