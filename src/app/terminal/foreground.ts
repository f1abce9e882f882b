/** One line as the terminal's foreground job: its streams, its keys, and the terminal back as it was. */
import { Stopped } from '../../os/failure.ts';
import { restore } from '../../term/ansi.ts';
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
  readonly announced: (text: string) => void;
  /** The line that a job reads, as it is typed. */
  readonly typed: (line: string) => void;
}

/** Runs `source` with the keyboard its own; resolves to the exit status, with the keys that nobody read given back. */
export const runForeground = async (source: string, linked: boolean, shell: Shell, parts: ForegroundParts): Promise<number> => {
  const { output, keyboard } = parts;
  const stopper = new AbortController();
  const { signal } = stopper;
  const stop = (status: number): void => {
    stopper.abort(new Stopped(status));
    job.stop(status);
  };
  const cooked = new CookedInput(output, signal, stop, { typed: parts.typed });
  const writer = output.writer(signal);
  const tty = createTty({ ...parts, signal, cooked });
  const job = shell.run(source, { stdin: cooked, stdout: writer, stderr: writer, tty }, linked);
  keyboard.give((key) => cooked.feed(key));
  const status = await job.finished;
  tty.end();
  keyboard.give(undefined);
  keyboard.unread(cooked.takeUnread());
  output.raw(restore);
  return status;
};
