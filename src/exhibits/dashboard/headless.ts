/** The same sellers without a screen: page after page of the visitor's own while upstreams fall ill, then the sums. */
import { say, translate } from '../../term/say.ts';
import { upstreams } from './layouts.ts';
import { isPartial } from './page.ts';
import { healthNames, pageTitle, slotState } from './words.ts';
import { asksOnce, happen, isPunctual, keepsLimits, partialShare, quantile, type World, type WorldEvent } from './world.ts';

/** A page every so many milliseconds. */
const BETWEEN = 500;

/** What is done before each page. */
const script: readonly (readonly WorldEvent[])[] = [
  [],
  [{ kind: 'fault' }, { kind: 'load' }],
  [{ kind: 'state' }],
  [{ kind: 'fault' }, { kind: 'load' }],
  [{ kind: 'state' }],
  [{ kind: 'fault' }, { kind: 'select', by: -1 }, { kind: 'fault' }, { kind: 'load' }],
  [{ kind: 'device' }],
  [{ kind: 'fault' }, { kind: 'fault' }, { kind: 'load' }],
];

const illness = ({ health }: World): string => {
  const ill = upstreams.flatMap(({ name }, index) =>
    health[index] === 'well' ? [] : [`${name} ${translate(healthNames[health[index] ?? 'well'])}`],
  );
  return ill.length === 0 ? translate('all well') : ill.join(', ');
};

const pageLines = (world: World): string[] => {
  const { mine } = world;
  const took = `${(mine.sent ?? world.now) - mine.begun} ms`;
  return [
    say`${String(mine.begun).padStart(5)} ms  ${pageTitle(world)}; ${illness(world)}: ${isPartial(mine) ? translate('partial') : translate('whole')} after ${took}`,
    ...mine.slots.map((slot) => `          ${translate(slot.widget.title).padEnd(12)} ${slotState(slot, mine)}`),
  ];
};

/** The lines of a run. */
export function* run(start: World): Generator<string> {
  let world = start;
  let proof = { limits: true, punctual: true, once: true };
  for (const events of script) {
    for (const event of events) world = happen(world, event);
    for (const end = world.now + BETWEEN; world.now < end; ) {
      world = happen(world, { kind: 'step' });
      proof = {
        limits: proof.limits && keepsLimits(world),
        punctual: proof.punctual && isPunctual(world),
        once: proof.once && asksOnce(world),
      };
    }
    yield* pageLines(world);
  }
  const { asked, shared, called, hedged, won, abandoned } = world.client.counts;
  yield say`pages: half in ${quantile(world, 0.5)} ms, 95 % in ${quantile(world, 0.95)} ms, ${Math.round(100 * partialShare(world))} % partial`;
  yield say`calls: ${asked} questions, ${shared} shared, ${called} calls, ${hedged} twins, ${won} of them first, ${abandoned} given up`;
  yield say`limits ${proof.limits ? translate('kept') : translate('BROKEN')}, deadline ${proof.punctual ? translate('kept') : translate('BROKEN')}, each question ${proof.once ? translate('once') : translate('TWICE')} at a time`;
}
