/** What is said of the pages: sentences for a listener, and the lines of a run in a pipe. */
import type { Sentences, Speech } from '../../locales/speech.ts';
import type { Practice } from './client.ts';
import { devices, states, upstreams } from './layouts.ts';
import { isPartial, type Page, type Slot } from './page.ts';
import { asksOnce, happen, isPunctual, keepsLimits, partialShare, quantile, type World, type WorldEvent } from './world.ts';

/** A practice in words. */
interface PracticeWords {
  readonly practice: Practice;
  readonly name: string;
  /** For a small screen. */
  readonly short: string;
  readonly summary: string;
}

/** The practices, in the order of their keys. */
export const practices: readonly PracticeWords[] = [
  { practice: 'limits', name: 'limits', short: 'limit', summary: 'part of the library: so many calls at once to an upstream' },
  {
    practice: 'deadline',
    name: 'deadline',
    short: 'deadline',
    summary: 'part of the library: a page goes out in time, with what there is',
  },
  { practice: 'hedging', name: 'hedging', short: 'hedge', summary: 'part of the library: a slow call gets a twin' },
  { practice: 'singleFlight', name: 'single flight', short: 'single', summary: 'part of the library: equal questions share one call' },
];

/** How an upstream is. */
export const healthNames = { well: 'well', slow: 'slow', failing: 'failing' } satisfies Sentences;

const statusNames = { waiting: 'waiting', there: 'there', late: 'late', failed: 'failed' } satisfies Sentences;

/** How a widget got what it has. */
const slotState = ({ translate }: Speech, slot: Slot, page: Page): string => {
  const time = slot.ended === undefined ? '' : ` ${slot.ended - page.begun} ms`;
  const notes = [...(slot.shared ? [translate('shared')] : []), ...(slot.attempts.length > 1 ? [translate('twin')] : [])];
  return `${translate(statusNames[slot.status])}${slot.status === 'late' ? '' : time}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
};

/** Whose page this is. */
export const pageTitle = ({ say, translate }: Speech, { state, device }: World): string =>
  say`${translate(states[state]?.name ?? '')} seller, ${translate(devices[device]?.name ?? '')}`;

const pageSentence = ({ say, translate }: Speech, { mine }: World): string => {
  const missing = mine.slots.filter(({ status }) => status !== 'there').map(({ widget }) => translate(widget.title));
  const time = say`${(mine.sent ?? 0) - mine.begun} milliseconds`;
  return isPartial(mine)
    ? say`The page went out after ${time} without ${missing.join(', ')}.`
    : say`The page went out whole after ${time}.`;
};

/** What has changed, in sentences. */
export const sentences = (speech: Speech, before: World, after: World): string[] => [
  ...(after.mine.id === before.mine.id ? [] : [speech.say`The page of a ${pageTitle(speech, after)}, is asked for.`]),
  ...after.health.flatMap((health, index) =>
    health === before.health[index]
      ? []
      : [speech.say`The upstream of ${upstreams[index]?.name} is ${speech.translate(healthNames[health])} now.`],
  ),
  ...(after.mine.sent !== undefined && before.mine.sent === undefined ? [pageSentence(speech, after)] : []),
];

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

const illness = ({ translate }: Speech, { health }: World): string => {
  const ill = upstreams.flatMap(({ name }, index) =>
    health[index] === 'well' ? [] : [`${name} ${translate(healthNames[health[index] ?? 'well'])}`],
  );
  return ill.length === 0 ? translate('all well') : ill.join(', ');
};

const pageLines = (speech: Speech, world: World): string[] => {
  const { mine } = world;
  const took = `${(mine.sent ?? world.now) - mine.begun} ms`;
  return [
    speech.say`${String(mine.begun).padStart(5)} ms  ${pageTitle(speech, world)}; ${illness(speech, world)}: ${isPartial(mine) ? speech.translate('partial') : speech.translate('whole')} after ${took}`,
    ...mine.slots.map((slot) => `          ${speech.translate(slot.widget.title).padEnd(12)} ${slotState(speech, slot, mine)}`),
  ];
};

/** The lines of a run. */
export function* run(speech: Speech, start: World): Generator<string> {
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
    yield* pageLines(speech, world);
  }
  const { asked, shared, called, hedged, won, abandoned } = world.client.counts;
  yield speech.say`pages: half in ${quantile(world, 0.5)} ms, 95 % in ${quantile(world, 0.95)} ms, ${Math.round(100 * partialShare(world))} % partial`;
  yield speech.say`calls: ${asked} questions, ${shared} shared, ${called} calls, ${hedged} twins, ${won} of them first, ${abandoned} given up`;
  yield speech.say`limits ${proof.limits ? speech.translate('kept') : speech.translate('BROKEN')}, deadline ${proof.punctual ? speech.translate('kept') : speech.translate('BROKEN')}, each question ${proof.once ? speech.translate('once') : speech.translate('TWICE')} at a time`;
}
