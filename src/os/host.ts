/** The one port to the outside: whatever a program needs beyond text in and out is a member here, given by whoever runs the machine. */
import type { Colour } from '../term/theme.ts';

/** A place to keep texts by name that may be missing, full, forbidden or damaged; none of its calls throws. */
export interface Storage {
  get(key: string): string | undefined;
  /** False when nothing could be kept. */
  set(key: string, value: string): boolean;
  remove(key: string): void;
  /** Every key that begins with `prefix`. */
  keys(prefix: string): readonly string[];
}

/** Messages to and from another tab, window or server. */
export interface Channel {
  send(message: string): void;
  /** Answers a function that stops listening. */
  onMessage(listener: (message: string) => void): () => void;
  onClose(listener: () => void): () => void;
  close(): void;
}

/** What a setting may be: its name, a few words on it. */
export interface Choice {
  readonly name: string;
  readonly summary: string;
  /** What sort it is of, where there are sorts. */
  readonly kind?: string;
  /** Colours that show it: ground, text, and more, as `#rrggbb`. */
  readonly colours?: readonly Colour[];
}

/** Settings of the surroundings, by name, as commands see them. */
export interface Preferences {
  /** Empty for a setting that is not there. */
  get(name: string): string;
  /** False when the value is none that the setting can have. */
  set(name: string, value: string): boolean;
  /** What a setting may be, where that is a list; else none. */
  choices(name: string): Promise<readonly Choice[]>;
}

/** A key for a button. */
export interface OfferedKey {
  /** As term/key.ts names it. */
  readonly chord: string;
  readonly label: string;
  /** A word or two. */
  readonly summary: string;
  /** The one to press first. */
  readonly isFirst: boolean;
}

/** What the surroundings can do. An absent member cannot be done here; a command that needs it says so. */
export interface Host {
  /** `browser` or `node`, for `uname` and the like. */
  readonly kind: 'browser' | 'node' | 'test';
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
  /** Uniform in [0, 1). */
  random(): number;
  /** Minutes east of UTC at the given time. */
  zoneOffset(at: number): number;
  /** Resolves after `milliseconds`; rejects with the signal's reason. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** Resolves in a later macrotask. */
  breathe(): Promise<void>;
  readonly storage: Storage;
  /** The languages that the user reads, best first: BCP 47 tags, or POSIX names of locales. */
  readonly languages: readonly string[];
  /** Whether the user asked for less motion. */
  reducedMotion(): boolean;
  /** The web address of this machine, ending in a slash, where it has one. */
  readonly address?: string;
  readonly preferences?: Preferences;
  copy?(text: string): Promise<boolean>;
  /** Opens a web address in a new place; where that may fail, a promise of whether it did not. */
  open?(url: string): Promise<boolean> | undefined;
  download?(name: string, text: string, type: string): void;
  print?(): void;
  /** The system's share sheet; false when the user sent it away. */
  share?(title: string, url: string): Promise<boolean>;
  /** A channel to the other tabs of this site that use the same name. */
  channel?(name: string): Channel;
  /** A WebSocket; rejects when it cannot be opened. */
  connect?(url: string): Promise<Channel>;
  /** Shows the keys that a full-screen program takes as buttons beside the terminal; none when it has ended. `takesText`: letters are typed too. Without it the program draws its keys. */
  offer?(keys: readonly OfferedKey[], takesText: boolean): void;
  /** Reports our own bug where a developer looks. */
  report(error: unknown): void;
}
