/** The rewards without a screen: what happened tick by tick, then a summary. */
import { say, translate } from '../../term/say.ts';
import type { Random } from '../stage/random.ts';
import { faults, holds, issued } from './check.ts';
import { advance, type Course, done, isOver } from './run.ts';

/** Ticks after which an endless run of bad luck is given up. */
const LONGEST = 20_000;

const summary = ({ world }: Course, ticks: number): readonly string[] => {
  const { twice, astray, lost, missing } = faults(world);
  return [
    say`${done(world)} orders done in ${ticks} ticks with fencing ${world.fencing}: ${issued(world)} issued, ${world.stock} of ${world.supply} left in stock`,
    say`${world.nextMessage - 1} messages, ${world.nextToken - 1} leases, ${world.refused} refused for an old token`,
    say`each reward issued exactly once: ${holds(world) ? translate('yes') : translate('NO')} (twice ${twice}, lost ${lost}, off ${astray + missing})`,
  ];
};

/** The lines of a run. */
export function* headless(start: Course, random: Random): Generator<string> {
  let course = start;
  let ticks = 0;
  while (!isOver(course) && ticks < LONGEST) {
    course = advance(course, random);
    ticks++;
    for (const { text } of course.world.events) yield `${ticks}: ${text}`;
  }
  yield* summary(course, ticks);
}
