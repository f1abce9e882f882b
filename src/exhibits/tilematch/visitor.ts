/** The visitor's own seat in the program's model, and how what happens there is told. */
import { type Entry, logged } from '../stage/log.ts';
import { EMPTY } from './board.ts';
import { type Client, connect, enqueue } from './client.ts';
import type { Model } from './model.ts';
import { newsOf } from './news.ts';
import { type Seat, type World, withSeat } from './world.ts';

/** The visitor's seat. */
export const seatOf = ({ world }: { readonly world: World }): Seat => world.seats[0] as Seat;

/** The model with another world, and the news of it in the log. */
export const inWorld = (model: Model, world: World, more: readonly Entry[] = []): Model => {
  const [client, before] = [seatOf({ world }).client, seatOf(model).client];
  const isNewBoard = client.table?.id !== before.table?.id || client.table?.round !== before.table?.round;
  const picked = isNewBoard || client.table?.tiles[model.picked ?? -1] === EMPTY ? undefined : model.picked;
  return { ...model, world, picked, log: logged(model.log, [...more, ...newsOf(client, before)]) };
};

/** The model after something the visitor's client does. */
export const asClient = (model: Model, change: (client: Client) => Client, more: readonly Entry[] = []): Model =>
  inWorld(
    model,
    withSeat(model.world, (seat) => ({ ...seat, client: change(seat.client) })),
    more,
  );

/** The visitor looks for a match, unless already in one or in the queue. */
export const queued = (model: Model): Model => {
  const { client } = seatOf(model);
  const { now } = model.world;
  if (client.isQueued || (client.table && !client.result)) return model;
  return asClient({ ...model, picked: undefined }, (player) => enqueue(player.isConnected ? player : connect(player, now), now));
};

/** The model with sentences in its log. */
export const told = (model: Model, ...entries: readonly Entry[]): Model => ({ ...model, log: logged(model.log, entries) });
