/** A store that takes so many writes a second, and makes the others wait in a queue with an end. */

/** Writes that it does in a second. */
export const CAPACITY = 150;
/** Writes that wait for their turn; more are refused. */
const QUEUE = 1500;

/** The store: how many writes wait. */
export interface Store {
  readonly backlog: number;
}

/** A store at rest. */
export const newStore: Store = { backlog: 0 };

/** Milliseconds until a write that comes now is done. */
export const latency = ({ backlog }: Store): number => (backlog / CAPACITY) * 1000;

/** How many of `writes` the store has room for. */
export const accepts = ({ backlog }: Store, writes: number): number => Math.min(writes, Math.max(0, QUEUE - Math.ceil(backlog)));

/** The store with more writes waiting. */
export const enqueue = ({ backlog }: Store, writes: number): Store => ({ backlog: backlog + writes });

/** The store after so many milliseconds of work. */
export const work = ({ backlog }: Store, milliseconds: number): Store => ({
  backlog: Math.max(0, backlog - (CAPACITY * milliseconds) / 1000),
});
