/** Brings the line of a link to the prompt, where the visitor sees it being typed. */
import { phrase } from '../locales/speech.ts';
import type { Host } from '../os/host.ts';
import { graphemeEnd } from '../term/width.ts';
import type { App } from './app.ts';

/** What decides how a line is shown. */
type MotionHost = Pick<Host, 'reducedMotion' | 'sleep'>;

/** Most steps in which a line is typed, and the milliseconds between them. */
const STEPS = 20;
const DELAY = 20;

/** Shows longer and longer beginnings of `line`, never split within a grapheme; with reduced motion, all of it at once. */
const typeOut = async (line: string, host: MotionHost, show: (text: string) => void): Promise<void> => {
  const step = host.reducedMotion() ? line.length : Math.ceil(line.length / STEPS);
  for (let end = step; end < line.length; end += step) {
    show(line.slice(0, graphemeEnd(line, end - 1)));
    await host.sleep(DELAY, new AbortController().signal);
  }
  show(line);
};

/**
 * Types the line of a link. If `mayRun`, and the line only reads, it runs by itself; otherwise it waits for Enter. Nothing
 * happens while a job runs or a line is being typed.
 */
export const followLink = async (app: App, host: MotionHost, line: string, mayRun: boolean): Promise<void> => {
  const engine = await app.wake();
  const runs = mayRun && (await engine.mayLink(line));
  if (!app.editor.isReading || app.editor.text !== '') return;
  if (!runs) app.note(phrase`This line comes from a link. Press Enter to run it.`);
  await app.demonstrate((show) => typeOut(line, host, show), runs);
};
