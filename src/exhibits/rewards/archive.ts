/** Puts orders away that are done with, so that the world stays small. */
import { isDone, isRight } from './check.ts';
import type { Archive, Order, World } from './world.ts';

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
