/** How the two caches look: a panel each with Redis' load and the games' latency, what is saved, and what is promised. */
import type { Speech } from '../../locales/speech.ts';
import type { Style } from '../../term/style.ts';
import type { Canvas } from '../../tui/canvas.ts';
import { across, bar, chart, gauge, prose, verdict } from '../../tui/widgets.ts';
import { duration, percent, short } from '../stage/figures.ts';
import { drawLog } from '../stage/log.ts';
import { TTL } from './client.ts';
import { FRAME_SPAN } from './engine.ts';
import { check, type Frame, KEYS_EACH, keyName, type Lane, type Mean, means, percentile, saving, together } from './lane.ts';
import type { Model } from './model.ts';

/** From this size on the panels stand side by side. */
const WIDE = { columns: 84, rows: 24 };
/** Rows that the narrow form needs with charts of one row. */
const NEEDED = 17;
/** Frames over which numbers are averaged. */
const AVERAGED = 25;
/** Real milliseconds of a frame by its simulated ones. */
const SLOWED = 5;

const shares = [0.5, 0.95, 0.99] as const;

/** What is drawn of a lane. */
interface Panel {
  readonly lane: Lane;
  readonly frames: readonly Frame[];
  readonly recent: Frame;
  readonly style: Style;
}

const panelOf = (lane: Lane, frames: readonly Frame[], style: Style): Panel => ({
  lane,
  frames,
  recent: together(frames.slice(-AVERAGED)),
  style,
});

const panels = ({ bench, before, after }: Model): readonly [Panel, Panel] => [
  panelOf(bench.before, before, { role: 'warn' }),
  panelOf(bench.after, after, { role: 'good' }),
];

const latency = (lane: Lane, share: number): string => duration(percentile(lane, share) / 1e6);

const drawCpu = ({ translate }: Speech, canvas: Canvas, y: number, { recent, style }: Panel): void =>
  gauge(canvas, y, recent.cpu, { label: translate('Redis CPU'), value: percent(recent.cpu).padStart(5), style });

const drawChart = (canvas: Canvas, { frames, style }: Panel): void =>
  chart(
    canvas,
    frames.map(({ cpu }) => cpu),
    style,
    1,
  );

const commandsOf = ({ say }: Speech, { recent, frames, lane }: Panel): string => {
  const seconds = (Math.min(AVERAGED, Math.max(1, frames.length)) * FRAME_SPAN) / 1e6;
  const hits = lane.on.size > 0 ? say`, from memory ${percent(recent.hits / recent.values)}` : '';
  return say`${short(recent.commands / seconds)} commands/s${hits}`;
};

/** The parts where there is no room for their names, and the columns that the names need. */
const brief: Readonly<Record<Mean, string>> = { cache: 'cache', 'single-flight': 'flight', batching: 'batch', expiry: 'expiry' };
const PARTS = 48;

/** The parts of the way after, each of which a key or a tap switches. */
const drawParts = (canvas: Canvas, x: number, y: number, { on }: Lane): void => {
  for (const [index, mean] of means.entries()) {
    const name = canvas.columns < PARTS ? brief[mean] : mean;
    const after = canvas.put(x, y, `${index + 1} ${name}`, { role: on.has(mean) ? 'good' : 'muted' });
    canvas.region(x, y, after - x, 1).tap({ chord: String(index + 1) });
    x = after + 1;
  }
};

const drawBriefly = (speech: Speech, canvas: Canvas, panel: Panel): void => {
  const numbers = canvas.rows - 2;
  drawCpu(speech, canvas, 0, panel);
  drawChart(canvas.region(0, 1, canvas.columns, numbers - 1), panel);
  canvas.put(0, numbers, shares.map((share) => `p${share * 100} ${latency(panel.lane, share)}`).join('  '));
  canvas.put(
    0,
    numbers + 1,
    `${commandsOf(speech, panel)}${panel.lane.counts.failed > 0 ? speech.say`, ${panel.lane.counts.failed} failed` : ''}`,
  );
};

const drawHeading = ({ say }: Speech, canvas: Canvas, { bench, paused }: Model): void =>
  void canvas.put(
    0,
    0,
    paused
      ? say`${short(bench.load)} requests/s of ${KEYS_EACH} keys, paused`
      : say`${short(bench.load)} requests/s of ${KEYS_EACH} keys, ${SLOWED}× slower`,
    {
      role: 'muted',
    },
  );

const savings = ({ say }: Speech, model: Model): string => {
  const [before, after] = panels(model);
  const cpu = saving(before.recent.cpu, after.recent.cpu);
  const p95 = saving(percentile(before.lane, 0.95), percentile(after.lane, 0.95));
  return say`in this simulation: CPU ${percent(-cpu)}, p95 ${percent(-p95)}`.replaceAll('-', '−');
};

/** The résumé's own figures, apart; answers the row below. */
const drawClaim = ({ say }: Speech, canvas: Canvas, y: number, { claim }: Model): number =>
  claim === undefined ? y : prose(canvas, y, [say`The résumé’s claim: ${claim}.`], { role: 'muted' }) - 1;

/** What the way after promises, checked on its state: the last two rows. */
const drawVerdict = ({ say, translate }: Speech, canvas: Canvas, { bench }: Model): void => {
  const { answered, fresh, oldest, single, flights } = check(bench.after);
  const old = say`oldest value ${duration(oldest / 1e6)}`;
  verdict(canvas, canvas.rows - 2, answered && fresh, say`answered once, ${old}`);
  const text = single ? translate('one flight a key') : say`${flights} flights of one key at once`;
  canvas.put(verdict(canvas, canvas.rows - 1, single, text), canvas.rows - 1, say`; values live ${duration(TTL / 1e6)}`, { role: 'muted' });
};

const drawNarrow = (speech: Speech, model: Model, canvas: Canvas): void => {
  const [before, after] = panels(model);
  // Two charts share the rows that nothing else needs.
  const height = 4 + Math.max(0, (canvas.rows - NEEDED) >> 1);
  drawHeading(speech, canvas, model);
  canvas.put(0, 1, speech.translate('BEFORE: every key from Redis'), { role: 'heading' });
  drawBriefly(speech, canvas.region(0, 2, canvas.columns, height), before);
  const x = canvas.put(0, 2 + height, speech.translate('AFTER'), { role: 'heading' });
  drawParts(canvas, x + 1, 2 + height, after.lane);
  drawBriefly(speech, canvas.region(0, 3 + height, canvas.columns, height), after);
  canvas.put(0, 3 + 2 * height, savings(speech, model), { role: 'accent' });
  const y = drawClaim(speech, canvas, 4 + 2 * height, model);
  drawLog(speech, canvas.region(0, y, canvas.columns, canvas.rows - 2 - y), model.log);
  canvas.region(0, canvas.rows - 2).fill(' ');
  drawVerdict(speech, canvas, model);
};

/** The latencies as bars, on a scale that both panels share. */
const drawLatencies = (canvas: Canvas, y: number, { lane, style }: Panel, longest: number): void => {
  for (const [row, share] of shares.entries()) {
    const value = latency(lane, share).padStart(8);
    gauge(canvas, y + row, percentile(lane, share) / longest, { label: `p${share * 100}`, labelColumns: 3, value, style });
  }
};

/** The keys that Redis is asked for most. */
const drawHeat = ({ translate }: Speech, canvas: Canvas, y: number, { lane, style }: Panel, hottest: number): void => {
  canvas.put(0, y, translate('keys that Redis is asked for most'), { role: 'muted' });
  const keys = lane.heat
    .map((heat, key) => ({ heat, key }))
    .sort((a, b) => b.heat - a.heat)
    .slice(0, Math.max(0, canvas.rows - y - 1));
  keys.forEach(({ heat, key }, row) => {
    canvas.put(0, y + 1 + row, keyName(key));
    canvas.put(12, y + 1 + row, bar(heat / hottest, canvas.columns - 12).trimEnd(), style);
  });
};

const drawPanel = (speech: Speech, canvas: Canvas, panel: Panel, longest: number, hottest: number): void => {
  drawCpu(speech, canvas, 1, panel);
  const height = Math.max(2, Math.min(6, canvas.rows - 14));
  drawChart(canvas.region(0, 2, canvas.columns, height), panel);
  drawLatencies(canvas, 3 + height, panel, longest);
  const { failed, stale, values, joined } = panel.lane.counts;
  canvas.put(0, 7 + height, commandsOf(speech, panel));
  canvas.put(0, 8 + height, speech.say`joined a flight ${joined}, overwritten since ${percent(stale / values)}, failed ${failed}`);
  drawHeat(speech, canvas, 10 + height, panel, hottest);
};

const drawWide = (speech: Speech, model: Model, canvas: Canvas): void => {
  const both = panels(model);
  const longest = Math.max(...both.map(({ lane }) => percentile(lane, 0.99)), 1);
  const hottest = both.reduce((most, { lane }) => lane.heat.reduce((hot, heat) => Math.max(hot, heat), most), 1);
  const bottom = 8;
  drawHeading(speech, canvas, model);
  const [left, right] = across(canvas.region(0, 1, canvas.columns, canvas.rows - bottom - 1), 2).map((half, index) =>
    half.box(speech.translate(index === 0 ? 'before' : 'after')),
  );
  left?.put(0, 0, speech.translate('every key from Redis, one after the other'), { role: 'muted' });
  if (right) drawParts(right, 0, 0, both[1].lane);
  if (left) drawPanel(speech, left, both[0], longest, hottest);
  if (right) drawPanel(speech, right, both[1], longest, hottest);
  const below = canvas.region(0, canvas.rows - bottom);
  below.put(0, 0, savings(speech, model), { role: 'accent' });
  drawLog(speech, below.region(0, drawClaim(speech, below, 1, model), below.columns, 3), model.log);
  drawVerdict(speech, canvas, model);
};

/** Draws the model. */
export const draw = (model: Model, canvas: Canvas, speech: Speech): void => {
  if (canvas.columns >= WIDE.columns && canvas.rows >= WIDE.rows) drawWide(speech, model, canvas);
  else drawNarrow(speech, model, canvas);
};
