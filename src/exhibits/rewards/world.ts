/** Everything that there is: orders, the queue, the locks, the workers. Times are in ticks. */
import type { Phrase } from '../../locales/speech.ts';
import type { Entry } from '../stage/log.ts';

/** An order goes from one state to the next, and never back. */
export type OrderState = 'created' | 'reserved' | 'issued' | 'told' | 'rejected';

/** How much the store asks of a token: nothing, to check it when something is written, or when something is read as well. */
export const fencings = ['full', 'writes', 'none'] as const;

/** One of those. */
export type Fencing = (typeof fencings)[number];

/** An order for a reward, as the store has it. */
export interface Order {
  readonly id: number;
  readonly state: OrderState;
  /** The highest token that the store has seen for it. */
  readonly fence: number;
  /** How often a reward was taken from the stock for it, and how often one was issued: once each. */
  readonly reservations: number;
  readonly credits: number;
}

/** A message of the queue: "see to this order". */
export interface Message {
  readonly id: number;
  readonly order: number;
  /** Ticks until it is delivered (again); 0 when it can be. */
  readonly hidden: number;
}

/** A lease on an order. */
export interface Lease {
  readonly order: number;
  readonly worker: number;
  /** Grows with each lease that is granted, for whichever order. */
  readonly token: number;
  /** Ticks until it runs out. */
  readonly left: number;
}

/** What a worker does next: the order's own steps, and what goes round them. */
export type Step = 'receive' | 'lock' | 'load' | 'reserve' | 'issue' | 'tell' | 'finish';

/** A worker, and what it believes. */
export interface Worker {
  readonly step: Step;
  /** What it works on; undefined while it waits for a message. */
  readonly task: Task | undefined;
  /** It will stand still when it is about to write: the worst moment that there is. */
  readonly stalling: boolean;
  /** Ticks for which it stands still, is dead, or does not reach the lock service. */
  readonly paused: number;
  readonly down: number;
  readonly cut: number;
}

/** What a worker works on. */
export interface Task {
  readonly message: number;
  readonly order: number;
  /** The token of the lease it was granted; 0 before. */
  readonly token: number;
}

/** How long things last, in ticks. */
export interface Timing {
  readonly lease: number;
  /** A message that was delivered and not acknowledged is delivered again after this. */
  readonly visibility: number;
  /** The same when its order is locked. */
  readonly retry: number;
  readonly pause: number;
  readonly down: number;
  readonly cut: number;
}

/** All there is. */
export interface World {
  readonly timing: Timing;
  readonly fencing: Fencing;
  /** Rewards that were there at first, and that are left. */
  readonly supply: number;
  readonly stock: number;
  readonly orders: readonly Order[];
  readonly archive: Archive;
  readonly queue: readonly Message[];
  readonly leases: readonly Lease[];
  readonly nextMessage: number;
  readonly nextToken: number;
  readonly workers: readonly Worker[];
  /** Writes and reads that the store has refused, because their token was old. */
  readonly refused: number;
  /** What happened in the last action. */
  readonly events: readonly Entry[];
}

/** Orders that are done with, as numbers. */
export interface Archive {
  readonly orders: number;
  readonly reservations: number;
  readonly credits: number;
  /** Those that were not issued as they should have been. */
  readonly wrong: number;
}

/** Timing for the screen: a pause outlasts the lease and the message's visibility. */
const usual: Timing = { lease: 6, visibility: 12, retry: 3, pause: 24, down: 15, cut: 20 };

const idle: Worker = { step: 'receive', task: undefined, stalling: false, paused: 0, down: 0, cut: 0 };

/** What a world is made of. */
export interface Beginning {
  readonly workers: number;
  readonly stock: number;
  readonly fencing?: Fencing;
  readonly timing?: Timing;
}

/** A world without orders. */
export const createWorld = ({ workers, stock, fencing = 'full', timing = usual }: Beginning): World => ({
  timing,
  fencing,
  supply: stock,
  stock,
  orders: [],
  archive: { orders: 0, reservations: 0, credits: 0, wrong: 0 },
  queue: [],
  leases: [],
  nextMessage: 1,
  nextToken: 1,
  workers: new Array<Worker>(workers).fill(idle),
  refused: 0,
  events: [],
});

/** The world after something was told of it. */
export const tell = (world: World, text: Phrase, rest: Omit<Entry, 'text'> = {}): World => ({
  ...world,
  events: [...world.events, { text, ...rest }],
});

/** The world with one worker changed. */
export const withWorker = (world: World, id: number, change: Partial<Worker>): World => ({
  ...world,
  workers: world.workers.map((worker, index) => (index === id ? { ...worker, ...change } : worker)),
});

/** The world in which a worker waits for its next message. */
export const abandon = (world: World, id: number): World => withWorker(world, id, { step: 'receive', task: undefined });
