/** The terminal that the app has from the start: it keeps output until the emulator is there to show it. */
import type { Terminal } from '../../app/terminal/terminal.ts';

/** Pixels that the fit addon leaves for the scroll bar. */
const SCROLLBAR = 14;

/** Cells of a terminal. */
export interface CellSize {
  readonly columns: number;
  readonly rows: number;
}

/** The cells that fit into `place`, measured on the prerendered screen; 80 by 24 if that is hidden. */
const measureSize = (place: HTMLElement): CellSize => {
  const caret = [...document.querySelectorAll('.caret')].find((element) => element.getClientRects().length > 0);
  if (!caret) return { columns: 80, rows: 24 };
  const columns = Math.floor((place.clientWidth - SCROLLBAR) / caret.getBoundingClientRect().width);
  const rows = Math.floor(place.clientHeight / Number.parseFloat(getComputedStyle(caret).lineHeight));
  return { columns: Math.max(columns, 2), rows: Math.max(rows, 1) };
};

/** Takes the place of an emulator that is still loading. */
export class DeferredTerminal implements Terminal {
  readonly splitsKeys = false;
  readonly #place: HTMLElement;
  #size: CellSize;
  readonly #attached: ((emulator: Terminal) => void)[] = [];
  #emulator: Terminal | undefined;
  #held = '';
  /** How much of it is the first screen. */
  #first = 0;
  #written: (() => void)[] = [];
  /** Where an answer begins in it, and whether that is to be seen. */
  #line: number | undefined;
  #isFromBeginning = false;

  /** `place` is where the emulator will be. */
  constructor(place: HTMLElement) {
    this.#place = place;
    this.#size = measureSize(place);
  }

  get columns(): number {
    return (this.#emulator ?? this.#size).columns;
  }

  get rows(): number {
    return (this.#emulator ?? this.#size).rows;
  }

  /** Writes the kept output to `emulator`, which has this terminal's size, and passes everything on to it from now on. */
  attach(emulator: Terminal): void {
    this.#emulator = emulator;
    for (const listen of this.#attached) listen(emulator);
    const written = this.#written;
    emulator.write(this.#held.slice(0, this.#line ?? 0));
    if (this.#line !== undefined) emulator.markLine?.();
    emulator.write(this.#held.slice(this.#line ?? 0), () => {
      for (const done of written) done();
    });
    if (this.#isFromBeginning) emulator.showBeginning?.();
    this.#held = '';
    this.#written = [];
  }

  mark(): void {
    this.#first = this.#held.length;
  }

  markLine(): void {
    if (this.#emulator) this.#emulator.markLine?.();
    else this.#line = this.#held.length;
  }

  showBeginning(): void {
    if (this.#emulator) this.#emulator.showBeginning?.();
    else this.#isFromBeginning = this.#line !== undefined;
  }

  /** Nobody has seen the first screen here: the page shows it. */
  async lift(): Promise<void> {
    if (this.#emulator) return this.#emulator.lift?.();
    this.#held = this.#held.slice(this.#first);
    this.#line = undefined;
    this.#first = 0;
    this.resize();
  }

  /** Measures anew, as long as there is no emulator. */
  resize(): void {
    if (!this.#emulator) this.#size = measureSize(this.#place);
  }

  write(data: string, done?: () => void): void {
    if (this.#emulator) {
      this.#emulator.write(data, done);
      return;
    }
    this.#held += data;
    if (done) this.#written.push(done);
  }

  onData(listener: (data: string) => void): void {
    this.#attached.push((emulator) => emulator.onData(listener));
  }

  beforeResize(listener: () => void): void {
    this.#attached.push((emulator) => emulator.beforeResize(listener));
  }

  onResize(listener: () => void): () => void {
    if (this.#emulator) return this.#emulator.onResize(listener);
    let forget: (() => void) | undefined;
    let forgotten = false;
    this.#attached.push((emulator) => {
      if (!forgotten) forget = emulator.onResize(listener);
    });
    return () => {
      forgotten = true;
      forget?.();
    };
  }

  scrollPages(pages: number): void {
    this.#emulator?.scrollPages(pages);
  }

  scrollToBottom(): void {
    this.#emulator?.scrollToBottom();
  }
}
