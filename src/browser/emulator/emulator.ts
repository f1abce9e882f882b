/** xterm.js as the shell's terminal: its options, its guard against giant parameters, and the keys that stay the browser's. */
import { FitAddon } from '@xterm/addon-fit';
import { type ILinkHandler, type ITheme, Terminal as Xterm } from '@xterm/xterm';
import type { Terminal } from '../../app/terminal/terminal.ts';
import { runScheme } from '../../term/ansi.ts';
import type { Key } from '../../term/key.ts';
import { extendedPalette, type Theme } from '../../term/theme.ts';
import { unicodeProvider } from '../../term/unicode.ts';
import { guardParser } from './parser-guard.ts';

/** What a click on a link in the output does. */
export interface LinkActions {
  run(line: string): void;
  open(url: string): void;
  /** The link under the pointer, or none. */
  hover(label: string | undefined): void;
}

/** What the emulator asks and tells the page. */
export interface EmulatorPort extends LinkActions {
  /** Whether Tab, or with `back` Shift-Tab, is for the terminal; else the focus moves on. */
  wantsTab(back: boolean): boolean;
  /** A key that the emulator cannot send as bytes. */
  press(key: Key): void;
}

/** What an emulator begins with. */
export interface EmulatorParts {
  readonly place: HTMLElement;
  readonly theme: Theme;
  /** The font's size in CSS pixels. */
  readonly pixels: number;
  readonly columns: number;
  readonly rows: number;
}

/** The page's terminal. */
export interface Emulator extends Terminal {
  readonly xterm: Xterm;
  /** Hears once of the frame that shows all that was written so far. */
  onShown(listener: () => void): void;
  /** Takes the size of its surroundings. */
  fit(): void;
  /** Focuses what takes the keys. */
  focus(): void;
  /** Gives the keys to another element, such as a field for soft keyboards. */
  yieldFocus(element: HTMLElement): void;
  /** Whether the pointer is over a link. */
  isOverLink(): boolean;
  /** False at the end of the buffer. */
  scrollLines(lines: number): boolean;
  /** In CSS pixels. */
  readonly rowHeight: number;
  setTheme(theme: Theme): void;
  setFontSize(pixels: number): void;
}

/** Row height in font heights; critical.css has the same. */
const LINE_HEIGHT = 1.2;

/** A size smaller than this is the page hidden or still being laid out. */
const SMALLEST = { columns: 8, rows: 3 };

/** Whether a key press belongs to the browser or to assistive technology, not to the terminal. */
const isBrowsers = (event: KeyboardEvent): boolean => {
  if (/^F\d+$/.test(event.key)) return true;
  if (event.metaKey) return true;
  if (event.ctrlKey && event.shiftKey) return true;
  return event.ctrlKey && ['v', 'Insert', '+', '-', '=', '0'].includes(event.key);
};

const linkLabel = (target: string): string => (target.startsWith(runScheme) ? decodeURIComponent(target.slice(runScheme.length)) : target);

/** Keys that xterm.js has no bytes for, or the same as for others, as the line editor knows them. */
const ownKey = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): Key | undefined => {
  if (altKey || shiftKey) return undefined;
  if (ctrlKey && key === 'Backspace') return { chord: 'C-Backspace', text: '' };
  if (!metaKey) return undefined;
  const chord = { ArrowLeft: 'Home', ArrowRight: 'End', Backspace: 'C-u' }[key];
  return chord === undefined ? undefined : { chord, text: '' };
};

const themeColours = (theme: Theme): ITheme => {
  const { background, foreground, cursor, selection, palette } = theme;
  const [black, red, green, yellow, blue, magenta, cyan, white] = palette;
  const [brightBlack, brightRed, brightGreen, brightYellow, brightBlue, brightMagenta, brightCyan, brightWhite] = palette.slice(8);
  const normal = { black, red, green, yellow, blue, magenta, cyan, white };
  const bright = { brightBlack, brightRed, brightGreen, brightYellow, brightBlue, brightMagenta, brightCyan, brightWhite };
  // Where the list has a hole, xterm.js keeps its own colour.
  const extendedAnsi: string[] = [];
  for (const [index, colour] of extendedPalette(theme)) extendedAnsi[index - 16] = colour;
  const colours = {
    ...normal,
    ...bright,
    extendedAnsi,
    background,
    foreground,
    cursor,
    cursorAccent: background,
    selectionBackground: selection,
  };
  return Object.fromEntries(Object.entries(colours).filter(([, colour]) => colour !== undefined));
};

/** Links of OSC 8; `over` hears whether the pointer is on one. */
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

/** What a key press is: the terminal's (true), or not. */
const takesKey = (event: KeyboardEvent, port: EmulatorPort): boolean => {
  const key = ownKey(event);
  if (key) {
    event.preventDefault();
    if (event.type === 'keydown') port.press(key);
    return false;
  }
  return !isBrowsers(event) && (event.key !== 'Tab' || port.wantsTab(event.shiftKey));
};

const openXterm = ({ place, theme, pixels, columns, rows }: EmulatorParts, port: EmulatorPort, over: (on: boolean) => void): Xterm => {
  const xterm = new Xterm({
    cols: columns,
    rows,
    allowProposedApi: true,
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--mono') || 'monospace',
    fontSize: pixels,
    lineHeight: LINE_HEIGHT,
    cursorBlink: false,
    cursorInactiveStyle: 'outline',
    scrollback: 1_000,
    macOptionIsMeta: true,
    rightClickSelectsWord: false,
    theme: themeColours(theme),
    linkHandler: linkHandler(port, over),
  });
  xterm.unicode.register(unicodeProvider);
  xterm.unicode.activeVersion = unicodeProvider.version;
  guardParser(xterm.parser);
  xterm.attachCustomKeyEventHandler((event) => takesKey(event, port));
  xterm.open(place);
  return xterm;
};

/** Puts a terminal into the place. */
export const createEmulator = (parts: EmulatorParts, port: EmulatorPort): Emulator => {
  let overLink = false;
  let taker: HTMLElement | undefined;
  let beforeResize = (): void => {};
  const xterm = openXterm(parts, port, (on) => {
    overLink = on;
  });
  const fitAddon = new FitAddon();
  xterm.loadAddon(fitAddon);

  return {
    xterm,
    get columns() {
      return xterm.cols;
    },
    get rows() {
      return xterm.rows;
    },
    splitsKeys: false,
    write: (data, done) => xterm.write(data, done),
    onShown: (listener) =>
      xterm.write('', () => {
        const rendered = xterm.onRender(() => {
          rendered.dispose();
          listener();
        });
      }),
    onData: (listener) => void xterm.onData(listener),
    beforeResize: (listener) => {
      beforeResize = listener;
    },
    onResize: (listener) => {
      const subscription = xterm.onResize(() => listener());
      return () => subscription.dispose();
    },
    scrollPages: (pages) => xterm.scrollPages(pages),
    scrollToBottom: () => xterm.scrollToBottom(),
    fit: () => {
      const size = fitAddon.proposeDimensions();
      // A hidden place measures as NaN.
      if (!size || !(size.cols >= SMALLEST.columns && size.rows >= SMALLEST.rows)) return;
      if (size.cols === xterm.cols && size.rows === xterm.rows) return;
      beforeResize();
      // The erasing must be done before the rows reflow.
      xterm.write('', () => xterm.resize(size.cols, size.rows));
    },
    focus: () => (taker ? taker.focus({ preventScroll: true }) : xterm.focus()),
    yieldFocus: (element) => {
      taker = element;
      xterm.options.cursorInactiveStyle = 'block';
      if (xterm.textarea) xterm.textarea.disabled = true;
      // No cursor is drawn before the first focus, which never comes; leaving the other screen has it drawn.
      xterm.write('\x1b[?1047l');
    },
    isOverLink: () => overLink,
    scrollLines: (lines) => {
      const { viewportY } = xterm.buffer.active;
      xterm.scrollLines(lines);
      return xterm.buffer.active.viewportY !== viewportY;
    },
    get rowHeight() {
      return parts.place.clientHeight / xterm.rows;
    },
    setTheme: (next) => {
      xterm.options.theme = themeColours(next);
    },
    setFontSize: (value) => {
      xterm.options.fontSize = value;
    },
  };
};
