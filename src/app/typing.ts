/** Lets a line from elsewhere be seen being typed. */
import type { Host } from '../os/host.ts';
import { graphemeEnd } from '../term/width.ts';

/** A line is typed in at most so many steps, so many milliseconds apart. */
const STEPS = 20;
const DELAY = 20;

/** Shows ever longer beginnings of `line`, never within a grapheme, or all of it at once where less motion is wanted. */
export const typeOut = async (line: string, host: Host, show: (text: string) => void): Promise<void> => {
  const step = host.reducedMotion() ? line.length : Math.ceil(line.length / STEPS);
  for (let end = step; end < line.length; end += step) {
    show(line.slice(0, graphemeEnd(line, end - 1)));
    await host.sleep(DELAY, new AbortController().signal);
  }
  show(line);
};
