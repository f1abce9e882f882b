/** Reads back the answer that an entry's page comes with, as what it was made from. */
import type { Opening } from '../../app/app.ts';
import type { Piece, Role } from '../../term/style.ts';

const roles: Readonly<Record<string, Role>> = { c2: 'good', c7: 'soft', c8: 'muted', c15: 'title' };

const pieceOf = (node: ChildNode): Piece => {
  const { classList, dataset, textContent } = node as HTMLElement;
  const text = textContent ?? '';
  if (!classList) return { text };
  const { run, href, level } = dataset;
  const role = run === undefined && href === undefined ? roles[[...classList].find((name) => roles[name]) ?? ''] : 'link';
  return {
    text,
    style: {
      ...(role === undefined ? {} : { role }),
      ...(classList.contains('b') ? { bold: true } : {}),
      ...(run === undefined ? {} : { run }),
      ...(href === undefined ? {} : { href }),
      ...(level === undefined ? {} : { level: Number(level) as 1 | 2 }),
    },
  };
};

/** The line that an entry's page comes with, and its answer as it shows; undefined where there is none, or it does not fit. */
export const openingOf = (columns: number): Opening | undefined => {
  const shown = [...document.querySelectorAll<HTMLElement>('.answer')].find(({ offsetWidth }) => offsetWidth > 0);
  const command = document.documentElement.dataset['line'];
  if (!shown || command === undefined || Number(shown.dataset['columns']) > columns) return undefined;
  const [echo = [], , ...rows] = [...shown.children].map((row) => [...row.childNodes].map(pieceOf));
  return { command, echo, answer: rows.slice(0, -1) };
};
