/** What happened in a program, newest last: kept to a bound, drawn, and read aloud where it matters. */
import type { Phrase, Speech } from '../../locales/speech.ts';
import type { Role, Style } from '../../term/style.ts';
import type { Canvas } from '../../tui/canvas.ts';

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

const look = ({ role }: Entry): Style | undefined => (role ? { role } : undefined);

/** Draws the newest entries that fit, one a row, the newest at the bottom of those. */
export const drawLog = ({ translate }: Speech, canvas: Canvas, { entries }: Log): void => {
  if (canvas.rows <= 0) return;
  entries.slice(-canvas.rows).forEach((entry, y) => void canvas.put(0, y, translate(entry.text), look(entry)));
};
