/** The upper part of the screen, which one program after the other gets, and the keys that the guide presses there. */
import type { Screen, Size, Tty } from '../../../os/tty.ts';
import { cursorTo, eraseRight, eraseScreen, paint } from '../../../term/ansi.ts';
import type { Key } from '../../../term/key.ts';
import { Canvas } from '../../../tui/canvas.ts';

/** Rows that the guide keeps for what it says. */
const CAPTION_ROWS = 3;
/** Below this many rows, the guide keeps only one. */
const ROOMY = 16;

/** Draws what the guide says. */
export type DrawCaption = (canvas: Canvas) => void;

/** A stage on an open screen. */
export class Stage {
  readonly #screen: Screen;
  readonly #tty: Tty;
  /** Whether a program draws only once it has taken all keys, in one step instead of moving. */
  readonly #still: boolean;
  readonly #keys: Key[] = [];
  #caption: DrawCaption = () => {};
  #wakeProgram = (): void => {};
  #wakeFrame = (): void => {};
  /** Programs begin by announcing their keys, which do not work here. */
  #greeted = false;

  constructor(tty: Tty, screen: Screen, still: boolean) {
    this.#tty = tty;
    this.#screen = screen;
    this.#still = still;
  }

  get #captionRows(): number {
    return this.#screen.size.rows >= ROOMY ? CAPTION_ROWS : 1;
  }

  get #size(): Size {
    const { columns, rows } = this.#screen.size;
    return { columns, rows: Math.max(1, rows - this.#captionRows) };
  }

  /** The terminal of the next program. */
  open(caption: DrawCaption): Tty {
    this.#caption = caption;
    this.#keys.length = 0;
    this.#greeted = false;
    const stage = this;
    return {
      get size() {
        return stage.#size;
      },
      isGuided: true,
      openScreen: () => this.#part(),
      clear: () => Promise.resolve(),
      announce: (text, style) => {
        if (this.#greeted) this.#tty.announce(text, style);
        this.#greeted = true;
      },
    };
  }

  /** Presses a key. */
  press(chord: string): void {
    this.#keys.push({ chord, text: [...chord].length === 1 ? chord : '' });
    this.#wakeProgram();
  }

  #part(): Screen {
    const stage = this;
    return {
      get size() {
        return stage.#size;
      },
      onResize: (listener) => this.#screen.onResize(() => listener(this.#size)),
      readKey: () => this.#readKey(),
      pending: () => this.#keys.length > 0,
      draw: (frame) => this.#draw(frame),
      close: () => {},
    };
  }

  async #readKey(): Promise<Key> {
    for (;;) {
      const key = this.#keys.shift();
      if (key) return key;
      this.#wakeFrame();
      await new Promise<void>((resolve) => {
        this.#wakeProgram = resolve;
      });
    }
  }

  async #draw(frame: string): Promise<void> {
    await this.#screen.draw(frame.includes(eraseScreen) ? frame + this.#drawnCaption() : frame);
    if (this.#still && this.#keys.length > 0) {
      await new Promise<void>((resolve) => {
        this.#wakeFrame = resolve;
      });
    }
  }

  #drawnCaption(): string {
    const { columns } = this.#screen.size;
    const canvas = Canvas.blank(columns, this.#captionRows);
    this.#caption(canvas);
    const top = this.#size.rows;
    const rows = Array.from({ length: canvas.rows }, (_, y) => cursorTo(top + y, 0) + canvas.pieces(y).map(paint).join('') + eraseRight);
    return rows.join('');
  }
}
