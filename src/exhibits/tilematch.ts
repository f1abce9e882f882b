/** tilematch: two players, one board of tiles, and a referee who believes neither of them. */

import type { Speech } from '../locales/speech.ts';
import { UsageError } from '../os/failure.ts';
import type { Process } from '../os/process.ts';
import type { Binding, Effect, Tick } from '../tui/program.ts';
import { defineExhibit } from './stage/exhibit.ts';
import { emptyLog, spoken } from './stage/log.ts';
import { quantity } from './stage/quantity.ts';
import type { Random } from './stage/random.ts';
import { COLUMNS, lineOf } from './tilematch/board.ts';
import { type Setting, usualTiming } from './tilematch/local.ts';
import { type Message, type Model, modes, nameOf, type Surroundings, seatOf } from './tilematch/model.ts';
import { playerName, SERVER_PORT } from './tilematch/protocol.ts';
import { begin, update } from './tilematch/update.ts';
import { opening, show } from './tilematch/view.ts';
import { farWorld } from './tilematch/world.ts';

/** Milliseconds of a step of time. */
const TICK = 50;

/** A screen less wide, and this high, has the board upright. */
const UPRIGHT = { columns: 60, rows: 34 };

/** The visitor's line to a referee on this side: milliseconds. */
const faults = { delay: 18, jitter: 6, loss: 0, repeat: 0 };

const steps = new Map([
  ['Up', { dx: 0, dy: -1 }],
  ['Down', { dx: 0, dy: 1 }],
  ['Left', { dx: -1, dy: 0 }],
  ['Right', { dx: 1, dy: 0 }],
]);

const own: readonly Binding<Message>[] = [
  { chords: ['c'], summary: 'cheat', message: { kind: 'cheat' } },
  { chords: [' ', 'Enter'], summary: 'take', message: { kind: 'pick' } },
  { chords: ['h'], summary: 'hint', message: { kind: 'hint' } },
  { chords: ['x'], summary: 'cut', message: { kind: 'cut' } },
  { chords: ['n'], summary: 'next match', short: 'next', message: { kind: 'again' } },
];

const ofBot: readonly Binding<Message>[] = [
  { chords: ['j'], summary: 'judge claims, or believe them', short: 'judge', message: { kind: 'trust' } },
  { chords: ['b'], summary: 'another bot', short: 'bot', message: { kind: 'strength' } },
];

const others: Binding<Message> = { chords: ['m'], summary: 'other players', short: 'others', message: { kind: 'others' } };

const more: readonly Binding<Message>[] = [
  { chords: ['d'], summary: 'lose', message: { kind: 'loss' } },
  { chords: ['l'], summary: 'lag', message: { kind: 'lag' } },
  { chords: ['u'], summary: 'twice', message: { kind: 'repeat' } },
  { chords: ['Tab'], summary: 'next one like it', quiet: true, message: { kind: 'seek' } },
  {
    chords: ['Left', 'Right', 'Up', 'Down'],
    label: '←↑↓→',
    summary: 'move',
    quiet: true,
    message: (chord) => ({ kind: 'move', ...(steps.get(chord) ?? { dx: 0, dy: 0 }) }),
  },
];

const bindings = ({ mode, around }: Model): readonly Binding<Message>[] => [
  ...own,
  ...(mode === 'bot' ? ofBot : []),
  ...(around.modes.length > 1 ? [others] : []),
  ...more,
];

/** Where the cursor is, once it has moved, and whether the pair may be taken. */
const placeNews = (model: Model, { cursor, picked }: Model, { say }: Speech): readonly string[] => {
  const tiles = seatOf(model).client.table?.tiles;
  if (!tiles || (model.cursor === cursor && model.picked === picked)) return [];
  const place = say`${nameOf(tiles[model.cursor])}, row ${Math.floor(model.cursor / COLUMNS) + 1}, column ${(model.cursor % COLUMNS) + 1}`;
  if (model.picked === undefined) return model.cursor === cursor ? [] : [`${place}.`];
  if (model.picked === model.cursor) return [say`Picked: ${place}.`];
  const isPair = tiles[model.picked] === tiles[model.cursor] && lineOf(tiles, [model.picked, model.cursor]) !== undefined;
  return [isPair ? say`${place}: a line joins it to the one you picked.` : `${place}.`];
};

interface Options {
  readonly rounds: string | undefined;
  readonly seconds: string | undefined;
  readonly bots: string | undefined;
  readonly rating: string | undefined;
  readonly loss: string | undefined;
  readonly name: string | undefined;
  readonly port: string | undefined;
}

const settingOf = (options: Options): Setting => ({
  timing: {
    ...usualTiming,
    rounds: quantity('rounds', options.rounds, { least: 1, most: 9, normal: usualTiming.rounds }),
    round: 1000 * quantity('seconds', options.seconds, { least: 5, most: 300, normal: usualTiming.round / 1000 }),
  },
  bots: quantity('bots', options.bots, { least: 2, most: 64, normal: 8 }),
  rating: quantity('rating', options.rating, { least: 0, most: 3000, normal: 1200 }),
  faults: { ...faults, loss: quantity('loss', options.loss, { least: 0, most: 0.5, normal: 0, fraction: true }) },
});

/** A name among other tabs that hardly another one has. */
const tabName = ({ host }: Process): string => Math.floor(host.random() * 36 ** 6).toString(36) + (host.now() % 36 ** 3).toString(36);

const visitorName = ({ say }: Speech, given: string | undefined, tab: string): string => {
  const name = given ?? say`Visitor ${tab.slice(0, 3).toUpperCase()}`;
  if (!playerName(name)) throw new UsageError(`invalid name: '${name}': must be 1 to 16 letters, digits, spaces and _ . -`);
  return name;
};

const surroundings = (speech: Speech, process: Process, claim: string, { name, port }: Options): Surroundings => {
  const { host } = process;
  const tab = tabName(process);
  return {
    modes: modes.filter((mode) => mode === 'bot' || (mode === 'tab' ? host.channel : host.connect) !== undefined),
    tab,
    name: visitorName(speech, name, tab),
    url: `ws://localhost:${quantity('port', port, { least: 1, most: 65_535, normal: SERVER_PORT })}`,
    origin: /^https?:\/\/[^/]+/.exec(host.address ?? '')?.[0],
    claim,
  };
};

/** A pipe shows bad lines unless told otherwise. */
const headlessSetting = (options: Options): Setting => {
  const setting = settingOf(options);
  return { ...setting, faults: { delay: 30, jitter: 25, repeat: 0.05, loss: options.loss === undefined ? 0.05 : setting.faults.loss } };
};

/** A screen does without it. */
async function* runHeadless(speech: Speech, setting: Setting, random: Random): AsyncGenerator<string> {
  yield* (await import('./tilematch/headless.ts')).run(speech, setting, random);
}

export default defineExhibit({
  name: 'tilematch',
  summary: 'Match tiles against another player, before a referee',
  explains: [
    'Two players share one board. Take two equal tiles that a line can join through free cells, around the board if need be, with two turns at most. A pair is 10 points, or 15 within two and a half seconds of your last one.',
    'Others are matched by rating, within a window that widens every second. The result moves both ratings (Elo).',
    'Only the referee knows boards, clocks and scores. A player says which two tiles, in which round, and nothing else: a message that says more or less, or is too long, is refused, and the eighth closes the line. c cheats, another way each time.',
    'Every message has a number. What is not acknowledged is sent again, what comes twice is dropped, what comes early waits: a line that loses (d), repeats (u) or delays (l) costs only time. Cut the line (x) and mend it: a secret token brings you back. After 15 seconds away the match is lost.',
    'The referee is in this page, with bots; in one of two tabs, and when that one closes the other takes over; or behind WebSockets, where npm run tilematch-server runs. npm run tilematch-load brings it thousands of players.',
  ],
  options: {
    rounds: { long: 'rounds', value: 'N', summary: 'rounds of a match, 2 unless given' },
    seconds: { long: 'seconds', value: 'N', summary: 'seconds of a round, 45 unless given' },
    bots: { long: 'bots', value: 'N', summary: 'how many bots play in a pipe, 8 unless given' },
    rating: { long: 'rating', value: 'N', summary: 'your rating, 1200 unless given' },
    loss: { long: 'loss', value: 'P', summary: 'the share of frames that the line loses' },
    name: { long: 'name', value: 'NAME', summary: 'your name, as other tabs and a server see it' },
    port: { long: 'port', value: 'N', summary: `port of the server on this machine, ${SERVER_PORT} unless given` },
  },
  examples: [
    { line: 'tilematch --seed 7 | tail -n 4', shows: 'Four matches of bots over bad lines, and what was refused' },
    { line: 'tilematch --seed 7 --loss 0.3 | tail -n 2', shows: 'What worse lines cost: time, and no tile' },
  ],
  seeAlso: ['dm', 'ratelimit'],
  demonstration: {
    look: 'Two play on one board: equal tiles that a line joins may be taken. A cheat is refused, and a line that is cut goes on where it was.',
    keys: [
      [1, 'c'],
      [4, 'h'],
      [5, ' '],
      [8, 'x'],
      [11, 'x'],
    ],
  },
  program: ({ options, random, process, speech, claim = '' }) => {
    const around = surroundings(speech, process, claim, options);
    const first = begin({ setting: settingOf(options), around, world: { ...farWorld(around.name, 0, 0), random }, step: TICK });
    const toBegin: Effect<Message> = ({ send }) => send({ kind: 'begin' });
    return {
      // The board is there in the first frame, and is read out as soon as somebody can hear it.
      init: { ...update(first, { kind: 'again' }).model, log: emptyLog },
      start: [toBegin],
      bindings,
      update,
      show,
      opening,
      resized: ({ columns, rows }) => ({ kind: 'size' as const, isTurned: columns < UPRIGHT.columns && rows >= UPRIGHT.rows }),
      tick: ({ mode }: Model): Tick<Message> | undefined => (mode === 'bot' ? { every: TICK, message: { kind: 'tick' } } : undefined),
      announce: (model: Model, before: Model, speech) => [...spoken(speech, model.log, before.log), ...placeNews(model, before, speech)],
    };
  },
  headless: ({ options, random, speech }) => runHeadless(speech, headlessSetting(options), random),
});
