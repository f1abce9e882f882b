/** Stands in for the terminal while that is on its way: the prerendered screen takes whole lines and shows what they print. */
import type { Block } from '../app/transcript.ts';
import { type Line, roleColour } from '../term/style.ts';
import type { Early } from './early.ts';

/** The prerendered screen at work. */
export interface StandIn {
  /** Gives `run` each line that was typed so far, and from now on each as its Enter is pressed, whenever a prompt waits. */
  start(run: (line: string) => void): void;
  /** Shows what a command printed. */
  printed(block: Block): void;
  /** Shows the next prompt, which takes the next line. */
  prompted(prompt: Line): void;
  /** Ends it; answers what was typed and not yet given. */
  end(): string;
}

const drawn = (line: Line): Node[] =>
  line.map(({ text, style }) => {
    const piece = document.createElement('span');
    piece.textContent = text;
    if (style?.role) piece.classList.add(`c${roleColour[style.role]}`);
    if (style?.bold) piece.classList.add('b');
    return piece;
  });

/** Of the two layouts, the one that is seen. */
const echoPlace = (): Element | undefined =>
  [...document.querySelectorAll('.echo')].find(({ parentElement }) => parentElement?.offsetHeight);

/** What was typed before comes from the inline script. */
export const createStandIn = (early: Early, screen: HTMLElement): StandIn => {
  let run: ((line: string) => void) | undefined;
  let waits = false;

  const append = (...nodes: (Node | string)[]): void => {
    echoPlace()?.before(...nodes);
    screen.scrollTop = screen.scrollHeight;
  };
  const giveLine = (): void => {
    const end = early.typed.indexOf('\r', early.shown) + 1;
    if (!run || !waits || end === 0) return;
    waits = false;
    append((echoPlace()?.textContent ?? '').replace(/\n[\s\S]*/, '\n'));
    const line = early.typed.slice(early.shown, end);
    early.shown = end;
    early.echo();
    run(line);
  };

  return {
    start: (taker) => {
      run = taker;
      addEventListener('keydown', giveLine);
      giveLine();
    },
    printed: ({ lines }) => append(...lines.flatMap((line) => [...drawn(line), '\n'])),
    prompted: (prompt) => {
      if (run) append(...drawn(prompt));
      waits = true;
      queueMicrotask(giveLine);
    },
    end: () => {
      run = undefined;
      removeEventListener('keydown', giveLine);
      early.stop();
      return early.typed.slice(early.shown);
    },
  };
};
