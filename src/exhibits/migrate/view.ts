/** How a migration looks: the map of its ranges, its workers, its numbers, what happened, and whether every record is there once. */
import { type Sentences, say, translate } from '../../term/say.ts';
import type { Role } from '../../term/style.ts';
import type { Canvas } from '../../tui/canvas.ts';
import { bar, chart, gauge, verdict } from '../../tui/widgets.ts';
import { count, duration, percent, short } from '../stage/figures.ts';
import { drawLog } from '../stage/log.ts';
import { type Model, speedOf } from './model.ts';
import { BATCH, errorBudget, type Migration, rangeName, type Worker } from './state.ts';
import { audit, copied, sound } from './store.ts';

/** From this size on the numbers have a column of their own. */
const WIDE = { columns: 84, rows: 22 };
/** Frames over which the rate is averaged. */
const AVERAGED = 40;
/** Frames that make one bar of the chart smooth. */
const SMOOTHED = 8;

const growth = ['▁', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

const rangeLook = ({ ranges, leases }: Migration, index: number): readonly [glyph: string, role: Role] => {
  const { checkpoint = 0, rows = [], begun = false } = ranges[index] ?? {};
  if (!begun) return ['·', 'muted'];
  const glyph = growth[Math.floor((8 * checkpoint) / rows.length)] ?? '█';
  if (checkpoint === rows.length) return [glyph, 'good'];
  return [glyph, (leases[index] ?? 0) > 0 ? 'accent' : 'warn'];
};

/** The ranges, a cell each; answers the row below. */
const drawMap = (canvas: Canvas, y: number, migration: Migration): number => {
  const { columns } = canvas;
  migration.ranges.forEach((_, index) => {
    const [glyph, role] = rangeLook(migration, index);
    canvas.put(index % columns, y + Math.floor(index / columns), glyph, { role });
  });
  return y + Math.ceil(migration.ranges.length / Math.max(1, columns));
};

const legend = (canvas: Canvas, y: number): void => {
  canvas.line(0, y, [
    { text: translate('· waits  '), style: { role: 'muted' } },
    { text: translate('▄ copied so far  '), style: { role: 'accent' } },
    { text: translate('█ verified'), style: { role: 'good' } },
  ]);
};

const stages = { read: 'read', write: 'write', verify: 'verify', checkpoint: 'save' } satisfies Sentences;

const doing = (worker: Worker): readonly [text: string, role: Role] => {
  switch (worker.kind) {
    case 'idle':
      return [translate('idle'), 'muted'];
    case 'dead':
      return [say`dead for ${worker.left}`, 'bad'];
    case 'waiting':
      return [say`waits ${worker.left}`, 'warn'];
    case 'busy':
      return [translate(stages[worker.stage]), 'good'];
  }
};

const drawWorker = (canvas: Canvas, y: number, id: number, { workers, plan }: Migration): void => {
  const worker = workers[id] ?? { kind: 'idle' };
  canvas.put(0, y, `${id + 1}`, { role: 'heading' });
  if ('range' in worker) {
    const batches = Math.ceil((plan.ranges[worker.range] ?? 0) / BATCH);
    canvas.put(3, y, rangeName(worker.range));
    canvas.put(13, y, '░'.repeat(batches), { role: 'muted' });
    canvas.put(13, y, bar(worker.from / BATCH / batches, batches).trimEnd(), { role: 'accent' });
  }
  const [text, role] = doing(worker);
  canvas.put(23, y, text, { role });
};

/** The workers, two in a row, without their bars; answers the row below. */
const drawWorkersBriefly = (canvas: Canvas, y: number, { workers }: Migration): number => {
  const half = Math.ceil(canvas.columns / 2);
  workers.forEach((worker, id) => {
    const cell = canvas.region((id % 2) * half, y + Math.floor(id / 2), half - 1, 1);
    const [text, role] = doing(worker);
    const x = cell.put(0, 0, `${id + 1} `, { role: 'heading' });
    cell.put('range' in worker ? cell.put(x, 0, `${rangeName(worker.range)} `) : x, 0, text, { role });
  });
  return y + Math.ceil(workers.length / 2);
};

const phaseOf = ({ phase, left, down, wave, plan }: Migration): readonly [text: string, role: Role] => {
  if (down > 0) return [say`down: up again in ${down}`, 'bad'];
  const which = say`wave ${Math.min(wave + 1, plan.waves.length)} of ${plan.waves.length}`;
  if (phase === 'copying') return [say`${which}: copying`, 'good'];
  if (phase === 'cooling down') return [say`${which}: cooling down, ${left}`, 'warn'];
  if (phase === 'comparing') return [say`comparing the stores, ${left}`, 'accent'];
  if (phase === 'done') return [translate('done: all reads from the new store'), 'good'];
  return phase === 'halted' ? [say`${which}: halted, r tries again`, 'bad'] : [say`${which}: rolling back`, 'bad'];
};

const average = (rates: readonly number[]): number => (rates.length === 0 ? 0 : rates.reduce((sum, rate) => sum + rate, 0) / rates.length);

/** The rates, each averaged with those before it: workers move whole batches, which is too rough to look at. */
const smooth = (rates: readonly number[]): readonly number[] =>
  rates.map((_, index) => average(rates.slice(Math.max(0, index + 1 - SMOOTHED), index + 1)));

/** How far it is: the share done, the phase, the rate and the time left; answers the row below. */
const drawProgress = (canvas: Canvas, y: number, model: Model): number => {
  const { migration } = model;
  const { plan, ranges, steps, phase } = migration;
  const done = copied(ranges);
  gauge(canvas, y, done / plan.sample, { value: `${short(done * plan.scale)} ${percent(done / plan.sample)}` });
  const [text, role] = phaseOf(migration);
  canvas.put(0, y + 1, text, { role });
  const rate = average(model.rates.slice(-AVERAGED));
  const eta = phase === 'done' ? translate('took') : translate('ETA');
  const time = phase === 'done' ? steps * plan.stepSeconds : ((plan.sample - done) * plan.scale) / rate;
  canvas.put(
    0,
    y + 2,
    say`${short(rate)}/s  ${eta} ${duration(time)}  speed ×${speedOf(model)}${model.paused ? ` ${translate('paused')}` : ''}`,
  );
  return y + 3;
};

const drawBudget = (canvas: Canvas, y: number, { plan, wave, errors }: Migration): void => {
  const budget = errorBudget(plan, Math.min(wave, plan.waves.length - 1));
  const share = errors / budget;
  gauge(canvas, y, share, {
    label: translate('errors'),
    value: say`${errors} of ${budget}`,
    style: { role: share > 0.7 ? 'bad' : 'warn' },
  });
};

const drawNodes = (canvas: Canvas, y: number, { slow, counts }: Migration): void => {
  let x = canvas.put(0, y, translate('nodes '), { role: 'muted' });
  for (const left of slow) x = canvas.put(x, y, left > 0 ? '◌ ' : '● ', { role: left > 0 ? 'bad' : 'good' });
  canvas.put(x + 1, y, say`${counts.retries} retries, ${counts.rollbacks} undone`);
};

const drawScale = (canvas: Canvas, y: number, { plan }: Migration): void =>
  void canvas.put(0, y, say`${short(plan.records)} records; 1 simulated is ${short(plan.scale)}`, { role: 'muted' });

/** The invariant, checked on both stores as they are now: the last two rows. */
const drawVerdict = (canvas: Canvas, { ranges, counts }: Migration): void => {
  const { safe, lost, twice, wrong, stray } = audit(ranges);
  const holds = sound({ safe, lost, twice, wrong, stray }) && counts.misled === 0;
  verdict(
    canvas,
    canvas.rows - 2,
    holds,
    holds ? translate('each record once, none lost or changed') : translate('NOT each record once as it was'),
  );
  const text = say`lost ${lost} twice ${twice} wrong ${wrong + counts.misled} stray ${stray} of ${count(safe)}`;
  canvas.put(2, canvas.rows - 1, text, { role: 'muted' });
};

const drawNarrow = (model: Model, canvas: Canvas): void => {
  const { migration } = model;
  drawScale(canvas, 0, migration);
  let y = drawProgress(canvas, 1, model);
  drawBudget(canvas, y, migration);
  y = drawMap(canvas, y + 1, migration);
  drawNodes(canvas, y, migration);
  y = drawWorkersBriefly(canvas, y + 1, migration);
  drawLog(canvas.region(0, y, canvas.columns, canvas.rows - 2 - y), model.log);
  canvas.region(0, canvas.rows - 2).fill(' ');
  drawVerdict(canvas, migration);
};

const drawNumbers = (canvas: Canvas, model: Model): void => {
  const { counts } = model.migration;
  const y = drawProgress(canvas, 0, model);
  drawBudget(canvas, y, model.migration);
  drawNodes(canvas, y + 1, model.migration);
  canvas.put(0, y + 2, say`dual reads ${count(counts.compared)}, differed ${counts.differed}; users’ writes ${count(counts.updates)}`);
  canvas.put(0, y + 3, model.claim === undefined ? '' : say`The résumé’s own claim: ${model.claim}.`, { role: 'muted' });
  canvas.put(0, y + 5, translate('records a second'), { role: 'muted' });
  chart(canvas.region(0, y + 6), smooth(model.rates));
};

const drawWide = (model: Model, canvas: Canvas): void => {
  const { migration } = model;
  const left = Math.floor(canvas.columns * 0.5);
  const top = canvas.rows - 2;
  const mapColumns = left - 2;
  const mapRows = Math.ceil(migration.ranges.length / mapColumns) + 4;
  const map = canvas.region(0, 0, left, mapRows).box('ranges');
  drawScale(map, 0, migration);
  drawMap(map, 1, migration);
  legend(map, map.rows - 1);
  const workers = canvas.region(0, mapRows, left, migration.workers.length + 2);
  const rows = workers.box('workers');
  migration.workers.forEach((_, id) => void drawWorker(rows, id, id, migration));
  drawNumbers(canvas.region(left + 1, 0, canvas.columns, mapRows + workers.rows).box('progress'), model);
  const below = mapRows + workers.rows;
  drawLog(canvas.region(0, below, canvas.columns, top - below).box('events'), model.log);
  drawVerdict(canvas, migration);
};

/** Draws the model. */
export const draw = (model: Model, canvas: Canvas): void => {
  if (canvas.columns >= WIDE.columns && canvas.rows >= WIDE.rows) drawWide(model, canvas);
  else drawNarrow(model, canvas);
};
