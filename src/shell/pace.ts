/** Keeps jobs from holding the thread: each turn of a loop and each write asks here whether to breathe. */
import type { Host } from '../os/host.ts';
import { BREATH } from '../os/limits.ts';
import type { Pace, Writer } from '../os/stream.ts';

/** Calls after which a job breathes even if the clock stands still, as a test's may. */
const CALLS = 1000;

/** The breath that all jobs of a session share. */
export interface Pacer {
  /** A job's pace: throws the signal's reason once it is aborted. */
  pace(signal: AbortSignal): Pace;
  /** Begins a fresh breath: nothing ran just before. */
  rest(): void;
}

/** A pacer by the host's clock. */
export const createPacer = (host: Host): Pacer => {
  let since = host.now();
  let calls = 0;
  let breath: Promise<void> | undefined;
  const rest = (): void => {
    since = host.now();
    calls = 0;
    breath = undefined;
  };
  const breathe = (): Promise<void> => {
    breath ??= host.breathe().then(rest);
    return breath;
  };
  const pace = (signal: AbortSignal): Pace => {
    return () => {
      signal.throwIfAborted();
      if (!breath && ++calls < CALLS && host.now() - since < BREATH) return undefined;
      return breathe().then(() => signal.throwIfAborted());
    };
  };
  return { pace, rest };
};

/** The same writer for a job of its own: each write minds the job's stop, and lets the host breathe. */
export const pacedWriter = (writer: Writer, pace: Pace): Writer => ({
  isTty: writer.isTty,
  get columns() {
    return writer.columns;
  },
  write: async (text, style) => {
    await pace();
    await writer.write(text, style);
  },
  close: () => writer.close(),
});
