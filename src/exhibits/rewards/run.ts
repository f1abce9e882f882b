/** A course of orders through a world: they come one by one, and now and then something goes wrong by itself. */
import type { Random } from '../stage/random.ts';
import { isDone } from './check.ts';
import { act, mishap, turn } from './engine.ts';
import type { World } from './world.ts';

/** The chance that an order comes in a tick. */
const ARRIVAL = 1 / 6;

/** A world, and what is still to come. */
export interface Course {
  readonly world: World;
  /** Orders still to come. */
  readonly toCome: number;
  /** The chance of a mishap in a tick. */
  readonly chaos: number;
}

/** Everything has come to its end: nothing is to come, to be delivered, or to be worked on. */
export const isOver = ({ world, toCome }: Course): boolean =>
  toCome === 0 && world.queue.length === 0 && world.workers.every(({ task }) => task === undefined);

/** Orders that have come to their end. */
export const done = ({ orders, archive }: World): number => archive.orders + orders.filter(isDone).length;

/** Several things happen to a world, one after the other; their events are kept together. */
const followed = (before: World, change: (world: World) => World): World => {
  const after = change(before);
  return { ...after, events: [...before.events, ...after.events] };
};

/** The course one tick on. */
export const advance = (course: Course, random: Random): Course => {
  let world = turn(course.world, random);
  const comes = course.toCome > 0 && random.chance(ARRIVAL);
  if (comes) world = followed(world, (now) => act(now, { kind: 'order' }));
  if (random.chance(course.chaos)) world = followed(world, (now) => act(now, mishap(now, random)));
  return { ...course, world, toCome: course.toCome - (comes ? 1 : 0) };
};
