/** How a conversation looks at one end: bubbles with their receipts, what waits for its turn, who types. */

import type { Sentences, Speech } from '../../locales/speech.ts';
import { wrap } from '../../term/layout.ts';
import { type Line, line, type Role, type Style } from '../../term/style.ts';
import { cells } from '../../term/width.ts';
import type { Canvas } from '../../tui/canvas.ts';
import type { Said } from './frame.ts';
import type { Peer } from './peer.ts';

/** Columns of a bubble's edge, its number and its receipt. */
const MARGIN = 8;

const muted: Style = { role: 'muted' };

/** The colour of an end: the near one's and the far one's. */
export const roleOf = (isNear: boolean): Role => (isNear ? 'accent' : 'heading');

/** How far a message of one's own has come, as a sign. */
const receipts = {
  queued: { sign: '… ', style: { role: 'warn' } },
  sent: { sign: '· ', style: { role: 'muted' } },
  delivered: { sign: '✓ ', style: { role: 'muted' } },
  read: { sign: '✓✓', style: { role: 'good' } },
} as const satisfies Readonly<Record<string, { readonly sign: string; readonly style: Style }>>;

const receiptOf = ({ read, got, sent, link }: Peer, number: number): keyof typeof receipts => {
  if (number <= read) return 'read';
  if (number <= got) return 'delivered';
  return number <= sent && link === 'online' ? 'sent' : 'queued';
};

/** What they mean. */
const receiptWords = { queued: '… queued', sent: '· sent', delivered: '✓ delivered', read: '✓✓ read' } as const satisfies Sentences;

/** The signs and what they mean. */
export const legend = ({ translate }: Speech): Line =>
  (['queued', 'sent', 'delivered', 'read'] as const).flatMap((name, index): Line => {
    const [sign = '', ...words] = translate(receiptWords[name]).split(' ');
    return [
      { text: `${index > 0 ? '  ' : ''}${sign}`, style: receipts[name].style },
      { text: ` ${words.join(' ')}`, style: muted },
    ];
  });

type Row = (canvas: Canvas, y: number) => void;

const bubble = (peer: Peer, { from, number, text }: Said, isNear: boolean, columns: number): Row[] => {
  const lines = wrap(line(text), Math.max(8, columns - MARGIN));
  const style: Style = { role: roleOf(isNear) };
  if (from !== peer.side) {
    return lines.map((pieces, index) => (canvas, y) => {
      const after = canvas.line(canvas.put(0, y, '▌ ', style), y, pieces);
      if (index === lines.length - 1) canvas.put(after + 1, y, String(number), muted);
    });
  }
  const receipt = receipts[receiptOf(peer, number)];
  return lines.map((pieces, index) => (canvas, y) => {
    const width = pieces.reduce((sum, piece) => sum + cells(piece.text), 0);
    const x = canvas.columns - 4 - width;
    canvas.line(Math.max(0, x - 1), y, pieces);
    canvas.put(canvas.columns - 4, y, '▐', style);
    if (index < lines.length - 1) return;
    canvas.put(canvas.columns - 2, y, receipt.sign, receipt.style);
    canvas.put(Math.max(0, x - 2 - String(number).length), y, String(number), muted);
  });
};

const waiting = ({ say }: Speech, { early, received }: Peer): Row[] =>
  [...early.values()].slice(0, 3).map(({ number, text }) => (canvas, y) => {
    canvas.put(0, y, say`┆ ${number} waits for ${received + 1}: ${text}`, { role: 'warn' });
  });

const queued = (peer: Peer): number => peer.unacked.filter(({ tries }) => tries === 0).length;

/** An end's state, in a few words. */
export const stateOf = ({ say, translate }: Speech, peer: Peer): Line => {
  if (peer.link === 'online') return [{ text: translate('● online'), style: { role: 'good' } }];
  const waits = queued(peer);
  const offline = waits > 0 ? say`○ offline, ${waits} queued` : translate('○ offline');
  const text = peer.link === 'syncing' ? translate('◌ comparing') : offline;
  return [{ text, style: { role: 'warn' } }];
};

/** What is drawn of an end. */
export interface Shown {
  readonly peer: Peer;
  readonly isNear: boolean;
  /** How the other end is called. */
  readonly other: string;
  readonly now: number;
  /** What stands there while nothing was said. */
  readonly hint: readonly string[];
}

/** Draws the newest of a conversation, from the bottom up. */
export const drawChat = (speech: Speech, canvas: Canvas, { peer, isNear, other, now, hint }: Shown): void => {
  const types: Row[] = peer.otherTypesUntil > now ? [(area, y) => void area.put(0, y, speech.say`${other} types…`, muted)] : [];
  const rows = [...waiting(speech, peer), ...types];
  for (let index = peer.talk.length - 1; index >= 0 && rows.length < canvas.rows; index--) {
    const said = peer.talk[index];
    if (said) rows.unshift(...bubble(peer, said, said.from === peer.side ? isNear : !isNear, canvas.columns));
  }
  if (rows.length === 0) hint.forEach((text, y) => void canvas.centre(Math.floor((canvas.rows - hint.length) / 2) + y, text, muted));
  // Talk begins at the top, and is pushed out there once the place is full.
  rows.slice(-canvas.rows).forEach((row, y) => void row(canvas, y));
};
