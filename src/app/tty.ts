/** The controlling terminal that programs see: its size, and the alternate screen with keys in raw mode. */
import type { KeyHelp, Screen, Size, Tty } from '../os/tty.ts';
import { cursorTo, enterAlternate, eraseScreen, eraseScrollback, hideCursor, leaveAlternate, mouseOn, restore } from '../term/ansi.ts';
import type { Key } from '../term/key.ts';
import type { Style } from '../term/style.ts';
import type { Keyboard, KeyOwner } from './keyboard.ts';
import type { Output } from './output.ts';
import type { Terminal } from './terminal.ts';
import type { Transcript } from './transcript.ts';

/** What a tty is made of. `job` is the foreground job's own: its abort signal, and who gets the keys when a screen closes. */
export interface TtyParts {
  readonly terminal: Terminal;
  readonly output: Output;
  readonly keyboard: Keyboard;
  readonly transcript: Transcript;
  readonly signal: AbortSignal;
  readonly cooked: KeyOwner;
  readonly announced: (text: string) => void;
  readonly keys: readonly KeyHelp[];
}

const openScreen = (parts: TtyParts, size: () => Size, mouse: boolean): Screen => {
  const { terminal, output, keyboard, signal } = parts;
  const keys: Key[] = [];
  const listeners = new Set<(size: Size) => void>();
  let wake: (() => void) | undefined;
  let open = true;

  terminal.onResize(() => {
    for (const listener of listeners) listener(size());
  });
  signal.addEventListener('abort', () => wake?.(), { once: true });
  keyboard.give((key) => {
    keys.push(key);
    wake?.();
  });
  output.raw(enterAlternate + hideCursor + (mouse ? mouseOn : '') + eraseScreen + cursorTo(0, 0));

  return {
    get size() {
      return size();
    },
    onResize: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    readKey: async () => {
      for (;;) {
        signal.throwIfAborted();
        const key = keys.shift();
        if (key) return key;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    pending: () => keys.length > 0,
    draw: (frame) => {
      output.raw(frame);
      return output.settle();
    },
    close: () => {
      if (!open) return;
      open = false;
      listeners.clear();
      output.raw(restore + leaveAlternate);
      keyboard.unread(keys);
      keyboard.give(parts.cooked);
    },
  };
};

/** The tty of one foreground job. */
export const createTty = (parts: TtyParts): Tty => {
  const size = (): Size => ({ columns: parts.terminal.columns, rows: parts.terminal.rows });
  let screens = 0;
  return {
    get size() {
      return size();
    },
    openScreen: (options = {}) => {
      if (screens > 0) throw new Error('a full-screen program is open already');
      screens++;
      const screen = openScreen(parts, size, options.mouse ?? false);
      const close = screen.close;
      screen.close = () => {
        screens = 0;
        close();
      };
      return screen;
    },
    clear: (scrollback) => {
      parts.output.raw(cursorTo(0, 0) + eraseScreen + (scrollback ? eraseScrollback : ''));
      parts.output.resetColumn();
      return parts.output.settle();
    },
    keys: () => parts.keys,
    announce: (text: string, _style?: Style) => {
      for (const line of text.split('\n')) parts.transcript.announce(line);
      parts.announced(text);
    },
  };
};
