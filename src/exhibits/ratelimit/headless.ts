/** The three limiters without a screen: what each second brought, what happened, then a summary. */
import { say, translate } from '../../term/say.ts';
import type { Random } from '../stage/random.ts';
import { holds, limitOf } from './check.ts';
import { type Bench, STEP, step } from './engine.ts';
import { type Lane, names } from './lane.ts';

const describe = (lane: Lane, was: Lane | undefined): string => {
  const limited = lane.counts.limited - (was?.counts.limited ?? 0);
  const passed = lane.counts.offered - (was?.counts.offered ?? 0) - limited;
  return say`${names[lane.kind]} ${passed} passed ${limited} refused`;
};

const line = ({ now, lanes }: Bench, was: Bench): string =>
  `${now / 1000} s: ${lanes.map((lane, index) => describe(lane, was.lanes[index])).join(', ')}`;

const total = (lane: Lane): string => {
  const { offered, limited, answered, panicked, lost } = lane.counts;
  const ends = say`${answered} answered, ${limited} refused, ${panicked} panics contained, ${lost} lost, ${lane.handlers.length} at work`;
  return say`${names[lane.kind]}: ${offered} offered, ${ends}`;
};

/** What is remembered of a run: whether all held at every step. */
interface Course {
  readonly bench: Bench;
  readonly held: boolean;
}

const next = ({ bench, held }: Course, random: Random): Course => {
  const after = step(bench, random);
  return { bench: after, held: held && after.lanes.every(holds) };
};

const peaks = ({ lanes }: Bench): string => lanes.map((lane) => `${names[lane.kind]} ${limitOf(lane).most}`).join(', ');

/** The lines of a run over so many seconds. */
export function* headless(start: Bench, seconds: number, random: Random): Generator<string> {
  let course: Course = { bench: start, held: true };
  let was = start;
  for (let now = STEP; now <= seconds * 1000; now += STEP) {
    course = next(course, random);
    for (const { text } of course.bench.entries) yield `${(now / 1000).toFixed(2)} s: ${text}`;
    if (now % 1000 !== 0) continue;
    yield line(course.bench, was);
    was = course.bench;
  }
  for (const lane of course.bench.lanes) yield total(lane);
  yield say`limits kept (${peaks(course.bench)}), each request answered, no slot lost: ${course.held ? translate('yes') : translate('NO')}`;
}
