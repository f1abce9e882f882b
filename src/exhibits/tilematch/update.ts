/** How the program's model changes: opponents, time, the visitor's moves, and what they do to the line. */
import { phrase, phraseOf, type Sentences } from '../../locales/speech.ts';
import type { Effect } from '../../tui/program.ts';
import { type Entry, emptyLog } from '../stage/log.ts';
import { COLUMNS, EMPTY, moves, ROWS, TILES } from './board.ts';
import { claimPair, isPlaying } from './client.ts';
import type { Link } from './line.ts';
import { cheat, cheats, newWorld, strengths } from './local.ts';
import {
  type Arrival,
  asClient,
  boardNews,
  closing,
  type Elsewhere,
  inWorld,
  type Message,
  type Mode,
  type Model,
  type Played,
  quiet,
  seatOf,
  told,
} from './model.ts';
import { advance, cut, farWorld, mend, withSeat } from './world.ts';

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

const dealtNews = (model: Model): readonly Entry[] => {
  const { table } = seatOf(model).client;
  return table ? [boardNews(table)] : [];
};

/** A new match against a bot, dealt. */
const deal = (before: Model, ...entries: readonly Entry[]): Model => {
  const { client } = seatOf(before);
  const setting = { ...before.setting, rating: before.mode === 'bot' && client.result ? client.rating : before.setting.rating };
  const world = newWorld(setting, before.strength, before.world.random.clone());
  const dealt: Model = { ...before, mode: 'bot', elsewhere: undefined, setting, world, picked: undefined, tricks: 0 };
  return told(dealt, ...dealtNews(dealt), ...entries);
};

const levels = ['The bot is slow now.', 'The bot is about as quick as you now.', 'The bot is quick now.'] satisfies Sentences;

const stronger = (model: Model): Model => {
  const strength = (model.strength + 1) % strengths;
  return deal({ ...model, strength }, { text: phraseOf(levels[strength] ?? ''), aloud: true });
};

/** Has claims judged or believed, in a new match. */
const trusting = (model: Model): Model => {
  const without = model.setting.without ? undefined : 'judging';
  const text = without ? phrase`The referee believes every claim now.` : phrase`The referee judges each claim again.`;
  return deal({ ...model, setting: { ...model.setting, without } }, { text, role: 'warn', aloud: true });
};

/** Leaves for the next of the modes that can be had. */
const others = (model: Model): Played => {
  const { modes } = model.around;
  const mode = modes[(modes.indexOf(model.mode) + 1) % modes.length] ?? 'bot';
  const effects = model.elsewhere?.leave(model).effects ?? [];
  const left: Model = { ...begin(model), visit: model.visit + 1, strength: model.strength, isTurned: model.isTurned, log: model.log };
  if (mode === 'bot') return quiet(deal(left, { text: phrase`You play the bot again.`, aloud: true }), ...effects);
  const world = { ...farWorld(model.around.name, 0, 0), random: model.world.random };
  return quiet({ ...left, mode, world }, ...effects, load(left.visit, mode));
};

const loaded = (model: Model, { visit, mode, elsewhere }: Extract<Message, { kind: 'loaded' }>): Played => {
  if (visit !== model.visit) return quiet(model);
  if (elsewhere) return elsewhere.begin({ ...model, elsewhere });
  const around = { ...model.around, modes: model.around.modes.filter((other) => other !== mode) };
  return quiet(deal({ ...model, around }, { text: phrase`Others are not to be had here.`, role: 'bad', aloud: true }));
};

/** Picks a tile of a pair that may be taken, and goes to the other one. */
const hint = (model: Model): Model => {
  const [[picked, cursor] = []] = moves(seatOf(model).client.table?.tiles ?? '');
  return picked === undefined || cursor === undefined ? model : { ...model, picked, cursor };
};

/** The visitor's own deeds, whoever the other player is. */
const deed = (model: Model, message: Message): Model => {
  switch (message.kind) {
    case 'pick':
      return pick(model, model.cursor);
    case 'tap':
      return pick(model, message.cell);
    case 'move':
      return model.isTurned ? move(model, message.dy, message.dx) : move(model, message.dx, message.dy);
    case 'seek':
      return seek(model);
    case 'hint':
      return hint(model);
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

const againstBot = (model: Model, message: Message): Model => {
  switch (message.kind) {
    case 'tick':
      return inWorld(model, advance(model.world, model.world.now + model.step));
    case 'begin':
      return told(model, ...dealtNews(model));
    case 'again':
      return deal(model);
    case 'strength':
      return stronger(model);
    case 'trust':
      return trusting(model);
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
  if (message.kind === 'size') return quiet({ ...model, isTurned: message.isTurned });
  if (message.kind === 'others') return others(model);
  if (message.kind === 'loaded') return loaded(model, message);
  if (model.elsewhere) return playElsewhere(model, model.elsewhere, message);
  return quiet(model.mode === 'bot' ? againstBot(model, message) : model);
};

/** A model at its beginning: nothing is dealt yet. */
export const begin = ({ setting, around, world, step }: Pick<Model, 'setting' | 'around' | 'world' | 'step'>): Model => ({
  ...{ setting, around, world, step },
  mode: 'bot',
  strength: 0,
  visit: 0,
  far: { state: 'closed', wire: undefined, tries: 0, heardAt: 0, tabs: undefined },
  elsewhere: undefined,
  isTurned: false,
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
