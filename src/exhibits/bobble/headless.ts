/** The two caches without a screen: what each fifth of a second came to, what happened, then a summary. */
import { say, translate } from '../../term/say.ts';
import { duration, percent } from '../stage/figures.ts';
import type { Random } from '../stage/random.ts';
import { advance, type Bench, FRAME_SPAN, happen, events as happenings } from './engine.ts';
import { type Lane, percentile } from './lane.ts';
import { check, frameOf, saving } from './measure.ts';

/** Frames between two lines. */
const EVERY = 10;

const seconds = (now: number): string => `${(now / 1e6).toFixed(1)} s`;

const describe = (name: string, lane: Lane, was: Lane, span: number): string => {
  const { cpu, commands } = frameOf(lane, was, span);
  const [p50, p99] = [0.5, 0.99].map((share) => duration(percentile(lane, share) / 1e6));
  return say`${name} CPU ${percent(cpu)} p50 ${p50} p99 ${p99} commands ${commands} failed ${lane.counts.failed - was.counts.failed}`;
};

const line = (bench: Bench, was: Bench): string => {
  const span = bench.now - was.now;
  const both = [describe(translate('before'), bench.before, was.before, span), describe(translate('after'), bench.after, was.after, span)];
  return `${seconds(bench.now)}: ${both.join('; ')}`;
};

const summary = ({ now, before, after }: Bench): readonly string[] => {
  const { answered, fresh, single } = check(after);
  const kept = answered && fresh && single;
  return [
    say`before: Redis busy ${percent(before.busy / now)}, ${before.counts.commands} commands, ${before.counts.failed} of ${before.counts.arrived} requests failed`,
    say`after: Redis busy ${percent(after.busy / now)}, ${after.counts.commands} commands, ${after.counts.failed} of ${after.counts.arrived} requests failed`,
    say`in this simulation Redis does ${percent(saving(before.busy, after.busy))} less; ${percent(after.counts.stale / after.counts.values)} of the values had been overwritten since`,
    say`each request answered once, no value too old, one flight a key: ${kept ? translate('yes') : translate('NO')}`,
  ];
};

/** The lines of a run over `frames` frames, in which each thing that can happen does, at a moment of its own. */
export function* headless(start: Bench, frames: number, random: Random): Generator<string> {
  const moments = happenings.map((_, index) => Math.floor((frames * (index + 1 + random.next() / 2)) / (happenings.length + 1)));
  let [bench, was] = [start, start];
  for (let frame = 1; frame <= frames; frame++) {
    bench = advance(bench, random);
    for (const { text } of bench.log) yield `${seconds(bench.now)}: ${text}`;
    if (frame % EVERY === 0) {
      yield line(bench, was);
      was = bench;
    }
    const what = happenings[moments.indexOf(frame)];
    if (what === undefined) continue;
    bench = happen(bench, what);
    for (const { text } of bench.log) yield `${seconds(bench.now)}: ${text}`;
  }
  yield* summary(bench);
}

/** Frames in a span of simulated milliseconds. */
export const framesIn = (milliseconds: number): number => Math.ceil((milliseconds * 1000) / FRAME_SPAN);
