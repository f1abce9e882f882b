/** Puts the page's own labels into the visitor's language, once its sentences are there; the résumé's text stays as it is. */
import type { App } from '../../app/app.ts';
import { speechFor } from '../../app/languages.ts';
import { english, type Speech } from '../../locales/speech.ts';

/** What the page itself says, in index.html and around the terminal; what the terminal printed is not among it. */
const OWN = '#skip, #to-terminal, #keys-help, #status, #bar-links *, #touch-keys *, #shell [aria-label], [data-label]';

/** The language of an element's words is told where it holds nothing else (WCAG 3.1.2). */
const relabelElement = (element: HTMLElement, { language, translate }: Speech): void => {
  const name = element.getAttribute('aria-label');
  if (name !== null) element.setAttribute('aria-label', translate(name));
  if (element.childElementCount > 0 || element.id === 'log') return;
  if (element.textContent) element.textContent = translate(element.textContent);
  element.lang = language;
};

/** Lets the app speak the best of the visitor's languages, and relabels the page. English is there already. */
export const speakTo = async (app: App, languages: readonly string[]): Promise<void> => {
  const speech = await speechFor(languages);
  if (speech === english) return;
  app.speech = speech;
  for (const element of document.querySelectorAll<HTMLElement>(OWN)) relabelElement(element, speech);
};
