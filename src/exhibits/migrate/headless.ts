/** A migration without a screen: its events, then a summary. */
import { say, translate } from '../../term/say.ts';
import { count, duration, short } from '../stage/figures.ts';
import type { Random } from '../stage/random.ts';
import type { Plan } from './plan.ts';
import { unsteadyStep } from './program.ts';
import { initial, type Migration } from './state.ts';
import { audit, sound } from './store.ts';

/** Steps after which an endless run of bad luck is given up. */
const LONGEST = 20_000;

const summary = ({ plan, steps, phase, counts, ranges }: Migration): readonly string[] => {
  const found = audit(ranges);
  const { safe, lost, twice, wrong, stray } = found;
  const holds = sound(found) && counts.misled === 0;
  return [
    say`${phase === 'done' ? translate('done') : translate('not done')}: ${short(safe * plan.scale)} of ${short(plan.records)} records in ${duration(steps * plan.stepSeconds)} of simulated time`,
    say`scale: ${count(plan.sample)} records simulated, each for ${short(plan.scale)}`,
    say`retries ${counts.retries}, rollbacks ${counts.rollbacks}, dual reads ${count(counts.compared)}, users' writes ${count(counts.updates)}`,
    say`each record once: ${holds ? translate('yes') : translate('NO')} (lost ${lost}, twice ${twice}, wrong ${wrong + counts.misled}, stray ${stray})`,
  ];
};

/** The lines of a run, until it is done or needs a person. */
export function* headless(plan: Plan, random: Random, chaos: number): Generator<string> {
  let migration = initial(plan);
  while (migration.phase !== 'done' && migration.phase !== 'halted' && migration.steps < LONGEST) {
    migration = unsteadyStep(migration, random, chaos);
    for (const { text } of migration.events) yield `${duration(migration.steps * plan.stepSeconds)}: ${text}`;
  }
  yield* summary(migration);
}
