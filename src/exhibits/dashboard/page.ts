/** A page on its way to a seller: its widgets, and what each has got. */
import type { Attempt, Client, Landing } from './client.ts';
import { ask } from './client.ts';
import type { Widget } from './layouts.ts';

/** A page goes out after so many milliseconds, whatever is missing. */
export const PAGE_DEADLINE = 300;

/** A widget on a page. */
export interface Slot {
  readonly widget: Widget;
  /** The flight that it waits for, or waited for. */
  readonly flight: number;
  readonly shared: boolean;
  /** `late` and `failed` are left out of the page. */
  readonly status: 'waiting' | 'there' | 'late' | 'failed';
  readonly ended: number | undefined;
  /** The calls that were made for it, once it has ended. */
  readonly attempts: readonly Attempt[];
}

/** A page. */
export interface Page {
  readonly id: number;
  readonly seller: number;
  readonly begun: number;
  readonly slots: readonly Slot[];
  /** When it went out. */
  readonly sent: number | undefined;
}

/** What a widget asks, so that equal questions are equal texts. */
const keyOf = ({ upstream, question, forAll }: Widget, seller: number): string => `${upstream}/${question}${forAll ? '' : `/${seller}`}`;

/** Begins a page: every widget asks at once. */
export const beginPage = (
  client: Client,
  page: Pick<Page, 'id' | 'seller' | 'begun'>,
  widgets: readonly Widget[],
): { readonly client: Client; readonly page: Page } => {
  let asking = client;
  const slots = widgets.map((widget): Slot => {
    const { client: next, flight } = ask(asking, keyOf(widget, page.seller), widget.upstream, page.begun);
    const shared = next.counts.shared > asking.counts.shared;
    asking = next;
    return { widget, flight, shared, status: 'waiting', ended: undefined, attempts: [] };
  });
  return { client: asking, page: { ...page, slots, sent: undefined } };
};

/** A page goes out when none of its widgets waits. */
const sendIfComplete = (page: Page, now: number): Page =>
  page.sent === undefined && page.slots.every(({ status }) => status !== 'waiting') ? { ...page, sent: now } : page;

/** The page with the answers that have come, by flight. */
export const takeLandings = (page: Page, landings: ReadonlyMap<number, Landing>, now: number): Page => {
  if (page.sent !== undefined || !page.slots.some(({ flight }) => landings.has(flight))) return page;
  const slots = page.slots.map((slot): Slot => {
    const landing = slot.status === 'waiting' ? landings.get(slot.flight) : undefined;
    return landing ? { ...slot, status: landing.succeeded ? 'there' : 'failed', ended: now, attempts: landing.flight.attempts } : slot;
  });
  return sendIfComplete({ ...page, slots }, now);
};

/** The page with its time up: what has not come is left out. */
export const takeDeadline = (page: Page, client: Client, now: number): Page => {
  if (page.sent !== undefined || now - page.begun < PAGE_DEADLINE) return page;
  const slots = page.slots.map((slot): Slot => {
    if (slot.status !== 'waiting') return slot;
    const attempts = client.flights.find(({ id }) => id === slot.flight)?.attempts ?? [];
    return { ...slot, status: 'late', ended: now, attempts };
  });
  return { ...page, slots, sent: now };
};

/** Whether something was left out. */
export const isPartial = ({ slots }: Page): boolean => slots.some(({ status }) => status === 'late' || status === 'failed');
