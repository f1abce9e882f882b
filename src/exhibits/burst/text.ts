/** What is said of the two pipelines: sentences for a listener, and the lines of a run in a pipe. */
import type { Speech } from '../../locales/speech.ts';
import type { Random } from '../stage/random.ts';
import { latency, missing, oldest, type Pipeline, type Practice, perSecond, STEP } from './pipeline.ts';
import { connections, happen, type World } from './world.ts';

/** A practice in words. */
interface PracticeWords {
  readonly practice: Practice;
  readonly name: string;
  readonly summary: string;
}

/** The practices, in the order of their keys. */
export const practices: readonly PracticeWords[] = [
  { practice: 'coalesce', name: 'add up', summary: 'part of the engine: what waits is written as one sum' },
  { practice: 'debounce', name: 'hold', summary: 'part of the engine: wait until the shop is quiet' },
  { practice: 'bound', name: 'limit', summary: 'part of the engine: but no longer than so long' },
  { practice: 'adapt', name: 'adapt', summary: 'part of the engine: adaptive sampling: how long follows the load' },
];

/** A whole number with thousands apart. */
const figure = (value: number): string => String(Math.round(value)).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** Milliseconds as seconds. */
export const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);

/** How the store fares. */
export const storeState = ({ say }: Speech, { store }: Pipeline): string => say`${seconds(latency(store))} s behind`;

/** Whether the store falls behind by more than a second. */
export const isBehind = ({ store }: Pipeline): boolean => latency(store) > 1000;

/** Events that became no write of their own, in per cent. */
const saved = ({ engine, total }: World): number => (total === 0 ? 0 : Math.max(0, 100 * (1 - engine.writes / total)));

const pipelineSentences = ({ say }: Speech, name: string, before: Pipeline, after: Pipeline): string[] => {
  const said: string[] = [];
  if (isBehind(after) !== isBehind(before))
    said.push(isBehind(after) ? say`The store ${name} fell behind.` : say`The store ${name} has caught up.`);
  if (missing(before) === 0 && missing(after) > 0) said.push(say`The store ${name} was full and lost events.`);
  return said;
};

/** What has changed, in sentences. */
export const sentences = (speech: Speech, before: World, after: World): string[] => {
  const begun = after.bursts.length > before.bursts.length ? after.bursts.at(-1) : undefined;
  const burst =
    begun &&
    (begun.shop === undefined
      ? speech.translate('A flood of events came to every shop.')
      : speech.say`Shop ${begun.shop + 1} began a flash sale: hundreds of events a second.`);
  return [
    ...(burst ? [burst] : []),
    ...(connections(after) === connections(before) ? [] : [speech.say`${figure(connections(after))} connections watch the shops now.`]),
    ...pipelineSentences(speech, speech.translate('without the engine'), before.straight, after.straight),
    ...pipelineSentences(speech, speech.translate('behind the engine'), before.engine, after.engine),
  ];
};

/** A burst comes every so many seconds, the first after some of them. */
const BETWEEN = 6;
const FIRST = 3;
/** Seconds at the end without new bursts, so that what waits is written. */
const QUIET_END = 5;

const second = (speech: Speech, world: World, before: World): string => {
  const rate = (pipeline: Pipeline): string =>
    speech.say`${figure(perSecond(pipeline.history, 'writes')).padStart(5)} writes, ${storeState(speech, pipeline)}`;
  const events = figure(world.total - before.total).padStart(6);
  const time = String(Math.round(world.now / 1000)).padStart(3);
  return speech.say`${time} s ${events} events   straight ${rate(world.straight)}   engine ${rate(world.engine)}, waits ${seconds(world.engine.wait)} s`;
};

const summary = ({ say }: Speech, name: string, pipeline: Pipeline, now: number): string =>
  say`${name}  ${figure(pipeline.writes)} writes, ${figure(pipeline.pushes)} pushes, ${figure(missing(pipeline))} events lost, oldest waits ${seconds(oldest(pipeline, now))} s`;

/** The lines of a run of so many seconds. */
export function* run(speech: Speech, start: World, random: Random, length: number): Generator<string> {
  let world = start;
  yield speech.say`${world.watchers.length} shops, ${figure(connections(world))} connections`;
  for (let i = 1; i <= length; i++) {
    const before = world;
    if (i < length - QUIET_END && i % BETWEEN === FIRST) {
      world = happen(world, { kind: random.chance(0.7) ? 'sale' : 'flood' });
      yield* sentences(speech, before, world).map((text) => `      ${text}`);
    }
    for (let j = 0; j < 1000 / STEP; j++) world = happen(world, { kind: 'step' });
    yield second(speech, world, before);
  }
  yield summary(speech, speech.translate('straight'), world.straight, world.now);
  yield summary(speech, speech.translate('engine  '), world.engine, world.now);
  yield speech.say`${figure(world.total)} events, ${saved(world).toFixed(1)} % of the writes saved`;
}
