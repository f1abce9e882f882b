/** A player whose referee is far away: what comes from there, and what is to go there. */
import { connect, disconnect } from './client.ts';
import { post, switched } from './link.ts';
import { type Outward, type World, withSeat } from './world.ts';

/** The way there is open: the player greets; a new bot does so by itself. */
export const opened = (world: World, now: number): World =>
  withSeat({ ...world, now }, ({ link, client, ...seat }) => {
    const isNewBot = seat.bot !== undefined && client.token === null;
    return { ...seat, link: switched(link, true), client: isNewBot ? client : connect(client, now) };
  });

/** The way there is closed. */
export const lost = (world: World): World =>
  withSeat(world, (seat) => ({ ...seat, link: switched(seat.link, false), client: disconnect(seat.client) }));

/** Text has come from the far referee, to the visitor's end of the line. */
export const heard = (world: World, text: string): World =>
  withSeat(world, (seat) => ({ ...seat, link: post(seat.link, false, text, world.now, world.random) }));

/** What is to go out, taken out. */
export const posted = (world: World): readonly [World, readonly Outward[]] =>
  world.outward.length === 0 ? [world, []] : [{ ...world, outward: [] }, world.outward];
