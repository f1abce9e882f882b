/** xterm.js as the shell's terminal: its options, its links, its size, and who takes its keys. */
import { FitAddon } from '@xterm/addon-fit';
import { type ILinkHandler, type IMarker, type ITheme, Terminal as Xterm } from '@xterm/xterm';
import type { Terminal } from '../../app/terminal/terminal.ts';
import { runScheme } from '../../term/ansi.ts';
import type { Colour, Theme } from '../../term/theme.ts';
import { unicodeProvider } from '../../term/width.ts';
import { type KeyPort, takesKey } from './keys.ts';
import { guardParser } from './parser-guard.ts';

/** What a click on a link in the output does. */
export interface LinkActions {
  run(line: string): void;
  open(url: string): void;
  /** The link under the pointer, or none. */
  hover(label: string | undefined): void;
}

/** What the emulator asks and reports. */
export type EmulatorPort = LinkActions & KeyPort;

/** The terminal's text, in CSS pixels. */
export interface Font {
  readonly pixels: number;
  /** The height of a row. */
  readonly row: number;
}

/** What an emulator begins with. */
export interface EmulatorParts {
  readonly place: HTMLElement;
  /** Of the first screen; `setTheme` gives all. */
  readonly theme: ITheme;
  readonly font: Font;
  readonly columns: number;
  readonly rows: number;
}

/** The page's terminal. */
export interface Emulator extends Terminal {
  readonly xterm: Xterm;
  /** Calls `listener` once, with the frame that shows everything written so far. */
  onShown(listener: () => void): void;
  /** Fits the terminal into its place. */
  fit(): void;
  /** Focuses the element that takes the keys. */
  focus(): void;
  /** Gives the keys to another element, such as a field for soft keyboards. */
  yieldFocus(element: HTMLElement): void;
  /** Whether the pointer is over a link. */
  isOverLink(): boolean;
  /** False at the end of the buffer. */
  scrollLines(lines: number): boolean;
  /** Whether the view shows the newest rows. */
  readonly isAtEnd: boolean;
  /** In CSS pixels. */
  readonly rowHeight: number;
  /** `extended` are the theme's entries beyond the sixteen, by their number. */
  setTheme(theme: Theme, extended: ReadonlyMap<number, Colour>): void;
  /** Sets the text, and measures its cells anew: a face may have come meanwhile. */
  setFont(font: Font): void;
  /** Calls `listener` whenever what is shown has changed. */
  onChanged(listener: () => void): void;
  /** The row of the view in which the cursor stands, from 0; undefined while a program has the whole screen. */
  readonly cursorRow: number | undefined;
}

/** A smaller size means that the page is hidden or not laid out yet. */
const SMALLEST = { columns: 8, rows: 3 };

const linkLabel = (target: string): string => (target.startsWith(runScheme) ? decodeURIComponent(target.slice(runScheme.length)) : target);

const themeColours = (theme: Theme, extended: ReadonlyMap<number, Colour>): ITheme => {
  const { background, foreground, cursor, selection, palette, kind } = theme;
  const [black, red, green, yellow, blue, magenta, cyan, white] = palette;
  const [brightBlack, brightRed, brightGreen, brightYellow, brightBlue, brightMagenta, brightCyan, brightWhite] = palette.slice(8);
  const normal = { black, red, green, yellow, blue, magenta, cyan, white };
  const bright = { brightBlack, brightRed, brightGreen, brightYellow, brightBlue, brightMagenta, brightCyan, brightWhite };
  // Where the list has a hole, xterm.js keeps its own colour.
  const extendedAnsi: string[] = [];
  for (const [index, colour] of extended) extendedAnsi[index - 16] = colour;
  const colours = {
    ...normal,
    ...bright,
    extendedAnsi,
    background,
    foreground,
    cursor,
    // White is the better ink on a light theme's cursor.
    cursorAccent: kind === 'light' ? '#ffffff' : background,
    selectionBackground: selection,
    // Whatever is selected is in ink: its own colour may be too near.
    selectionForeground: foreground,
  };
  return Object.fromEntries(Object.entries(colours).filter(([, colour]) => colour !== undefined));
};

/** Links of OSC 8; `over` is told whether the pointer is on one. */
const linkHandler = (port: LinkActions, over: (on: boolean) => void): ILinkHandler => ({
  allowNonHttpProtocols: true,
  activate: (_event, target) => {
    if (target.startsWith(runScheme)) port.run(linkLabel(target));
    else port.open(target);
  },
  hover: (_event, target) => {
    over(true);
    port.hover(linkLabel(target));
  },
  leave: () => {
    over(false);
    port.hover(undefined);
  },
});

/** xterm.js measures letters on a canvas, whose hinting rounds their width to whole pixels; without one, it measures the page's own text. */
const openMeasured = (xterm: Xterm, place: HTMLElement): void => {
  const { OffscreenCanvas: canvas } = globalThis;
  try {
    Reflect.deleteProperty(globalThis, 'OffscreenCanvas');
    xterm.open(place);
  } finally {
    if (canvas) Object.assign(globalThis, { OffscreenCanvas: canvas });
  }
};

const openXterm = ({ place, theme, font, columns, rows }: EmulatorParts, port: EmulatorPort, over: (on: boolean) => void): Xterm => {
  const xterm = new Xterm({
    cols: columns,
    rows,
    allowProposedApi: true,
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--mono') || 'monospace',
    fontSize: font.pixels,
    fontWeightBold: 600,
    drawBoldTextInBrightColors: false,
    allowTransparency: true,
    lineHeight: Math.max(1, (font.row / font.pixels) * 0.84),
    cursorBlink: false,
    cursorInactiveStyle: 'outline',
    scrollback: 1_000,
    rightClickSelectsWord: false,
    theme,
    linkHandler: linkHandler(port, over),
  });
  xterm.unicode.register(unicodeProvider);
  xterm.unicode.activeVersion = unicodeProvider.version;
  guardParser(xterm.parser);
  xterm.attachCustomKeyEventHandler((event) => takesKey(event, port));
  openMeasured(xterm, place);
  return xterm;
};

class XtermEmulator implements Emulator {
  readonly splitsKeys = false;
  readonly xterm: Xterm;
  readonly #place: HTMLElement;
  readonly #fitAddon = new FitAddon();
  #beforeResize = (): void => {};
  #isOverLink = false;
  #font = '';
  /** Pixels of the cells; asked for once a size, because the answer costs a layout. */
  #height: number | undefined;
  readonly #changed: (() => void)[] = [];
  /** The row of the line whose output is being printed. */
  #marker: IMarker | undefined;
  /** The element that takes the keys in the emulator's place. */
  #taker: HTMLElement | undefined;

  constructor(parts: EmulatorParts, port: EmulatorPort) {
    this.#place = parts.place;
    this.xterm = openXterm(parts, port, (on) => {
      this.#isOverLink = on;
    });
    this.xterm.loadAddon(this.#fitAddon);
    if (this.#screen)
      new ResizeObserver(() => {
        this.#height = undefined;
        for (const listener of this.#changed) listener();
      }).observe(this.#screen);
    this.setFont(parts.font);
  }

  get #screen(): Element | null {
    return this.#place.querySelector('.xterm-screen');
  }

  get columns(): number {
    return this.xterm.cols;
  }

  get rows(): number {
    return this.xterm.rows;
  }

  get rowHeight(): number {
    this.#height ??= this.#screen?.clientHeight ?? 0;
    return this.#height / this.xterm.rows;
  }

  write(data: string, done?: () => void): void {
    this.xterm.write(data, done);
  }

  onShown(listener: () => void): void {
    this.xterm.write('', () => {
      const rendered = this.xterm.onRender(() => {
        rendered.dispose();
        listener();
      });
    });
  }

  onData(listener: (data: string) => void): void {
    this.xterm.onData(listener);
  }

  beforeResize(listener: () => void): void {
    this.#beforeResize = listener;
  }

  onResize(listener: () => void): () => void {
    const subscription = this.xterm.onResize(() => listener());
    return () => subscription.dispose();
  }

  scrollPages(pages: number): void {
    this.xterm.scrollPages(pages);
  }

  scrollToBottom(): void {
    this.xterm.scrollToBottom();
  }

  scrollLines(lines: number): boolean {
    const { viewportY } = this.xterm.buffer.active;
    this.xterm.scrollLines(lines);
    return this.xterm.buffer.active.viewportY !== viewportY;
  }

  fit(): void {
    const { xterm } = this;
    const size = this.#fitAddon.proposeDimensions();
    // A hidden place measures as NaN.
    if (!size || !(size.cols >= SMALLEST.columns && size.rows >= SMALLEST.rows)) return;
    if (size.cols === xterm.cols && size.rows === xterm.rows) return;
    this.#beforeResize();
    // The line must be erased before the rows reflow.
    xterm.write('', () => xterm.resize(size.cols, size.rows));
  }

  focus(): void {
    if (this.#taker) this.#taker.focus({ preventScroll: true });
    else this.xterm.focus();
  }

  yieldFocus(element: HTMLElement): void {
    const { xterm } = this;
    this.#taker = element;
    xterm.options.cursorInactiveStyle = 'block';
    if (xterm.textarea) xterm.textarea.disabled = true;
    // xterm.js draws no cursor before the first focus, which never comes; leaving the alternate screen draws it.
    xterm.write('\x1b[?1047l');
  }

  isOverLink(): boolean {
    return this.#isOverLink;
  }

  setTheme(theme: Theme, extended: ReadonlyMap<number, Colour>): void {
    this.xterm.options.theme = themeColours(theme, extended);
  }

  setFont({ pixels, row }: Font): void {
    const { options, rows } = this.xterm;
    const font = `${pixels} ${row} ${document.fonts.status}`;
    if (font === this.#font) return;
    this.#font = font;
    options.fontSize = pixels;
    options.lineHeight = 1;
    // xterm.js measures a face only when its name changes.
    options.fontFamily = options.fontFamily?.endsWith(' ') ? options.fontFamily.trimEnd() : `${options.fontFamily} `;
    const natural = (this.#screen?.clientHeight ?? 0) / rows;
    // A fifth of a pixel more, since xterm.js rounds down.
    if (natural > 0) options.lineHeight = Math.max(1, (row + 0.2) / natural);
  }

  onChanged(listener: () => void): void {
    this.#changed.push(listener);
    this.xterm.onRender(listener);
    this.xterm.onScroll(listener);
    this.xterm.buffer.onBufferChange(listener);
  }

  get isAtEnd(): boolean {
    const { baseY, viewportY } = this.xterm.buffer.active;
    return viewportY >= baseY;
  }

  get cursorRow(): number | undefined {
    const { type, baseY, cursorY, viewportY } = this.xterm.buffer.active;
    return type === 'alternate' ? undefined : baseY + cursorY - viewportY;
  }

  markLine(): void {
    this.xterm.write('', () => {
      this.#marker?.dispose();
      this.#marker = this.xterm.registerMarker(-1);
    });
  }

  showBeginning(): void {
    this.xterm.write('', () => {
      const { active } = this.xterm.buffer;
      const line = this.#marker?.line ?? -1;
      this.#marker?.dispose();
      this.#marker = undefined;
      // Within the screen, or lost beyond the scrollback.
      if (active.type === 'normal' && line >= 0 && line < active.baseY) this.xterm.scrollToLine(line);
    });
  }

  lift(): Promise<void> {
    const { xterm } = this;
    return new Promise((resolve) => {
      xterm.write('', () => {
        const size = this.#fitAddon.proposeDimensions();
        if (size && size.rows >= SMALLEST.rows) xterm.resize(size.cols, size.rows);
        const { active } = xterm.buffer;
        let above = Math.max(0, active.cursorY - 1);
        while (above > 0 && active.getLine(active.baseY + above)?.isWrapped) above--;
        // New lines at the bottom move the rows above into the scrollback.
        xterm.write(`\x1b[${xterm.rows};1H${'\n'.repeat(above)}\x1b[${active.cursorY - above + 1};1H`, resolve);
      });
    });
  }
}

/** Puts a terminal into the place. */
export const createEmulator = (parts: EmulatorParts, port: EmulatorPort): Emulator => new XtermEmulator(parts, port);
