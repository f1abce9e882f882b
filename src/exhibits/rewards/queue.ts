/** A queue that delivers at least once: a message comes again until it is acknowledged. */
import type { World } from './world.ts';

const hide = (world: World, id: number, hidden: number): World => ({
  ...world,
  queue: world.queue.map((message) => (message.id === id ? { ...message, hidden } : message)),
});

/** The world with a message for an order at the queue's end. */
export const enqueue = (world: World, order: number): World => ({
  ...world,
  queue: [...world.queue, { id: world.nextMessage, order, hidden: 0 }],
  nextMessage: world.nextMessage + 1,
});

/** The first message that can be delivered, and the world in which nobody else sees it for a while. */
export const receive = (world: World): { readonly world: World; readonly message: World['queue'][number] } | undefined => {
  const message = world.queue.find(({ hidden }) => hidden === 0);
  return message && { world: hide(world, message.id, world.timing.visibility), message };
};

/** The message comes again soon. */
export const putBack = (world: World, id: number): World => hide(world, id, world.timing.retry);

/** The message is done with. */
export const acknowledge = (world: World, id: number): World => ({ ...world, queue: world.queue.filter((message) => message.id !== id) });
