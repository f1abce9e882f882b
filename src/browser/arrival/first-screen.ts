/** Reads the prerendered first screen back from the page, as what it was made from. */
import { type RailRow, railLines } from '../../career/forms/rail.ts';
import type { Line } from '../../term/style.ts';

const rowOf = (job: HTMLElement): RailRow => {
  const text = (place: string): string => job.querySelector(place)?.textContent ?? '';
  const lang = job.querySelector<HTMLElement>('.years [lang]')?.lang;
  return {
    years: text('.years s') || text('.years'),
    ...(lang ? { lang } : {}),
    name: text('.name'),
    title: text('.title'),
    note: text('.note'),
    run: job.querySelector<HTMLElement>('[data-run]')?.dataset['run'] ?? '',
    now: job.classList.contains('now'),
  };
};

/** The rail at this width, and a blank line. */
export const firstScreen = (columns: number): readonly Line[] => [
  ...railLines([...document.querySelectorAll<HTMLElement>('#rail .job')].map(rowOf), columns),
  [],
];

/** What the page itself shows above the terminal, for the transcript. */
export const introduction = (): readonly Line[] =>
  [...document.querySelectorAll<HTMLElement>('#first :is(h1, #tagline, #facts > span:not(.small), .figure)')].map(
    ({ tagName, textContent, lang, firstElementChild, dataset }) => {
      const spoken = lang || (firstElementChild as HTMLElement | null)?.lang || '';
      const text = (textContent ?? '').replace(/^, /, '');
      const style = {
        ...(tagName === 'H1' ? ({ role: 'title', level: 1 } as const) : {}),
        ...(spoken === '' ? {} : { lang: spoken }),
        ...(dataset['run'] === undefined ? {} : { run: dataset['run'] }),
      };
      return [{ text, style }];
    },
  );

/** What the empty prompt says. */
export const invitation = (): string =>
  [...document.querySelectorAll<HTMLElement>('.ghost')].find((ghost) => ghost.offsetWidth > 0)?.textContent ?? '';
