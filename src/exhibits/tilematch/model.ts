/** What the program knows: the players' world, the visitor's own seat in it, and what was said of it all. */

import { type Phrase, phrase, phraseOf, type Sentences, type Speech } from '../../locales/speech.ts';
import type { Canvas } from '../../tui/canvas.ts';
import { type Effect, type WithEffects, withEffects } from '../../tui/program.ts';
import { type Entry, type Log, logged } from '../stage/log.ts';
import { COLUMNS, EMPTY, KINDS, ROWS } from './board.ts';
import { type Client, connect, enqueue, type Result, type Table } from './client.ts';
import type { Setting } from './local.ts';
import type { Tabs } from './tabs.ts';
import { type Seat, type World, withSeat } from './world.ts';

/** Whom one plays against. */
export const modes = ['bot', 'tab', 'server'] as const;
export type Mode = (typeof modes)[number];

/** The way to other tabs or to a server. */
export interface Wire {
  send(text: string): void;
  close(): void;
}

/** How it stands with that way. */
export interface Far {
  /** `cut` by the visitor, `closed` by the referee, `failed` when nothing more is tried. */
  readonly state: 'opening' | 'open' | 'cut' | 'closed' | 'failed';
  readonly wire: Wire | undefined;
  /** Attempts since the line was lost. */
  readonly tries: number;
  /** When anything was heard last from there. */
  readonly heardAt: number;
  readonly tabs: Tabs | undefined;
}

/** What the visitor's surroundings are like. */
export interface Surroundings {
  /** The modes that can be had here. */
  readonly modes: readonly Mode[];
  /** This tab's name among the tabs. */
  readonly tab: string;
  /** The visitor's, as others see it. */
  readonly name: string;
  /** Of the server. */
  readonly url: string;
  /** The page's origin, where that is known. */
  readonly origin: string | undefined;
  /** What the résumé claims of the system. */
  readonly claim: string;
}

/** Everything. */
export interface Model {
  readonly setting: Setting;
  readonly around: Surroundings;
  readonly mode: Mode;
  /** Which of its strengths a bot has. */
  readonly strength: number;
  /** The number of the newest way out; what comes by an older one is old. */
  readonly visit: number;
  readonly far: Far;
  /** Undefined against a bot, and until it is loaded. */
  readonly elsewhere: Elsewhere | undefined;
  readonly world: World;
  /** The view is upright: the board's rows are its columns. */
  readonly isTurned: boolean;
  /** A cell of the board. */
  readonly cursor: number;
  readonly picked: number | undefined;
  readonly tricks: number;
  readonly log: Log;
  /** Milliseconds of a step of time. */
  readonly step: number;
}

/** What comes from outside; each by the way of that number, at a time on the host's clock. */
export type Arrival = { readonly visit: number; readonly at: number } & (
  | { readonly kind: 'time' | 'lost' | 'retry' }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'opened'; readonly wire: Wire }
  | { readonly kind: 'heard'; readonly text: string }
);

/** How a match elsewhere is played: what is pure of it, which is loaded when it is chosen. */
export interface Elsewhere {
  begin(model: Model): Played;
  /** Something has come from there. */
  hear(model: Model, arrival: Arrival): Played;
  /** Time has come to `at`; what is to go out goes. */
  flow(model: Model, at: number): Played;
  /** The visitor wants a match, or cuts or mends the line, or goes. */
  again(model: Model): Played;
  cut(model: Model): Played;
  leave(model: Model): Played;
  readonly view: FarView;
}

/** What is drawn of the way out. */
export interface FarView {
  /** What there is to say of it; undefined where it is open. */
  status(speech: Speech, model: Model): string | undefined;
  /** Whether there is nothing to show but that no server answers. */
  isUnserved(model: Model): boolean;
  /** Draws what to do when the server does not answer. */
  drawUnserved(speech: Speech, canvas: Canvas, model: Model): void;
}

/** A model, and what is to be done outside for it. */
export type Played = WithEffects<Model, Message>;

/** What can happen. */
export type Message =
  | { readonly kind: 'begin' | 'tick' | 'pick' | 'seek' | 'hint' | 'again' | 'cheat' | 'cut' | 'loss' | 'repeat' | 'lag' }
  | { readonly kind: 'others' | 'strength' | 'trust' }
  | { readonly kind: 'move'; readonly dx: number; readonly dy: number }
  | { readonly kind: 'tap'; readonly cell: number }
  | { readonly kind: 'size'; readonly isTurned: boolean }
  | { readonly kind: 'arrival'; readonly arrival: Arrival }
  | { readonly kind: 'loaded'; readonly visit: number; readonly mode: Mode; readonly elsewhere: Elsewhere | undefined };

/** A model, and what it sets off. */
export const quiet = (model: Model, ...effects: readonly Effect<Message>[]): Played => withEffects(model, ...effects);

/** Closes a way out. */
export const closing =
  (wire: Wire): Effect<Message> =>
  () =>
    wire.close();

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

/** The kinds of tiles, in the order of their letters, and a place where none is. */
const names = ['disc', 'square', 'diamond', 'plus', 'triangle', 'wedge', 'heart', 'cross', 'gap'] as const satisfies Sentences;

/** A tile in words. */
export const nameOf = (tile: string | undefined): Phrase => phraseOf(names[KINDS.indexOf(tile ?? '')] ?? 'gap');

const listed = (values: readonly Phrase[], between: string): Phrase => ({ key: values.map((_, i) => `{${i}}`).join(between), values });

/** The board, row by row. */
export const boardNews = ({ tiles }: Table): Entry => {
  const rows = Array.from({ length: ROWS }, (_, row) => listed([...tiles.slice(row * COLUMNS, (row + 1) * COLUMNS)].map(nameOf), ' '));
  return { text: phrase`The board, row by row: ${listed(rows, '; ')}.`, aloud: true };
};

const resultNews = ({ winner, scores, change, rating, why }: Result, { side, foe }: Table): Entry => {
  const won = winner === -1 ? phrase`A draw` : winner === side ? phrase`You won` : phrase`${foe} won`;
  const moved = phrase`your rating is ${rating}, by ${change < 0 ? '' : '+'}${change}`;
  return { text: phrase`${won}, ${scores[side]} : ${scores[1 - side]} (${phraseOf(why)}); ${moved}.`, role: 'heading', aloud: true };
};

const pairNews = ({ last, side, foe }: Table): readonly Entry[] => {
  if (!last) return [];
  const [one, other] = last.pair.map((cell) => last.before[cell]);
  const isPair = one === other;
  const tiles = isPair ? nameOf(one) : phrase`${nameOf(one)} and ${nameOf(other)}`;
  if (last.side === side)
    return [{ text: phrase`You took a pair: ${tiles}, +${last.points}.`, role: isPair ? 'good' : 'bad', aloud: true }];
  return [{ text: phrase`${foe} took a pair: ${tiles}, +${last.points}.`, role: isPair ? 'muted' : 'bad', aloud: true }];
};

const tableNews = (table: Table, before: Table | undefined): Entry[] => {
  const news: Entry[] = [];
  if (table.id !== before?.id) news.push({ text: phrase`${table.foe} plays you, rated ${table.foeRating}.`, role: 'heading', aloud: true });
  if (before && table.foeHere !== before.foeHere)
    news.push({ text: table.foeHere ? phrase`${table.foe} is back.` : phrase`${table.foe} has lost the line.`, role: 'warn', aloud: true });
  if (table.last !== before?.last) news.push(...pairNews(table));
  if (table.round > 0 && (table.round !== before?.round || table.id !== before.id))
    news.push(boardNews(table), { text: phrase`Round ${table.round} of ${table.rounds} is dealt.`, role: 'muted', aloud: true });
  return news;
};

/** The news of a player since an earlier moment. */
const newsOf = (client: Client, before: Client): readonly Entry[] => {
  const news: Entry[] = [];
  if (client.isQueued && !before.isQueued) news.push({ text: phrase`You look for a match.`, aloud: true });
  if (client.table && client.table !== before.table) news.push(...tableNews(client.table, before.table));
  if (client.refusal && client.refusal !== before.refusal)
    news.push({ text: phrase`The referee refused it: ${phraseOf(client.refusal.why)}.`, role: 'bad', aloud: true });
  if (client.notice !== undefined && client.notice !== before.notice)
    news.push({ text: phrase`The referee says: ${phraseOf(client.notice)}.`, role: 'bad', aloud: true });
  if (client.result && client.result !== before.result && client.table) news.push(resultNews(client.result, client.table));
  return news;
};
