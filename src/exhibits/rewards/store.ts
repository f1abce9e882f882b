/** The store of the orders: one transaction moves an order on and keeps the books; an old token is refused. */
import type { Order, OrderState, World } from './world.ts';

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
