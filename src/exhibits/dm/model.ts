/** What the program knows: the conversation, whom it is with, and what is being written. */
import type { Log } from '../stage/log.ts';
import type { Random } from '../stage/random.ts';
import type { Pairing } from './pairing.ts';
import type { Safeguards } from './peer.ts';
import type { Fault, Weather } from './wire.ts';
import type { World } from './world.ts';

/** Parts of the protocol that can be left out, to show what they are for. */
export const parts = ['once', 'order', 'fill'] as const;
export type Part = (typeof parts)[number];

/** How a conversation is set up. */
export interface Setting {
  readonly weather: Weather;
  readonly without: Part | undefined;
  /** Time passes only when the visitor says so. */
  readonly isStill: boolean;
}

/** The safeguards but one. */
export const safeguardsWithout = (part: Part | undefined): Safeguards => ({
  once: part !== 'once',
  inOrder: part !== 'order',
  fill: part !== 'fill',
});

/** Everything. */
export interface Model {
  readonly setting: Setting;
  readonly world: World;
  /** Undefined where no other tab can be reached. */
  readonly pairing: Pairing | undefined;
  readonly random: Random;
  /** The host's time up to which this model has come, and milliseconds of it that are less than a step. */
  readonly clock: number;
  readonly behind: number;
  /** What is being written; undefined while keys are commands. */
  readonly draft: string | undefined;
  /** Prepared lines that were said. */
  readonly lines: number;
  readonly log: Log;
  /** Packets for other tabs. */
  readonly outward: readonly string[];
}

/** What can happen. */
export type Message =
  /** Time: so many milliseconds, or as many as the host's clock says where it is known. */
  | { readonly kind: 'tick'; readonly least: number; readonly at: number | undefined }
  /** A channel is there; by this name the other tabs know this one. */
  | { readonly kind: 'open'; readonly name: string; readonly at: number }
  | { readonly kind: 'heard'; readonly json: string; readonly at: number }
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'strike'; readonly fault: Fault }
  | { readonly kind: 'compose' | 'send' | 'back' | 'erase' | 'eraseWord' | 'eraseAll' }
  | { readonly kind: 'line' | 'switch' | 'storm' | 'guard' | 'again' };
