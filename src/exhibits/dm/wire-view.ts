/** How the wire looks: a ladder of frames between two lines of life, each where it is now. */
import type { Sentences, Speech } from '../../locales/speech.ts';
import type { Style } from '../../term/style.ts';
import { cells, graphemes } from '../../term/width.ts';
import type { Canvas } from '../../tui/canvas.ts';
import { roleOf } from './chat-view.ts';
import { frameLabel, type Side } from './frame.ts';
import { type Flight, faults, placeOf, type Wire } from './wire.ts';

const muted: Style = { role: 'muted' };

/** Cells that an arrow has at least. */
const ARROW = 6;

/** The text in at most so many cells. */
const clipped = (text: string, columns: number): string => {
  if (cells(text) <= columns) return text;
  let kept = '';
  for (const grapheme of graphemes(text)) {
    if (cells(kept + grapheme) >= columns) break;
    kept += grapheme;
  }
  return `${kept}…`;
};

const labelStyle = ({ frame, fate }: Flight, isNear: boolean): Style => {
  if (fate === 'lost') return { role: 'bad' };
  if (frame.k === 'msg') return { role: roleOf(isNear), bold: fate === 'flies' };
  return frame.k === 'need' ? { role: 'warn' } : muted;
};

const marks = { again: 'again', copy: 'copy', late: 'late', swapped: 'swapped' } as const satisfies Sentences;

const odd = ({ translate }: Speech, { mark }: Flight): string => (mark === undefined ? '' : ` ${translate(marks[mark])}`);

/** One frame: its label where it set out, its arrow as far as it has come. */
const drawFlight = (speech: Speech, canvas: Canvas, y: number, flight: Flight, isNear: boolean, now: number): void => {
  const room = canvas.columns;
  const label = clipped(frameLabel(flight.frame), Math.max(1, room - ARROW - odd(speech, flight).length - 2));
  const mark = odd(speech, flight);
  const start = cells(label) + mark.length + 1;
  const length = Math.max(1, room - start);
  const head = start + Math.min(length - 1, Math.round(placeOf(flight, now) * (length - 1)));
  /** Columns as the frame travels: from the left, or from the right. */
  const put = (from: number, text: string, style: Style): void =>
    void canvas.put(isNear ? from : room - from - cells(text), y, text, style);
  put(0, label, labelStyle(flight, isNear));
  put(cells(label), isNear ? mark : `${mark.slice(1)}${mark === '' ? '' : ' '}`, { role: 'warn' });
  put(start, '─'.repeat(Math.max(0, head - start)), flight.fate === 'flies' ? { role: roleOf(isNear) } : muted);
  if (flight.fate === 'lost') put(head, '✗', { role: 'bad', bold: true });
  else put(head, isNear ? '▶' : '◀', flight.fate === 'flies' ? { role: roleOf(isNear), bold: true } : muted);
};

/** Draws the newest frames, the newest at the bottom, from one edge to the other; `near` is the end at the left. */
export const drawLadder = (speech: Speech, canvas: Canvas, { flights }: Wire, near: Side, now: number): void => {
  if (canvas.rows <= 0) return;
  flights.slice(-canvas.rows).forEach((flight, y) => void drawFlight(speech, canvas, y, flight, flight.from === near, now));
};

/** Draws the two ends' lines of life; answers the place between them. */
export const drawEnds = (canvas: Canvas): Canvas => {
  for (let y = 0; y < canvas.rows; y++) {
    canvas.put(0, y, '│', muted);
    canvas.put(canvas.columns - 1, y, '│', muted);
  }
  return canvas.region(2, 0, canvas.columns - 4);
};

const faultNames = { drop: 'dropped', delay: 'late', swap: 'overtaken', twice: 'doubled' } as const satisfies Sentences;

/** What waits for the next frames, or what the weather does to all of them. */
export const wireState = ({ say, translate }: Speech, wire: Wire): readonly [string, Style] => {
  if (wire.isCut) return [translate('the wire is cut'), { role: 'bad' }];
  const armed = faults.filter((fault) => wire.armed[fault] > 0);
  if (armed.length > 0) {
    const each = armed.map((fault) => `${wire.armed[fault] > 1 ? `${wire.armed[fault]} ` : ''}${translate(faultNames[fault])}`);
    return [say`next: ${each.join(', ')}`, { role: 'warn' }];
  }
  const { loss, twice, jitter } = wire.weather;
  if (loss + twice + jitter > 0)
    return [say`storm: loses ${Math.round(100 * loss)} %, doubles ${Math.round(100 * twice)} %`, { role: 'warn' }];
  return [translate('the wire behaves'), muted];
};

/** What has been on the wire. */
export const wireCounts = ({ say }: Speech, { sent, lost, doubled }: Wire): string => say`${sent} frames, ${lost} lost, ${doubled} doubled`;
