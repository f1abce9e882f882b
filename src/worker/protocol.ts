/** What a page and its shell say to each other, whichever side of a Worker each is on: plain values, in the order in which they are said. */
import type { OfferedKey } from '../os/host.ts';
import type { Size } from '../os/tty.ts';
import type { CompletionResult } from '../readline/state.ts';
import type { Key } from '../term/key.ts';
import type { Line, Piece, Style } from '../term/style.ts';

/** What a piece costs besides its characters: thousands of tiny ones keep the page as busy as a long one. */
const PIECE_COST = 64;

/** How much of the credit a piece of output takes, and gives back once it is shown. */
export const costOf = ({ text }: Piece): number => text.length + PIECE_COST;

/** A file or directory that the visitor made, as it outlives a shell that had to be replaced. */
export interface SavedEntry {
  /** Absolute. */
  readonly path: string;
  /** Undefined for a directory. */
  readonly content: string | undefined;
  readonly mode: number;
  /** Milliseconds since 1970. */
  readonly mtime: number;
}

/** The values of the visitor's settings that commands may read and change. */
export interface SharedSettings {
  readonly theme: string;
  readonly fontScale: number;
  readonly motion: 'auto' | 'reduced' | 'full';
  readonly view: 'terminal' | 'plain';
}

/** What the page knows of the outside, now. */
export interface HostFacts {
  readonly languages: readonly string[];
  readonly reducedMotion: boolean;
  readonly address: string | undefined;
  readonly settings: SharedSettings;
}

/** What only the page can do for a command; what its surroundings cannot do is not in `Start.abilities`. */
export interface HostCalls {
  copy(text: string): Promise<boolean>;
  open(url: string): Promise<boolean> | undefined;
  download(name: string, text: string, type: string): void;
  print(): void;
  share(title: string, url: string): Promise<boolean>;
  offer(keys: readonly OfferedKey[], takesText: boolean): void;
}

export type Ability = keyof HostCalls;

/** What a shell is told before anything else. */
export interface Start {
  readonly kind: 'start';
  readonly facts: HostFacts;
  readonly abilities: readonly Ability[];
  /** What an earlier shell left: its files, and where it was. */
  readonly saved: readonly SavedEntry[];
  readonly cwd: string | undefined;
}

/** How the editor's line looks, what could follow it, and whether it is a whole script. */
export interface Look {
  readonly line: Line;
  readonly hint: string | undefined;
  readonly isComplete: boolean;
}

/** The questions of the line editor, each with its answer. */
export interface Questions {
  look: { readonly ask: readonly [text: string]; readonly answer: Look };
  complete: { readonly ask: readonly [text: string, cursor: number]; readonly answer: CompletionResult };
  mayLink: { readonly ask: readonly [line: string]; readonly answer: boolean };
}

/** What the prompt shows. */
export interface Standing {
  readonly cwd: string;
  readonly status: number;
  readonly exited: boolean;
  /** What `jobs` says of the background jobs that ended since it was last told. */
  readonly ended: readonly string[];
}

/** From the page to the shell. */
export type ToShell =
  | Start
  | { readonly kind: 'facts'; readonly facts: HostFacts }
  | {
      readonly kind: 'run';
      readonly job: number;
      readonly source: string;
      readonly linked: boolean;
      readonly size: Size;
      readonly history: readonly string[] | undefined;
    }
  | { readonly kind: 'stop'; readonly status: number }
  | { readonly kind: 'input'; readonly text: string | null }
  | { readonly kind: 'key'; readonly screen: number; readonly key: Key }
  | { readonly kind: 'size'; readonly size: Size }
  | { readonly kind: 'credit'; readonly amount: number }
  | { readonly kind: 'ask'; readonly id: number; readonly what: keyof Questions; readonly with: readonly unknown[] }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'ping' };

/** From the shell to the page. */
export type FromShell =
  | { readonly kind: 'ready'; readonly standing: Standing }
  | { readonly kind: 'write'; readonly job: number; readonly pieces: readonly Piece[] }
  | { readonly kind: 'read' }
  | { readonly kind: 'screen'; readonly screen: number; readonly mouse: boolean }
  | { readonly kind: 'frame'; readonly text: string }
  /** `received` counts the keys that reached the program; those behind were typed too late for it, `unread` were not wanted. */
  | { readonly kind: 'leave'; readonly received: number; readonly unread: readonly Key[] }
  | { readonly kind: 'clear'; readonly scrollback: boolean }
  | { readonly kind: 'announce'; readonly text: string; readonly style?: Style }
  | { readonly kind: 'done'; readonly job: number; readonly standing: Standing; readonly suggestion: string | undefined }
  | { readonly kind: 'ended'; readonly lines: readonly string[] }
  | { readonly kind: 'saved'; readonly changed: readonly SavedEntry[]; readonly removed: readonly string[] }
  | { readonly kind: 'settings'; readonly settings: SharedSettings }
  | { readonly kind: 'forget history' }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'call'; readonly id: number; readonly ability: Ability; readonly with: readonly unknown[] }
  | { readonly kind: 'stopping' }
  | { readonly kind: 'pong' };

/** One end of the wire. */
export interface Wire<Out, In> {
  send(message: Out): void;
  /** At most one listener; what came before it waits. */
  listen(listener: (message: In) => void): void;
}

/** The two ends of a wire inside one thread; messages arrive later, in order. */
export const createWires = (): readonly [Wire<ToShell, FromShell>, Wire<FromShell, ToShell>] => {
  const end = <T>() => {
    let listener: ((message: T) => void) | undefined;
    let waiting: T[] = [];
    const deliver = (): void => {
      if (!listener) return;
      const messages = waiting;
      waiting = [];
      for (const message of messages) listener(message);
    };
    return {
      put: (message: T): void => {
        waiting.push(message);
        if (waiting.length === 1) queueMicrotask(deliver);
      },
      listen: (next: (message: T) => void): void => {
        listener = next;
        queueMicrotask(deliver);
      },
    };
  };
  const shell = end<ToShell>();
  const page = end<FromShell>();
  return [
    { send: shell.put, listen: page.listen },
    { send: page.put, listen: shell.listen },
  ];
};
