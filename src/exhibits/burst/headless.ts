/** The same pipelines without a screen: a second a line, bursts among them, then the sums. */
import { say, translate } from '../../term/say.ts';
import type { Random } from '../stage/random.ts';
import { missing, oldest, type Pipeline, perSecond, STEP } from './pipeline.ts';
import { figure, saved, seconds, sentences, storeState } from './words.ts';
import { connections, happen, type World } from './world.ts';

/** A burst comes every so many seconds, the first after some of them. */
const BETWEEN = 6;
const FIRST = 3;
/** Seconds at the end without new bursts, so that what waits is written. */
const QUIET_END = 5;

const second = (world: World, before: World): string => {
  const rate = (pipeline: Pipeline): string =>
    say`${figure(perSecond(pipeline.history, 'writes')).padStart(5)} writes, ${storeState(pipeline)}`;
  const events = figure(world.total - before.total).padStart(6);
  const time = String(Math.round(world.now / 1000)).padStart(3);
  return say`${time} s ${events} events   straight ${rate(world.straight)}   engine ${rate(world.engine)}, waits ${seconds(world.engine.wait)} s`;
};

const summary = (name: string, pipeline: Pipeline, now: number): string =>
  say`${name}  ${figure(pipeline.writes)} writes, ${figure(pipeline.pushes)} pushes, ${figure(missing(pipeline))} events lost, oldest waits ${seconds(oldest(pipeline, now))} s`;

/** The lines of a run of so many seconds. */
export function* run(start: World, random: Random, length: number): Generator<string> {
  let world = start;
  yield say`${world.watchers.length} shops, ${figure(connections(world))} connections`;
  for (let i = 1; i <= length; i++) {
    const before = world;
    if (i < length - QUIET_END && i % BETWEEN === FIRST) {
      world = happen(world, { kind: random.chance(0.7) ? 'sale' : 'flood' });
      yield* sentences(before, world).map((text) => `      ${text}`);
    }
    for (let j = 0; j < 1000 / STEP; j++) world = happen(world, { kind: 'step' });
    yield second(world, before);
  }
  yield summary(translate('straight'), world.straight, world.now);
  yield summary(translate('engine  '), world.engine, world.now);
  yield say`${figure(world.total)} events, ${saved(world).toFixed(1)} % of the writes saved`;
}
