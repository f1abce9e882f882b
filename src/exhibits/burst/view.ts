/** How the two pipelines look: the load on each one's store, and the shops whose events wait. */
import type { Speech } from '../../locales/speech.ts';
import type { Style } from '../../term/style.ts';
import type { Canvas } from '../../tui/canvas.ts';
import { across, bar, chart, down, table } from '../../tui/widgets.ts';
import { CAPACITY, HISTORY, LONGEST_WAIT, missing, oldest, type Pipeline, perSecond, SECOND, STEP } from './pipeline.ts';
import { figure, isBehind, load, practices, saved, seconds, storeState } from './text.ts';
import { connections, type World, type WorldEvent } from './world.ts';

/** From this width on the pipelines stand side by side. */
const WIDE = 76;
/** Cells of the bar of what waits. */
const BAR = 10;

/** Writes a second in each column of a chart of all that is remembered; the columns keep their places while time passes. */
const rates = ({ history }: Pipeline, columns: number, now: number): readonly number[] => {
  const group = Math.max(1, Math.ceil(HISTORY / Math.max(1, columns)));
  const first = now / STEP - history.length;
  const bars: { sum: number; steps: number }[] = [];
  history.forEach(({ writes }, index) => {
    const last = bars.at(-1);
    if (!last || (first + index) % group === 0) bars.push({ sum: writes, steps: 1 });
    else bars[bars.length - 1] = { sum: last.sum + writes, steps: last.steps + 1 };
  });
  return bars.map(({ sum, steps }) => (sum * SECOND) / steps);
};

const highest = (values: readonly number[], least: number): number => values.reduce((most, value) => Math.max(most, value), least);

const drawPipeline = (speech: Speech, canvas: Canvas, title: string, pipeline: Pipeline, now: number, top: number): void => {
  const inside = canvas.box(title);
  const behind: Style = { role: isBehind(pipeline) ? 'bad' : 'good' };
  inside.put(0, 0, load(speech, pipeline), behind);
  inside.right(0, storeState(speech, pipeline), behind);
  const lost = missing(pipeline);
  inside.put(0, 1, speech.say`${figure(perSecond(pipeline.history, 'pushes'))} pushes/s`, { role: 'muted' });
  inside.right(1, lost > 0 ? speech.say`✗ ${figure(lost)} events lost` : speech.translate('✓ nothing lost'), {
    role: lost > 0 ? 'bad' : 'good',
  });
  chart(inside.region(0, 2), rates(pipeline, inside.columns, now), behind, top);
};

const waitingBar = (pipeline: Pipeline, since: number, now: number): string => bar((now - since) / Math.max(STEP, pipeline.wait), BAR);

/** The shops with the most events, or with any that wait. */
const drawShops = ({ translate }: Speech, canvas: Canvas, { engine, events, watchers, now }: World): void => {
  const heat = (index: number): number => (events[index] ?? 0) + (engine.shops[index]?.waiting?.count ?? 0);
  const hottest = engine.shops
    .map((shop, index) => ({ shop, index }))
    .sort((a, b) => heat(b.index) - heat(a.index) || a.index - b.index)
    .slice(0, Math.max(0, canvas.rows - 1));
  const narrow = canvas.columns < WIDE;
  table(
    canvas,
    [
      { title: translate('shop'), align: 'right' },
      { title: translate('events/s'), align: 'right' },
      { title: translate('wait'), align: 'right' },
      { title: translate('next write') },
      ...(narrow
        ? []
        : [
            { title: translate('watched by'), align: 'right' as const },
            { title: translate('stored'), align: 'right' as const },
          ]),
    ],
    hottest.map(({ shop: { waiting, stored }, index }) => [
      `${index + 1}`,
      figure((events[index] ?? 0) * SECOND),
      figure(waiting?.count ?? 0),
      [waiting ? waitingBar(engine, waiting.since, now) : ' '.repeat(BAR), { role: 'accent' }],
      figure(watchers[index] ?? 0),
      figure(stored),
    ]),
  );
};

const drawProof = ({ say, translate }: Speech, canvas: Canvas, y: number, { engine, total, now }: World): void => {
  const lost = missing(engine);
  const late = oldest(engine, now) > LONGEST_WAIT;
  const narrow = canvas.columns < WIDE;
  const x = canvas.put(0, y, narrow ? translate('all there ') : translate('events = stored + waiting '), { role: 'muted' });
  const after = canvas.put(x, y, lost === 0 ? `✓ ${figure(total)}` : say`✗ ${figure(lost)} lost`, { role: lost === 0 ? 'good' : 'bad' });
  const wait = say`${late ? '✗' : '✓'} ${seconds(oldest(engine, now))} of ${seconds(LONGEST_WAIT)} s`;
  canvas.put(canvas.put(after + 2, y, narrow ? translate('late ') : translate('the oldest waits '), { role: 'muted' }), y, wait, {
    role: late ? 'bad' : 'good',
  });
};

const drawPractices = (canvas: Canvas<WorldEvent>, { engine }: World): void => {
  const gap = canvas.columns < WIDE ? 1 : 3;
  let x = 0;
  practices.forEach(({ practice, name }, index) => {
    const on = engine.practices[practice];
    const end = canvas.put(x, 0, `${index + 1}${on ? '✓' : '✗'}${name}`, { role: on ? 'good' : 'bad' });
    canvas.region(x, 0, end - x, 1).tap({ message: { kind: 'switch', practice } });
    x = end + gap;
  });
};

const drawSources = ({ say }: Speech, canvas: Canvas, world: World): void => {
  const rate = world.events.reduce((sum, count) => sum + count, 0) * SECOND;
  canvas.put(0, 0, say`${figure(rate)} events/s  ${figure(connections(world))} connections`, { role: 'heading' });
  const wait = canvas.columns < WIDE ? '' : say`waits at most ${seconds(world.engine.wait)} s, `;
  canvas.right(0, say`${wait}saves ${saved(world).toFixed(0)} %`, { role: 'accent' });
};

/** Draws the world. */
export const view = (world: World, canvas: Canvas<WorldEvent>, speech: Speech): void => {
  const narrow = canvas.columns < WIDE;
  const shopRows = Math.min(14, Math.max(3, Math.floor(canvas.rows / 3) - 2));
  drawSources(speech, canvas, world);
  const body = canvas.region(0, 1, canvas.columns, canvas.rows - 3 - shopRows);
  const [first, second] = narrow ? down(body, 2) : across(body, 2);
  // Both charts have one scale, or the second would look as loaded as the first.
  const top = highest(rates(world.straight, body.columns >> (narrow ? 0 : 1), world.now), 2 * CAPACITY);
  if (first) drawPipeline(speech, first, speech.translate('each event a write'), world.straight, world.now, top);
  if (second) drawPipeline(speech, second, speech.translate('with the engine'), world.engine, world.now, top);
  drawShops(speech, canvas.region(0, canvas.rows - 2 - shopRows, canvas.columns, shopRows), world);
  drawProof(speech, canvas, canvas.rows - 2, world);
  drawPractices(canvas.region(0, canvas.rows - 1), world);
};
