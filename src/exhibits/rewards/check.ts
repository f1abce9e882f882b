/** Whether each reward was issued exactly once, by what the store, its books and the queue hold. */
import { nextStep } from './store.ts';
import type { Archive, Order, World } from './world.ts';

/** What must be zero at all times. */
interface Faults {
  /** Orders for which a reward was issued more than once, or taken from the stock more than once. */
  readonly twice: number;
  /** Orders that are issued by their state and not by the books, or the other way round. */
  readonly astray: number;
  /** Orders that are not done, and that no message speaks of any more. */
  readonly lost: number;
  /** Rewards that the stock and the reservations do not agree on. */
  readonly missing: number;
}

const isTwice = ({ credits, reservations }: Order): boolean => credits > 1 || reservations > 1;

const isAstray = ({ state, credits, reservations }: Order): boolean =>
  credits > 0 !== (state === 'issued' || state === 'told') || reservations > 0 !== (state !== 'created' && state !== 'rejected');

/** Whether an order has come to its end. */
export const isDone = ({ state }: Order): boolean => nextStep[state] === undefined;

/** Whether the books of an order that is done are as they should be. */
const isRight = (order: Order): boolean => !isTwice(order) && !isAstray(order);

/** Counts what is wrong. */
export const faults = ({ orders, archive, queue, stock, supply }: World): Faults => {
  const spoken = new Set(queue.map((message) => message.order));
  const reserved = orders.reduce((sum, { reservations }) => sum + reservations, archive.reservations);
  return {
    twice: orders.filter(isTwice).length + archive.wrong,
    astray: orders.filter(isAstray).length,
    lost: orders.filter((order) => !isDone(order) && !spoken.has(order.id)).length,
    missing: Math.abs(supply - reserved - stock),
  };
};

/** Whether nothing is wrong. */
export const holds = (world: World): boolean => {
  const { twice, astray, lost, missing } = faults(world);
  return twice + astray + lost + missing === 0;
};

/** Rewards that were issued. */
export const issued = ({ orders, archive }: World): number => orders.reduce((sum, { credits }) => sum + credits, archive.credits);

/** Orders that are kept in sight. */
const KEPT = 40;

const idle = ({ queue, workers, leases }: World, { id }: Order): boolean =>
  !queue.some(({ order }) => order === id) && !workers.some(({ task }) => task?.order === id) && !leases.some(({ order }) => order === id);

const added = (archive: Archive, { reservations, credits }: Order, right: boolean): Archive => ({
  orders: archive.orders + 1,
  reservations: archive.reservations + reservations,
  credits: archive.credits + credits,
  wrong: archive.wrong + (right ? 0 : 1),
});

/** The world without its oldest order, if that is done with and there are too many. */
export const archived = (world: World): World => {
  const [oldest, ...orders] = world.orders;
  if (!oldest || world.orders.length <= KEPT || !isDone(oldest) || !idle(world, oldest)) return world;
  return { ...world, orders, archive: added(world.archive, oldest, isRight(oldest)) };
};
