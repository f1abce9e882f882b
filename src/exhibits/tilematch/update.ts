/** How the program's model changes: time, the visitor's moves, and what they do to the line. */
import { type Entry, emptyLog, logged } from '../../tui/log.ts';
import { COLUMNS, EMPTY, ROWS, TILES } from './board.ts';
import { cheat, cheats } from './cheat.ts';
import { type Client, claimPair, connect, enqueue, isPlaying } from './client.ts';
import type { Link } from './link.ts';
import type { Message, Model } from './model.ts';
import { newsOf } from './news.ts';
import { advance, cut, mend, type Seat, type World, withSeat } from './world.ts';

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

const pick = (model: Model, cell: number): Model => {
  const { client } = seatOf(model);
  const { picked } = model;
  const now = model.world.now;
  if (!isPlaying(client, now) || (client.table?.tiles[cell] ?? EMPTY) === EMPTY) return { ...model, cursor: cell };
  if (picked === undefined) return { ...model, cursor: cell, picked: cell };
  const next = { ...model, cursor: cell, picked: undefined };
  return picked === cell ? next : asClient(next, (player) => claimPair(player, [picked, cell], now));
};

const move = (model: Model, dx: number, dy: number): Model => {
  const x = ((model.cursor % COLUMNS) + dx + COLUMNS) % COLUMNS;
  const y = (Math.floor(model.cursor / COLUMNS) + dy + ROWS) % ROWS;
  return { ...model, cursor: y * COLUMNS + x };
};

/** Goes on to the next tile like the picked one, or to the next tile at all. */
const seek = (model: Model): Model => {
  const tiles = seatOf(model).client.table?.tiles ?? '';
  const wanted = tiles[model.picked ?? -1];
  for (let step = 1; step < TILES; step++) {
    const cell = (model.cursor + step) % TILES;
    const tile = tiles[cell] ?? EMPTY;
    if (tile !== EMPTY && cell !== model.picked && (wanted === undefined || tile === wanted)) return { ...model, cursor: cell };
  }
  return model;
};

const again = (model: Model): Model => {
  const { client } = seatOf(model);
  const { now } = model.world;
  if (client.isQueued || (client.table && !client.result)) return model;
  return asClient({ ...model, picked: undefined }, (player) => enqueue(player.isConnected ? player : connect(player, now), now));
};

const tryCheat = (model: Model): Model => {
  const kind = cheats[model.tricks % cheats.length] ?? cheats[0];
  const { client } = seatOf(model);
  if (!client.isWelcome || !client.table?.isOn) return model;
  const entry: Entry = { text: `You cheat: ${kind}.`, role: 'warn', aloud: true };
  return asClient({ ...model, tricks: model.tricks + 1 }, (player) => cheat(player, kind, model.world.now), [entry]);
};

const cutOrMend = (model: Model): Model => {
  const { link } = seatOf(model);
  const text = link.isUp ? 'You cut your own line.' : 'The line is back: you go on where you were.';
  return inWorld(model, link.isUp ? cut(model.world) : mend(model.world), [{ text, role: 'warn', aloud: true }]);
};

const onLink = (model: Model, change: (link: Link) => Link): Model => ({
  ...model,
  world: withSeat(model.world, (seat) => ({ ...seat, link: change(seat.link) })),
});

const delays = [0, 150, 400];

const slower = (model: Model): Model =>
  onLink(model, (link) => {
    const extra = link.faults.delay - model.setting.faults.delay;
    const next = delays[(delays.indexOf(extra) + 1) % delays.length] ?? 0;
    return { ...link, faults: { ...link.faults, delay: model.setting.faults.delay + next } };
  });

/** How a message changes the model. Pure. */
export const update = (model: Model, message: Message): Model => {
  switch (message.kind) {
    case 'tick':
      return inWorld(model, advance(model.world, model.world.now + model.step));
    case 'pick':
      return pick(model, model.cursor);
    case 'tap':
      return pick(model, message.cell);
    case 'move':
      return move(model, message.dx, message.dy);
    case 'seek':
      return seek(model);
    case 'again':
      return again(model);
    case 'cheat':
      return tryCheat(model);
    case 'cut':
      return cutOrMend(model);
    case 'loss':
      return onLink(model, (link) => ({ ...link, faults: { ...link.faults, loss: link.faults.loss > 0 ? 0 : 0.25 } }));
    case 'repeat':
      return onLink(model, (link) => ({ ...link, faults: { ...link.faults, repeat: link.faults.repeat > 0 ? 0 : 0.4 } }));
    case 'lag':
      return slower(model);
  }
};

/** A model at its beginning: the visitor connects and looks for a match. */
export const begin = (model: Omit<Model, 'cursor' | 'picked' | 'tricks' | 'log'>): Model => {
  const start: Model = { ...model, cursor: 0, picked: undefined, tricks: 0, log: emptyLog };
  return again(start);
};
