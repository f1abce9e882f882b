/** How the program's model changes: the choice of an opponent, time, the visitor's moves, and what they do to the line. */
import { phrase, phraseOf } from '../../locales/speech.ts';
import type { Effect } from '../../tui/program.ts';
import { type Entry, emptyLog } from '../stage/log.ts';
import { COLUMNS, EMPTY, ROWS, TILES } from './board.ts';
import { claimPair, isPlaying } from './client.ts';
import type { Link } from './line.ts';
import { cheat, cheats, newWorld } from './local.ts';
import {
  type Arrival,
  asClient,
  closing,
  type Elsewhere,
  inWorld,
  type Message,
  type Mode,
  type Model,
  modes,
  type Played,
  queued,
  quiet,
  seatOf,
} from './model.ts';
import { advance, cut, mend, withSeat } from './world.ts';

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

const tryCheat = (model: Model): Model => {
  const kind = cheats[model.tricks % cheats.length] ?? cheats[0];
  const { client } = seatOf(model);
  if (!client.isWelcome || !client.table?.isOn) return model;
  const entry: Entry = { text: phrase`You cheat: ${phraseOf(kind)}.`, role: 'warn', aloud: true };
  return asClient({ ...model, tricks: model.tricks + 1 }, (player) => cheat(player, kind, model.world.now), [entry]);
};

const cutOrMend = (model: Model): Model => {
  const { link } = seatOf(model);
  const text = link.isUp ? phrase`You cut your own line.` : phrase`The line is back: you go on as before.`;
  return inWorld(model, link.isUp ? cut(model.world) : mend(model.world), [{ text, role: 'warn', aloud: true }]);
};

const onLink = (model: Model, change: (link: Link) => Link): Model => ({
  ...model,
  world: withSeat(model.world, (seat) => ({ ...seat, link: change(seat.link) })),
});

const delays = [0, 150, 400];

const slower = (model: Model): Model =>
  onLink(model, (link) => {
    const usual = model.mode === 'bot' ? model.setting.faults.delay : 0;
    const next = delays[(delays.indexOf(link.faults.delay - usual) + 1) % delays.length] ?? 0;
    return { ...link, faults: { ...link.faults, delay: usual + next } };
  });

const choose = (before: Model, mode: Mode): Played => {
  const model: Model = { ...before, aim: modes.indexOf(mode), visit: before.visit + 1 };
  if (!model.around.modes.includes(mode)) return quiet(model);
  if (mode !== 'bot') return quiet(model, load(model.visit, mode));
  return quiet(queued({ ...model, mode, world: newWorld(model.setting, model.world.random.clone(), 0) }));
};

const loaded = (model: Model, { visit, mode, elsewhere }: Extract<Message, { kind: 'loaded' }>): Played => {
  if (visit !== model.visit) return quiet(model);
  if (elsewhere) return elsewhere.begin({ ...model, mode, elsewhere });
  return quiet({ ...model, around: { ...model.around, modes: model.around.modes.filter((other) => other !== mode) } });
};

const toMenu = (model: Model): Played => {
  const effects = model.elsewhere?.leave(model).effects ?? [];
  return quiet({ ...begin(model), visit: model.visit + 1, aim: model.aim }, ...effects);
};

const inMenu = (model: Model, message: Message): Played => {
  switch (message.kind) {
    case 'aim':
      return quiet({ ...model, aim: (model.aim + message.step + modes.length) % modes.length });
    case 'choose':
      return choose(model, modes[model.aim] ?? 'bot');
    case 'mode':
      return choose(model, message.mode);
    case 'loaded':
      return loaded(model, message);
    default:
      return quiet(model);
  }
};

/** The visitor's own deeds, whoever the other player is. */
const deed = (model: Model, message: Message): Model => {
  switch (message.kind) {
    case 'pick':
      return pick(model, model.cursor);
    case 'tap':
      return pick(model, message.cell);
    case 'move':
      return move(model, message.dx, message.dy);
    case 'seek':
      return seek(model);
    case 'cheat':
      return tryCheat(model);
    case 'loss':
      return onLink(model, (link) => ({ ...link, faults: { ...link.faults, loss: link.faults.loss > 0 ? 0 : 0.25 } }));
    case 'repeat':
      return onLink(model, (link) => ({ ...link, faults: { ...link.faults, repeat: link.faults.repeat > 0 ? 0 : 0.4 } }));
    case 'lag':
      return slower(model);
    default:
      return model;
  }
};

const amongBots = (model: Model, message: Message): Model => {
  switch (message.kind) {
    case 'tick':
      return inWorld(model, advance(model.world, model.world.now + model.step));
    case 'again':
      return queued(model);
    case 'cut':
      return cutOrMend(model);
    default:
      return deed(model, message);
  }
};

const playElsewhere = (model: Model, elsewhere: Elsewhere, message: Message): Played => {
  switch (message.kind) {
    case 'arrival':
      return elsewhere.hear(model, message.arrival);
    case 'again':
      return elsewhere.again(model);
    case 'cut':
      return elsewhere.cut(model);
    default:
      return elsewhere.flow(deed(model, message), model.world.now);
  }
};

/** What comes by a way that is not the model's any more; one that opens so late is closed. */
const late = (model: Model, arrival: Arrival): Played => (arrival.kind === 'opened' ? quiet(model, closing(arrival.wire)) : quiet(model));

/** How a message changes the model, and what it sets off outside. Pure. */
export const update = (model: Model, message: Message): Played => {
  if (message.kind === 'arrival' && message.arrival.visit !== model.visit) return late(model, message.arrival);
  if (model.mode === undefined) return inMenu(model, message);
  if (message.kind === 'menu') return toMenu(model);
  return model.elsewhere ? playElsewhere(model, model.elsewhere, message) : quiet(amongBots(model, message));
};

/** A model at its beginning: the visitor chooses whom to play against. */
export const begin = ({ setting, around, world, step }: Pick<Model, 'setting' | 'around' | 'world' | 'step'>): Model => ({
  ...{ setting, around, world, step },
  mode: undefined,
  aim: 0,
  visit: 0,
  far: { state: 'closed', wire: undefined, tries: 0, heardAt: 0, tabs: undefined },
  elsewhere: undefined,
  cursor: 0,
  picked: undefined,
  tricks: 0,
  log: emptyLog,
});

const partOf = async (mode: Exclude<Mode, 'bot'>): Promise<Elsewhere> =>
  mode === 'tab' ? (await import('./tab-play.ts')).tabs : (await import('./server-play.ts')).server;

/** Loads the part of the game for a mode, and says so with the visit's number; with nothing where it cannot be had. */
const load =
  (visit: number, mode: Exclude<Mode, 'bot'>): Effect<Message> =>
  async ({ send }) => {
    let elsewhere: Elsewhere | undefined;
    try {
      elsewhere = await partOf(mode);
    } catch {
      // A page that is offline may lack it.
    }
    send({ kind: 'loaded', visit, mode, elsewhere });
  };
