/** The services that workers call: the queue of messages, the locks, and the store that checks tokens. */
import type { Order, OrderState, World } from './world.ts';

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

/** A lease on an order for a worker, or undefined while someone has one. */
export const acquire = (world: World, order: number, worker: number): { readonly world: World; readonly token: number } | undefined => {
  if (world.leases.some((lease) => lease.order === order)) return undefined;
  const token = world.nextToken;
  return {
    world: { ...world, leases: [...world.leases, { order, worker, token, left: world.timing.lease }], nextToken: token + 1 },
    token,
  };
};

/** The lease lasts anew; undefined if it has run out. */
export const renew = (world: World, token: number): World | undefined => {
  if (!world.leases.some((lease) => lease.token === token)) return undefined;
  return { ...world, leases: world.leases.map((lease) => (lease.token === token ? { ...lease, left: world.timing.lease } : lease)) };
};

/** The lease is given back, if it is still held. */
export const release = (world: World, token: number): World => ({
  ...world,
  leases: world.leases.filter((lease) => lease.token !== token),
});

/** The order of that number. */
export const orderOf = (world: World, id: number): Order | undefined => world.orders.find((order) => order.id === id);

const withOrder = (world: World, id: number, change: Partial<Order>): World => ({
  ...world,
  orders: world.orders.map((order) => (order.id === id ? { ...order, ...change } : order)),
});

/** The world whose store has seen the token; undefined if it has seen a higher one. */
const fenced = (world: World, id: number, token: number): World | undefined => {
  const fence = orderOf(world, id)?.fence ?? 0;
  return token < fence ? undefined : withOrder(world, id, { fence: token });
};

/**
 * Reads an order. The token counts from here on, not only from the first write: otherwise one with an older lease could write in
 * between, and what was read would be old.
 */
export const load = (world: World, id: number, token: number): World | undefined =>
  world.fencing === 'full' ? fenced(world, id, token) : world;

/** What each step does to the books, and where it leaves the order. It trusts what was read before. */
const transitions = {
  reserve: (world: World, order: Order): World =>
    world.stock > 0
      ? { ...withOrder(world, order.id, { state: 'reserved', reservations: order.reservations + 1 }), stock: world.stock - 1 }
      : withOrder(world, order.id, { state: 'rejected' }),
  issue: (world: World, order: Order): World => withOrder(world, order.id, { state: 'issued', credits: order.credits + 1 }),
  tell: (world: World, order: Order): World => withOrder(world, order.id, { state: 'told' }),
} as const;

/** A step that writes. */
export type Transition = keyof typeof transitions;

/** The step that each state waits for; undefined in the last ones. */
export const nextStep: Readonly<Record<OrderState, Transition | undefined>> = {
  created: 'reserve',
  reserved: 'issue',
  issued: 'tell',
  told: undefined,
  rejected: undefined,
};

/** Moves an order on, in one transaction; undefined if the token is old. */
export const write = (world: World, id: number, token: number, step: Transition): World | undefined => {
  const open = world.fencing === 'none' ? world : fenced(world, id, token);
  const order = open && orderOf(open, id);
  return order && transitions[step](open, order);
};
