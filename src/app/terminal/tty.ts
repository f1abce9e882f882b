/** The controlling terminal that programs see: its size, and the alternate screen with keys in raw mode. */
import type { Screen, Size, Tty } from '../../os/tty.ts';
import { cursorTo, enterAlternate, eraseScreen, eraseScrollback, hideCursor, leaveAlternate, mouseOn, restore } from '../../term/ansi.ts';
import type { Key } from '../../term/key.ts';
import type { Style } from '../../term/style.ts';
import type { Transcript } from '../transcript.ts';
import type { CookedInput } from './cooked.ts';
import type { Keyboard } from './keyboard.ts';
import type { Output } from './output.ts';
import type { Terminal } from './terminal.ts';

/** What a tty is made of; `signal` and `cooked` are the foreground job's own. */
export interface TtyParts {
  readonly terminal: Terminal;
  readonly output: Output;
  readonly keyboard: Keyboard;
  readonly transcript: Transcript;
  readonly signal: AbortSignal;
  /** Gets the keys again when a screen closes; what it holds unread goes to a screen that opens. */
  readonly cooked: CookedInput;
  readonly announced: (text: string, lang?: string) => void;
}

const openScreen = (parts: TtyParts, size: () => Size, mouse: boolean): Screen => {
  const { terminal, output, keyboard, signal } = parts;
  const keys: Key[] = [...parts.cooked.takeUnread()];
  const listeners = new Set<(size: Size) => void>();
  let wake: (() => void) | undefined;
  let open = true;

  const forget = terminal.onResize(() => {
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
      forget();
      output.raw(restore + leaveAlternate);
      keyboard.unread(keys);
      keyboard.give((key) => parts.cooked.feed(key));
    },
  };
};

/** The tty of one foreground job. `end` closes a screen that the job left open. */
export const createTty = (parts: TtyParts): Tty & { end(): void } => {
  const size = (): Size => ({ columns: parts.terminal.columns, rows: parts.terminal.rows });
  let screen: Screen | undefined;
  return {
    get size() {
      return size();
    },
    openScreen: (options = {}) => {
      if (screen) throw new Error('a full-screen program is open already');
      const opened = openScreen(parts, size, options.mouse ?? false);
      const close = opened.close;
      opened.close = () => {
        screen = undefined;
        close();
      };
      screen = opened;
      return opened;
    },
    end: () => screen?.close(),
    clear: (scrollback) => {
      parts.output.raw(cursorTo(0, 0) + eraseScreen + (scrollback ? eraseScrollback : ''));
      parts.output.resetColumn();
      return parts.output.settle();
    },
    announce: (text: string, style?: Style) => {
      for (const line of text.split('\n')) parts.transcript.announce(line, style);
      parts.transcript.unheard();
      parts.announced(text, style?.lang);
    },
  };
};
