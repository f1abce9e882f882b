/** What the program knows: the players' world, where the visitor's cursor is, and what was said of it all. */
import type { Log } from '../../tui/log.ts';
import type { Setting } from './local.ts';
import type { World } from './world.ts';

/** Whom one plays against. */
export const modes = ['bot', 'tab', 'server'] as const;
export type Mode = (typeof modes)[number];

/** Everything. */
export interface Model {
  readonly setting: Setting;
  readonly mode: Mode;
  /** Of the server. */
  readonly url: string;
  readonly world: World;
  /** A cell of the board. */
  readonly cursor: number;
  readonly picked: number | undefined;
  readonly tricks: number;
  readonly log: Log;
  /** Milliseconds of a step of time. */
  readonly step: number;
  /** What the résumé claims of the system. */
  readonly claim: string;
}

/** What can happen. */
export type Message =
  | { readonly kind: 'tick' | 'pick' | 'seek' | 'again' | 'cheat' | 'cut' | 'loss' | 'repeat' | 'lag' }
  | { readonly kind: 'move'; readonly dx: number; readonly dy: number }
  | { readonly kind: 'tap'; readonly cell: number };
