/** The prerendered screen as a terminal, while the real one loads: it takes whole lines and shows what they print. */
import type { Block } from '../../app/transcript.ts';
import { type Line, roleColour } from '../../term/style.ts';
import type { Early } from './early.ts';

/** The prerendered screen at work. */
export interface EarlyTerminal {
  /** Gives `run` each line that was typed so far, and from now on each line at its Enter, whenever there is a prompt. */
  start(run: (line: string) => void): void;
  /** Shows what a command printed. */
  printed(block: Block): void;
  /** Shows the next prompt, which takes the next line. */
  prompted(prompt: Line): void;
  /** Ends it; returns the text that was typed but not given to `run`. */
  end(): string;
}

const span = (text: string, ...classes: string[]): HTMLElement => {
  const element = document.createElement('span');
  element.textContent = text;
  element.classList.add(...classes);
  return element;
};

const drawn = (line: Line): Node[] =>
  line.map(({ text, style }) => span(text, ...(style?.role ? [`c${roleColour[style.role]}`] : []), ...(style?.bold ? ['b'] : [])));

/** What was typed before comes from the inline script. */
export const createEarlyTerminal = (early: Early, screen: HTMLElement): EarlyTerminal => {
  let run: ((line: string) => void) | undefined;
  let waits = false;

  /** Existing text stays where it is, with a new caret after the new text, so that nothing counts as a layout shift. */
  const append = (...nodes: (Node | string)[]): void => {
    for (const end of screen.querySelectorAll('.caret, .ghost')) end.remove();
    screen.append(...nodes, span(' ', 'caret'));
    screen.scrollTop = screen.scrollHeight;
  };
  const giveLine = (): void => {
    const end = early.keys.indexOf('\r', early.shown) + 1;
    if (!run || !waits || end === 0) return;
    waits = false;
    for (const echo of document.querySelectorAll('.echo')) {
      echo.textContent = (echo.textContent ?? '').replace(/\n[\s\S]*/, '\n');
      echo.classList.remove('echo');
    }
    append();
    const line = early.keys.slice(early.shown, end);
    early.shown = end;
    run(line);
  };

  return {
    start: (taker) => {
      run = taker;
      addEventListener('keydown', giveLine);
      giveLine();
    },
    // A row is free above and below, as the app leaves it.
    printed: ({ lines }) => {
      // What the page came with is there.
      if (run) append(...(lines.length > 0 ? ['\n'] : []), ...lines.flatMap((line) => [...drawn(line), '\n']));
    },
    prompted: (prompt) => {
      waits = true;
      if (!run) return;
      append('\n', ...drawn(prompt), span('', 'echo'));
      early.echo();
      queueMicrotask(giveLine);
    },
    end: () => {
      run = undefined;
      removeEventListener('keydown', giveLine);
      early.stop();
      return early.keys.slice(early.shown);
    },
  };
};
