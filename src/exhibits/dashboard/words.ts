/** What is said of the pages: on the screen, in the events of a run, and to a screen reader. */
import { type Sentences, say, translate } from '../../term/say.ts';
import type { Practice } from './client.ts';
import { devices, states, upstreams } from './layouts.ts';
import type { Page, Slot } from './page.ts';
import { isPartial } from './page.ts';
import type { World } from './world.ts';

/** A practice in words. */
export interface PracticeWords {
  readonly practice: Practice;
  readonly name: string;
  /** For a small screen. */
  readonly short: string;
  readonly summary: string;
}

/** The practices, in the order of their keys. */
export const practices: readonly PracticeWords[] = [
  { practice: 'limits', name: 'limits', short: 'limit', summary: 'part of the library: so many calls at once to an upstream' },
  { practice: 'deadline', name: 'deadline', short: 'late', summary: 'part of the library: a page goes out in time, with what there is' },
  { practice: 'hedging', name: 'hedging', short: 'hedge', summary: 'part of the library: a slow call gets a twin' },
  { practice: 'singleFlight', name: 'single flight', short: 'single', summary: 'part of the library: equal questions share one call' },
];

/** How an upstream is. */
export const healthNames = { well: 'well', slow: 'slow', failing: 'failing' } satisfies Sentences;

const statusNames = { waiting: 'waiting', there: 'there', late: 'late', failed: 'failed' } satisfies Sentences;

/** How a widget got what it has. */
export const slotState = (slot: Slot, page: Page): string => {
  const time = slot.ended === undefined ? '' : ` ${slot.ended - page.begun} ms`;
  const notes = [...(slot.shared ? [translate('shared')] : []), ...(slot.attempts.length > 1 ? [translate('twin')] : [])];
  return `${translate(statusNames[slot.status])}${slot.status === 'late' ? '' : time}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
};

/** Whose page this is. */
export const pageTitle = ({ state, device }: World): string =>
  say`${translate(states[state]?.name ?? '')} seller, ${translate(devices[device]?.name ?? '')}`;

const pageSentence = ({ mine }: World): string => {
  const missing = mine.slots.filter(({ status }) => status !== 'there').map(({ widget }) => translate(widget.title));
  const time = say`${(mine.sent ?? 0) - mine.begun} milliseconds`;
  return isPartial(mine)
    ? say`The page went out after ${time} without ${missing.join(', ')}.`
    : say`The page went out whole after ${time}.`;
};

/** What has changed, in sentences. */
export const sentences = (before: World, after: World): string[] => [
  ...after.health.flatMap((health, index) =>
    health === before.health[index] ? [] : [say`${upstreams[index]?.name} is ${translate(healthNames[health])}.`],
  ),
  ...(after.mine.id === before.mine.id ? [] : [say`The page of a ${pageTitle(after)}, is asked for.`]),
  ...(after.mine.sent !== undefined && before.mine.sent === undefined ? [pageSentence(after)] : []),
];
