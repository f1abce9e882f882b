/** What a visitor sees of the game: the board and its clock, the referee's words, the line, and what holds. */
import { phrase, type Sentences, type Speech } from '../../locales/speech.ts';
import type { Canvas } from '../../tui/canvas.ts';
import { prose } from '../../tui/widgets.ts';
import { drawLog } from '../stage/log.ts';
import { heading, meter, sparkline } from '../stage/paint.ts';
import type { Figure, Show, Verdict } from '../stage/show.ts';
import { TILES, tilesLeft } from './board.ts';
import { boardRows, drawBoard } from './board-view.ts';
import type { Client } from './client.ts';
import { isPaid, isWhole, percentile } from './local.ts';
import { type Message, type Model, seatOf } from './model.ts';

/** Columns of the board on a wide screen. */
const BOARD = 81;
/** Rows of the line's chart. */
const CHART = 4;

const clockOf = ({ say, translate }: Speech, { table, result }: Client, now: number): string => {
  if (!table || table.round === 0) return '';
  const { round, rounds, isOn, startsAt } = table;
  if (result) return translate('match over');
  if (!isOn) return say`round ${round} is over`;
  return now < startsAt ? say`round ${round} begins in ${Math.ceil((startsAt - now) / 1000)} s` : say`round ${round} of ${rounds}`;
};

const secondsLeft = ({ table, result }: Client, now: number): number =>
  table?.isOn && !result ? Math.max(0, Math.ceil((table.endsAt - Math.max(now, table.startsAt)) / 1000)) : 0;

/** What stands in the way of a game, if anything. */
const statusOf = (speech: Speech, model: Model): string | undefined => {
  const { say, translate } = speech;
  const { client, link } = seatOf(model);
  const far = model.elsewhere?.view.status(speech, model);
  if (far !== undefined) return far;
  if (!link.isUp) return translate(model.mode === 'bot' ? 'Your line is cut: x mends it.' : 'Looking for others…');
  if (!client.isConnected)
    return client.notice ? say`${translate(client.notice)}: n comes again` : translate('There is no connection: n connects.');
  if (client.isQueued && model.mode !== 'bot')
    return translate(
      model.mode === 'tab' ? 'Open tilematch in another tab or window too, and press m there.' : 'Waiting for another player.',
    );
  return undefined;
};

/** The referee's words, and how the visitor's line is. */
const drawSide = (speech: Speech, canvas: Canvas, model: Model): void => {
  const { client, link } = seatOf(model);
  const rows = Math.max(0, canvas.rows - CHART - 3);
  heading(canvas, 0, speech.translate(model.setting.without ? 'a referee who believes all' : 'the referee'), '');
  drawLog(speech, canvas.region(0, 1, canvas.columns, rows - 1), model.log);
  const line = canvas.region(0, rows + 1);
  const { loss, repeat, delay } = link.faults;
  const faults = [
    ...(loss > 0 ? [speech.say`loses ${Math.round(loss * 100)} %`] : []),
    ...(repeat > 0 ? [speech.say`repeats ${Math.round(repeat * 100)} %`] : []),
    ...(delay > 100 ? [`+${delay} ms`] : []),
  ];
  const trip = `${client.trips.at(-1) ?? '–'} ms, p99 ${percentile(client.trips, 99)} ms`;
  heading(line, 0, speech.translate('your line'), faults.join(', ') || trip, faults.length > 0 ? 'bad' : 'quiet');
  sparkline(line.region(0, 1, line.columns, CHART), client.trips, 'other', Math.max(100, ...client.trips));
};

const figuresOf = (speech: Speech, model: Model): readonly Figure[] => {
  const { say, translate } = speech;
  const { client } = seatOf(model);
  const { table, rating } = client;
  const own = String(table?.scores[table.side] ?? 0);
  if (!table) return [{ value: own, label: say`you ${rating}`, hue: 'good' }];
  const foe = say`${table.foe} ${table.foeRating}`;
  return [
    { value: own, label: say`you ${rating}`, hue: 'good' },
    { value: String(table.scores[1 - table.side]), label: table.foeHere ? foe : say`away: ${table.foe}`, hue: 'bad' },
    { value: String(secondsLeft(client, model.world.now)), label: clockOf(speech, client, model.world.now), short: translate('seconds') },
  ];
};

const verdictOf = ({ say, translate }: Speech, model: Model): Verdict => {
  const { table } = seatOf(model).client;
  if (!table || table.round === 0) {
    const text = translate('Each tile is taken once, and each pair is paid once.');
    return { holds: true, text, short: translate('Each tile once, each pair once.') };
  }
  const [own, foe] = table.side === 0 ? table.pairs : [table.pairs[1], table.pairs[0]];
  const sum = say`${2 * own} yours + ${2 * foe} theirs + ${tilesLeft(table.tiles)} left`;
  if (table.odd > 0)
    return {
      holds: false,
      text: say`NOT every pair was equal: ${table.odd} were not.`,
      short: say`NOT equal: ${table.odd} pairs.`,
    };
  if (!isWhole(table)) return { holds: false, text: say`NOT ${TILES} tiles: ${sum}`, short: say`NOT ${TILES}: ${sum}` };
  if (!isPaid(table))
    return { holds: false, text: translate('NOT every score is the sum of its points.'), short: translate('NOT the sum of points.') };
  return { holds: true, text: say`${TILES} tiles = ${sum}`, short: `${TILES} = ${sum}` };
};

/** The board with its clock, or what is to be done for one. */
const drawGame = (speech: Speech, canvas: Canvas<Message>, model: Model): void => {
  const far = model.elsewhere?.view;
  if (far?.isUnserved(model)) {
    far.drawUnserved(speech, canvas, model);
    return;
  }
  const { client } = seatOf(model);
  const rows = boardRows(canvas.columns, canvas.rows, model.isTurned);
  drawBoard(canvas.region(0, 0, canvas.columns, rows), model);
  const status = client.table ? undefined : statusOf(speech, model);
  if (status !== undefined)
    prose(canvas.region(4, Math.floor(rows / 2) - 1, canvas.columns - 8), 0, [status], { ground: 'panel', role: 'text' });
  const { table } = client;
  const share = (1000 * secondsLeft(client, model.world.now)) / Math.max(1, (table?.endsAt ?? 0) - (table?.startsAt ?? 0));
  if (canvas.rows > rows + 1) meter(canvas, 0, rows + 1, canvas.columns, share, 'accent');
};

const headlines = {
  first: 'Take two equal tiles that a line joins, before the bot does. Press [c] to cheat: you cannot.',
  firstShort: 'Tap two equal tiles that a line joins, before the bot. [c] cheats.',
  others: 'Take two equal tiles that a line joins, before the other player does. Press [c] to cheat: you cannot.',
  othersShort: 'Tap two equal tiles that a line joins, before the other. [c] cheats.',
  next: 'A referee believes no player. Press [x] to cut your line: you come back to the same match.',
  nextShort: 'The referee believes nobody. [x] cuts your line: you come back.',
  over: 'The match is over, and the ratings have moved. Press [n] to deal the next one.',
  overShort: 'The match is over. [n] deals the next one.',
  trusting: 'This referee believes all that it is told. Press [c] to cheat, and [j] to have claims judged again.',
  trustingShort: 'This referee believes all. [c] cheats, [j] has claims judged again.',
} satisfies Sentences;

/** What is told before anything has happened. */
export const opening = phrase`The board is dealt, and the bot looks for a pair too.`;

/** What a visitor sees of the game. */
export const show = (model: Model, isTried: boolean, speech: Speech): Show<Message> => {
  // What only a listener needs, such as the whole board, has no role.
  const said = model.log.entries.findLast(({ role }) => role);
  const narration = statusOf(speech, model) ?? speech.translate(said?.text ?? opening);
  const name = seatOf(model).client.result
    ? 'over'
    : model.setting.without
      ? 'trusting'
      : isTried
        ? 'next'
        : model.mode === 'bot'
          ? 'first'
          : 'others';
  return {
    headline: speech.translate(headlines[name]),
    short: speech.translate(headlines[`${name}Short`]),
    claim: model.around.claim,
    figures: figuresOf(speech, model),
    narration,
    verdict: verdictOf(speech, model),
    board: { columns: BOARD, draw: (canvas) => drawGame(speech, canvas, model) },
    hero: (canvas) => drawGame(speech, canvas, model),
    isFull: true,
    beside: (canvas) => drawSide(speech, canvas, model),
  };
};
