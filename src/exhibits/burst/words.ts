/** What is said of the pipelines: on the screen, in the events of a run, and to a screen reader. */
import { say, translate } from '../../term/say.ts';
import { missing, type Pipeline, type Practice, perSecond } from './pipeline.ts';
import { CAPACITY, latency } from './store.ts';
import type { World } from './world.ts';

/** A practice in words. */
export interface PracticeWords {
  readonly practice: Practice;
  readonly name: string;
  readonly summary: string;
}

/** The practices, in the order of their keys. */
export const practices: readonly PracticeWords[] = [
  { practice: 'coalesce', name: 'coalesce', summary: 'part of the engine: what waits is written as one sum' },
  { practice: 'debounce', name: 'debounce', summary: 'part of the engine: wait until the shop is quiet' },
  { practice: 'bound', name: 'at most', summary: 'part of the engine: but no longer than so long' },
  { practice: 'adapt', name: 'adapt', summary: 'part of the engine: adaptive sampling: how long follows the load' },
];

/** A whole number with thousands apart. */
export const figure = (value: number): string => String(Math.round(value)).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** Milliseconds as seconds. */
export const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);

/** How the store fares. */
export const storeState = ({ store }: Pipeline): string => say`${seconds(latency(store))} s behind`;

/** Whether the store falls behind by more than a second. */
export const isBehind = ({ store }: Pipeline): boolean => latency(store) > 1000;

/** Events that became no write of their own, in per cent. */
export const saved = ({ engine, total }: World): number => (total === 0 ? 0 : Math.max(0, 100 * (1 - engine.writes / total)));

const pipelineSentences = (name: string, before: Pipeline, after: Pipeline): string[] => {
  const said: string[] = [];
  if (isBehind(after) !== isBehind(before))
    said.push(isBehind(after) ? say`The store ${name} falls behind.` : say`The store ${name} has caught up.`);
  if (missing(before) === 0 && missing(after) > 0) said.push(say`The store ${name} loses events.`);
  return said;
};

/** What has changed, in sentences. */
export const sentences = (before: World, after: World): string[] => {
  const begun = after.bursts.length > before.bursts.length ? after.bursts.at(-1) : undefined;
  const burst =
    begun && (begun.shop === undefined ? translate('Every shop has a flood of events.') : say`Shop ${begun.shop + 1} has a flash sale.`);
  return [
    ...(burst ? [burst] : []),
    ...pipelineSentences(translate('without the engine'), before.straight, after.straight),
    ...pipelineSentences(translate('behind the engine'), before.engine, after.engine),
  ];
};

/** Writes a second over the last second, and what the store can do. */
export const load = ({ history }: Pipeline): string => say`${figure(perSecond(history, 'writes'))} writes/s of ${CAPACITY}`;
