/** What happened in a program, newest last: kept to a bound, drawn, and read aloud where it matters. */
import type { Phrase, Speech } from '../../locales/speech.ts';
import type { Role } from '../../term/style.ts';
import type { Canvas } from '../../tui/canvas.ts';
import { cut, squares, write } from './paint.ts';

/** Something that happened. */
export interface Entry {
  readonly text: Phrase;
  readonly role?: Role;
  /** Worth a sentence in the transcript, for those who hear the program. */
  readonly aloud?: boolean;
}

/** The newest entries, and how many there ever were. */
export interface Log {
  readonly entries: readonly Entry[];
  readonly total: number;
}

/** Entries that a log keeps: more than any screen has rows. */
const KEPT = 100;

/** Nothing has happened yet. */
export const emptyLog: Log = { entries: [], total: 0 };

/** The log with more entries at its end; the oldest are dropped. */
export const logged = (log: Log, entries: readonly Entry[]): Log =>
  entries.length === 0 ? log : { entries: [...log.entries, ...entries].slice(-KEPT), total: log.total + entries.length };

/** What to announce of the entries that are new since `before`. */
export const spoken = ({ translate }: Speech, log: Log, before: Log): readonly string[] => {
  const fresh = Math.min(log.total - before.total, log.entries.length);
  return (fresh > 0 ? log.entries.slice(-fresh) : []).filter(({ aloud }) => aloud).map(({ text }) => translate(text));
};

/** Signs before an entry, by its role; others have `›`. */
const signs: Partial<Record<Role, string>> = { bad: '✗', good: '✓', muted: '✓' };

/** Draws the newest entries that have a role and fit, on bands of two rows, what was refused in red. */
export const drawLog = ({ translate }: Speech, canvas: Canvas, { entries }: Log): void => {
  const most = Math.floor(canvas.rows / 2);
  if (most === 0) return;
  const shown = entries.filter(({ role }) => role).slice(-most);
  shown.forEach(({ text, role }, index) => {
    const isBad = role === 'bad';
    squares(canvas, 0, 4 * index + 1, canvas.columns, 4, isBad ? 'badSoft' : 'panel');
    write(canvas, 1, 2 * index + 1, (role && signs[role]) ?? '›', isBad || role === 'good' ? role : 'quiet', true);
    write(canvas, 4, 2 * index + 1, cut(translate(text), canvas.columns - 5), isBad ? 'bad' : undefined);
  });
};
