/** One line that runs in a shell elsewhere, on the page's side: its streams, its screen, and the keys that go to it. */
import type { ShellListeners } from '../app/shell.ts';
import type { Screen } from '../os/tty.ts';
import type { LineIo } from '../shell/session.ts';
import type { Key } from '../term/key.ts';
import { costOf, type FromShell, type ToShell } from './protocol.ts';

/** What a shell says about the line that runs. */
export type JobMessage = FromShell & { readonly kind: 'read' | 'screen' | 'frame' | 'leave' | 'clear' | 'announce' };

export class PageJob {
  /** Aborted when the line has ended. */
  readonly watch = new AbortController();
  /** Tells the line's status to whoever waits for it. */
  readonly end: (status: number) => void;
  readonly #io: LineIo;
  readonly #send: (message: ToShell) => void;
  readonly #unread: ShellListeners['unread'];
  #screen: Screen | undefined;
  /** Keys that went to the screen's program. */
  #sent: Key[] = [];

  constructor(io: LineIo, send: (message: ToShell) => void, unread: ShellListeners['unread'], end: (status: number) => void) {
    this.#io = io;
    this.#send = send;
    this.#unread = unread;
    this.end = end;
  }

  /** Shows what the line, or what it left in the background, has written, and gives credit for it. */
  async write(pieces: (FromShell & { readonly kind: 'write' })['pieces']): Promise<void> {
    try {
      for (const { text, style } of pieces) await this.#io.stdout.write(text, style);
    } catch {
      // Who was stopped shows no more; the shell hears so by itself.
    }
    this.#send({ kind: 'credit', amount: pieces.reduce((sum, piece) => sum + costOf(piece), 0) });
  }

  /** Does what the shell asks for the line. */
  take(message: JobMessage): Promise<void> | void {
    switch (message.kind) {
      case 'read':
        this.#io.stdin.read().then(
          (text) => this.#send({ kind: 'input', text }),
          () => {},
        );
        return undefined;
      case 'screen':
        void this.#open(message.screen, message.mouse).catch(() => {});
        return undefined;
      case 'frame':
        return this.#screen?.draw(message.text).then(() => this.#send({ kind: 'credit', amount: message.text.length }));
      case 'leave':
        return this.#leave(message.received, message.unread);
      case 'clear':
        return this.#io.tty?.clear(message.scrollback);
      case 'announce':
        return this.#io.tty?.announce(message.text, message.style);
    }
  }

  /** Opens the screen for a full-screen program, and passes on its keys until it is closed. */
  async #open(number: number, mouse: boolean): Promise<void> {
    const screen = this.#io.tty?.openScreen({ mouse });
    if (!screen) return;
    this.#screen = screen;
    this.#sent = [];
    // The terminal may have changed since the line began.
    this.#send({ kind: 'size', size: screen.size });
    while (this.#screen === screen) {
      const key = await screen.readKey();
      this.#sent.push(key);
      this.#send({ kind: 'key', screen: number, key });
    }
  }

  #leave(received: number, unread: readonly Key[]): void {
    const screen = this.#screen;
    this.#screen = undefined;
    this.#unread([...unread, ...this.#sent.slice(received)]);
    screen?.close();
  }
}
