/** The calls of the visitor's page over time, a widget a row. */
import type { Speech } from '../../locales/speech.ts';
import type { Role } from '../../term/style.ts';
import type { Canvas } from '../../tui/canvas.ts';
import type { Attempt, Client } from './client.ts';
import { PAGE_DEADLINE, type Page, type Slot } from './page.ts';

/** Cells of a widget's name. */
const NAME = 12;
/** Cells of its time. */
const TIME = 8;

/** How a status looks. */
export const looks: Readonly<Record<Slot['status'], { readonly mark: string; readonly role: Role }>> = {
  waiting: { mark: '╸', role: 'accent' },
  there: { mark: '✓', role: 'good' },
  late: { mark: '…', role: 'warn' },
  failed: { mark: '✗', role: 'bad' },
};

/** The calls made for a widget so far. */
export const attemptsOf = ({ attempts, flight, status }: Slot, { flights }: Client): readonly Attempt[] =>
  status === 'waiting' ? (flights.find(({ id }) => id === flight)?.attempts ?? []) : attempts;

const drawSlot = ({ translate }: Speech, canvas: Canvas, y: number, slot: Slot, page: Page, client: Client, now: number): void => {
  const { mark, role } = looks[slot.status];
  canvas.region(0, y, NAME, 1).put(0, 0, translate(slot.widget.title));
  const area = canvas.region(NAME + 1, y, canvas.columns - NAME - TIME - 2, 1);
  const until = slot.ended ?? now;
  const scale = Math.max(0, area.columns - 1) / Math.max(PAGE_DEADLINE, (page.sent ?? now) - page.begun);
  const column = (at: number): number => Math.round((at - page.begun) * scale);
  const [first, twin] = attemptsOf(slot, client);
  area.put(0, 0, '┈'.repeat(column(until)), { role: 'muted' });
  if (first) {
    // A shared call may have begun before this page did.
    const from = Math.max(0, column(first.started));
    area.put(from, 0, '━'.repeat(Math.max(0, column(until) - from)), { role });
  }
  if (twin && twin.started <= until) area.put(Math.max(0, column(twin.started)), 0, '╋', { role: 'heading' });
  area.put(column(until), 0, mark, { role });
  const time = slot.status === 'there' ? `${slot.ended === undefined ? '' : slot.ended - page.begun} ms` : slot.status;
  canvas.region(canvas.columns - TIME, y, TIME, 1).right(0, time, { role });
};

/** Draws the waterfall. */
export const drawWaterfall = (speech: Speech, canvas: Canvas, page: Page, client: Client, now: number): void => {
  for (const [y, slot] of page.slots.entries()) drawSlot(speech, canvas, y, slot, page, client, now);
};
