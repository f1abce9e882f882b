/** What an app is made of, and what hears of its doings. */
import type { Host } from '../os/host.ts';
import type { Line } from '../term/style.ts';
import type { Engine } from './engine.ts';
import type { HistoryStore } from './store/history.ts';
import type { SettingsStore } from './store/settings.ts';
import type { Terminal } from './terminal/terminal.ts';

/** What outlives a shell. */
export interface AppStores {
  readonly history: HistoryStore;
  readonly settings: SettingsStore;
}

/** What an app runs on. */
export interface AppParts {
  readonly host: Host;
  readonly terminal: Terminal;
  /** The first screen at the terminal's size. */
  readonly welcome: (columns: number, rows: number) => readonly Line[];
  /** Loads what stands behind the prompt; asked again after it failed. */
  readonly load: (stores: AppStores) => Promise<Engine>;
}

/** What hears of the app's doings. */
export interface AppListeners {
  /** A full-screen program or a job tells something. */
  announced?(text: string): void;
  /** A prompt was given, and a line can be typed. */
  prompted?(prompt: Line): void;
  /** The visitor ended the shell. */
  left?(status: number): void;
}
