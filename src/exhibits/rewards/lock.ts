/** A lock service: leases that run out unless they are renewed, each with a token higher than any before. */
import type { World } from './world.ts';

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
