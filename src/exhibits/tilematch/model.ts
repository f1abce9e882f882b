/** What the program knows: the players' world, where the visitor's cursor is, and what was said of it all. */
import type { Role } from '../../term/style.ts';
import type { Canvas } from '../../tui/canvas.ts';
import type { WithEffects } from '../../tui/program.ts';
import type { Log } from '../stage/log.ts';
import type { Setting } from './local.ts';
import type { Tabs } from './tabs.ts';
import type { World } from './world.ts';

/** Whom one plays against. */
export const modes = ['bot', 'tab', 'server'] as const;
export type Mode = (typeof modes)[number];

/** The way to other tabs or to a server. */
export interface Wire {
  send(text: string): void;
  close(): void;
}

/** How it stands with that way. */
export interface Far {
  /** `cut` by the visitor, `closed` by the referee, `failed` when nothing more is tried. */
  readonly state: 'opening' | 'open' | 'cut' | 'closed' | 'failed';
  readonly wire: Wire | undefined;
  /** Attempts since the line was lost. */
  readonly tries: number;
  /** When anything was heard last from there. */
  readonly heardAt: number;
  readonly tabs: Tabs | undefined;
}

/** What the visitor's surroundings are like. */
export interface Surroundings {
  /** The modes that can be had here. */
  readonly modes: readonly Mode[];
  /** This tab's name among the tabs. */
  readonly tab: string;
  /** The visitor's, as others see it. */
  readonly name: string;
  /** Of the server. */
  readonly url: string;
  /** The page's origin, where that is known. */
  readonly origin: string | undefined;
  /** What the résumé claims of the system. */
  readonly claim: string;
}

/** Everything. */
export interface Model {
  readonly setting: Setting;
  readonly around: Surroundings;
  /** Undefined on the first screen, where the visitor chooses. */
  readonly mode: Mode | undefined;
  /** The mode that the first screen's cursor is on. */
  readonly aim: number;
  /** The number of the newest way out; what comes by an older one is old. */
  readonly visit: number;
  readonly far: Far;
  /** Undefined among bots. */
  readonly elsewhere: Elsewhere | undefined;
  readonly world: World;
  /** A cell of the board. */
  readonly cursor: number;
  readonly picked: number | undefined;
  readonly tricks: number;
  readonly log: Log;
  /** Milliseconds of a step of time. */
  readonly step: number;
}

/** What comes from outside; each by the way of that number, at a time on the host's clock. */
export type Arrival = { readonly visit: number; readonly at: number } & (
  | { readonly kind: 'time' | 'lost' | 'retry' }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'opened'; readonly wire: Wire }
  | { readonly kind: 'heard'; readonly text: string }
);

/** How a match elsewhere is played: what is pure of it, which is loaded when it is chosen. */
export interface Elsewhere {
  begin(model: Model): Played;
  /** Something has come from there. */
  hear(model: Model, arrival: Arrival): Played;
  /** Time has come to `at`; what is to go out goes. */
  flow(model: Model, at: number): Played;
  /** The visitor wants a match, or cuts or mends the line, or goes. */
  again(model: Model): Played;
  cut(model: Model): Played;
  leave(model: Model): Played;
  readonly view: FarView;
}

/** What is drawn of the way out. */
export interface FarView {
  /** What there is to say of it; undefined where it is open. */
  status(model: Model): readonly [text: string, role: Role] | undefined;
  /** Whether there is nothing to show but that no server answers. */
  isUnserved(model: Model): boolean;
  /** Draws what to do when the server does not answer. */
  drawUnserved(canvas: Canvas, model: Model): void;
  /** Draws where the referee is when it is not here, and what the way there costs. */
  drawReferee(canvas: Canvas, model: Model): void;
}

/** A model, and what is to be done outside for it. */
export type Played = WithEffects<Model, Message>;

/** What can happen. */
export type Message =
  | { readonly kind: 'tick' | 'pick' | 'seek' | 'again' | 'cheat' | 'cut' | 'loss' | 'repeat' | 'lag' | 'menu' | 'choose' }
  | { readonly kind: 'move'; readonly dx: number; readonly dy: number }
  | { readonly kind: 'tap'; readonly cell: number }
  | { readonly kind: 'aim'; readonly step: number }
  | { readonly kind: 'mode'; readonly mode: Mode }
  | { readonly kind: 'arrival'; readonly arrival: Arrival }
  | { readonly kind: 'loaded'; readonly visit: number; readonly mode: Mode; readonly elsewhere: Elsewhere | undefined };
