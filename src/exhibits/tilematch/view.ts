/** How the game looks: score and clock, the board or the queue, the line, and what holds. */
import type { Speech } from '../../locales/speech.ts';
import type { Role } from '../../term/style.ts';
import { cells } from '../../term/width.ts';
import type { Canvas } from '../../tui/canvas.ts';
import { chart, gauge, verdict } from '../../tui/widgets.ts';
import { drawLog } from '../stage/log.ts';
import { TILES, tilesLeft } from './board.ts';
import { boardRows, drawBoard } from './board-view.ts';
import type { Client, Table } from './client.ts';
import { addsUp, isWhole, percentile, refused } from './local.ts';
import { drawMenu } from './menu-view.ts';
import { type Message, type Model, seatOf } from './model.ts';
import { drawQueue } from './queue-view.ts';
import type { Seat } from './world.ts';

/** From here on there is room beside the board. */
const WIDE = 96;

/** The score stands in the middle, or further left where the other player's name is long. */
const drawScore = ({ say, translate }: Speech, canvas: Canvas, { rating, table }: Client): void => {
  const you = canvas.put(0, 0, say`you ${rating}`, { role: 'good', bold: true });
  if (!table) return;
  const score = `${table.scores[table.side]} : ${table.scores[1 - table.side]}`;
  const foe = table.foeHere ? `${table.foeRating} ${table.foe}` : `${table.foe} (${translate('away')})`;
  const middle = Math.min((canvas.columns - score.length) / 2, canvas.columns - cells(foe) - score.length - 2);
  const after = canvas.put(Math.max(you + 1, Math.floor(middle)), 0, score, { role: 'title', bold: true });
  canvas.put(Math.max(after + 1, canvas.columns - cells(foe)), 0, foe, { role: 'bad', bold: true });
};

const drawClock = ({ say, translate }: Speech, canvas: Canvas, { table, result }: Client, now: number): void => {
  if (!table || table.round === 0) return;
  const label = say`round ${table.round}/${table.rounds}`;
  const left = Math.max(0, table.endsAt - Math.max(now, table.startsAt));
  if (result) canvas.put(0, 0, translate('match over: n looks for the next one'), { role: 'accent' });
  else if (!table.isOn) canvas.put(0, 0, say`${label} is over`, { role: 'accent' });
  else if (now < table.startsAt)
    canvas.put(0, 0, say`${label} begins in ${Math.ceil((table.startsAt - now) / 1000)} s`, { role: 'accent' });
  else
    gauge(canvas, 0, left / (table.endsAt - table.startsAt), {
      label,
      value: `${Math.ceil(left / 1000)} s`,
      style: { role: left < 10_000 ? 'warn' : 'accent' },
    });
};

const status = (speech: Speech, { client, link }: Seat, model: Model): readonly [string, Role] => {
  const { say, translate } = speech;
  const far = model.elsewhere?.view.status(speech, model);
  if (far) return far;
  if (!link.isUp) return [translate('line cut: x mends it'), 'warn'];
  if (!client.isConnected)
    return [client.notice ? say`${translate(client.notice)}: n comes again` : translate('no connection: n connects'), 'bad'];
  if (!client.isWelcome) return [translate('connecting…'), 'warn'];
  if (client.claim) return [translate('claimed: the referee decides…'), 'warn'];
  if (client.refusal && model.world.now - client.refusal.at < 2500) return [say`refused: ${translate(client.refusal.why)}`, 'bad'];
  if (!client.table || client.result)
    return [client.isQueued ? translate('waiting for another player') : translate('n looks for a match'), 'muted'];
  return [model.picked === undefined ? translate('take two equal tiles that a line joins') : translate('now one like it, or Tab'), 'muted'];
};

const drawLine = ({ say, translate }: Speech, canvas: Canvas, { client, link }: Seat): void => {
  const { loss, repeat, delay } = link.faults;
  const trips = client.trips;
  const before = canvas.right(0, say`lost ${link.lost}, twice ${link.repeated}`, { role: 'muted' });
  const latest = trips.at(-1) ?? '–';
  const figures = say`latency ${latest} ms, p99 ${percentile(trips, 99)}`;
  const after = canvas.put(0, 0, cells(figures) < before ? figures : say`latency ${latest} ms`, { role: 'accent' });
  const faults = [
    ...(loss > 0 ? [say`loses ${Math.round(loss * 100)} %`] : []),
    ...(repeat > 0 ? [say`repeats ${Math.round(repeat * 100)} %`] : []),
    ...(delay > 100 ? [`+${delay} ms`] : []),
  ];
  canvas.put(0, 1, faults.join(', ') || translate('the line behaves'), {
    role: faults.length > 0 ? 'warn' : 'muted',
  });
  if (canvas.columns > after + 30) chart(canvas.region(after + 1, 0, canvas.columns - after - 20, 1), trips, { role: 'accent' });
};

const drawProof = ({ say }: Speech, canvas: Canvas, y: number, table: Table | undefined): void => {
  if (!table || table.round === 0) return;
  const [own, foe] = table.side === 0 ? table.pairs : [table.pairs[1], table.pairs[0]];
  const text = say`${TILES} = ${2 * own} yours + ${2 * foe} theirs + ${tilesLeft(table.tiles)} left`;
  verdict(canvas, y, addsUp(table), isWhole(table) ? text : `${text}?`);
};

const drawBelow = (speech: Speech, canvas: Canvas, model: Model): void => {
  const seat = seatOf(model);
  const [text, role] = status(speech, seat, model);
  canvas.put(0, 0, text, { role });
  drawLine(speech, canvas.region(0, 1, canvas.columns, 2), seat);
  drawProof(speech, canvas, 3, seat.client.table);
};

const drawGames = (speech: Speech, canvas: Canvas, model: Model): void => {
  const { referee } = model.world;
  if (!referee) {
    model.elsewhere?.view.drawReferee(speech, canvas, model);
    return;
  }
  const { games, players, queue } = referee;
  canvas.put(0, 0, speech.say`${players} players, ${queue.length} wait, ${games.length} matches`);
  games.slice(0, canvas.rows - 2).forEach(({ match }, i) => {
    const [one, other] = match.scores;
    canvas.put(0, i + 2, speech.say`match ${match.id}  round ${match.round}  ${tilesLeft(match.board)} tiles  ${one} : ${other}`, {
      role: 'muted',
    });
  });
};

const drawSide = (speech: Speech, canvas: Canvas, model: Model): void => {
  const { referee } = model.world;
  const rows = Math.min(12, Math.floor(canvas.rows / 2));
  const upper = canvas.region(0, 0, canvas.columns, rows);
  if (seatOf(model).client.isQueued && !model.elsewhere?.view.status(speech, model))
    drawQueue(speech, upper.box(speech.translate('queue by rating')), model);
  else drawGames(speech, upper.box(speech.translate('the referee')), model);
  const log = canvas.region(0, rows, canvas.columns, canvas.rows - rows).box(speech.translate('what happens'));
  const nos = referee ? refused(referee) : [];
  drawLog(speech, log.region(0, 0, log.columns, log.rows - nos.length - 1), model.log);
  nos.forEach(
    ([why, times], i) =>
      void log.put(0, log.rows - nos.length + i, speech.say`refused: ${speech.translate(why)} ${times}`, { role: 'muted' }),
  );
};

/** Draws the match, or the queue; answers the first row below. */
const drawMain = (speech: Speech, canvas: Canvas<Message>, model: Model): number => {
  const { client } = seatOf(model);
  const far = model.elsewhere?.view;
  if (far?.isUnserved(model)) {
    far.drawUnserved(speech, canvas, model);
    return canvas.rows;
  }
  drawScore(speech, canvas.region(0, 0, canvas.columns, 1), client);
  drawClock(speech, canvas.region(0, 1, canvas.columns, 1), client, model.world.now);
  const rows = boardRows(canvas.columns, canvas.rows - 6);
  const board = canvas.region(0, 2, canvas.columns, rows);
  if (client.table) drawBoard(board, model);
  else if (!model.elsewhere?.view.status(speech, model)) drawQueue(speech, board, model);
  const below = canvas.region(0, 2 + rows);
  drawBelow(speech, below.region(0, 0, below.columns, 4), model);
  return rows + 6;
};

const drawMatch = (speech: Speech, canvas: Canvas<Message>, model: Model): void => {
  if (canvas.columns < WIDE) {
    drawLog(speech, canvas.region(0, drawMain(speech, canvas, model)), model.log);
    return;
  }
  const left = Math.min(70, canvas.columns - 44);
  drawMain(speech, canvas.region(0, 0, left), model);
  drawSide(speech, canvas.region(left + 2, 0), model);
};

/** Draws the game. */
export const view = (model: Model, canvas: Canvas<Message>, speech: Speech): void => {
  if (model.mode === undefined) drawMenu(speech, canvas, model);
  else drawMatch(speech, canvas, model);
};
