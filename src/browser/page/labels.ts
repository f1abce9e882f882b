/** Translates the page's own labels into the visitor's language, once its sentences are there; the résumé stays as it is. */
import type { App } from '../../app/app.ts';
import { speechFor } from '../../app/languages.ts';
import { english, type Speech } from '../../locales/speech.ts';

/** The page's own texts, in index.html and around the terminal, but not what the terminal printed. */
const OWN = '#skip, #to-terminal, #keys-help, #status, #bar-links *, #touch-keys *, #shell [aria-label], [data-label]';

/** Translates an element's name and text; its language is set if it has no other content (WCAG 3.1.2). */
const relabelElement = (element: HTMLElement, { language, translate }: Speech): void => {
  const name = element.getAttribute('aria-label');
  if (name !== null) element.setAttribute('aria-label', translate(name));
  if (element.childElementCount > 0 || element.id === 'log') return;
  if (element.textContent) element.textContent = translate(element.textContent);
  element.lang = language;
};

/** Sets the app to the first of the visitor's languages that we have, and relabels the page. English needs nothing. */
export const speakTo = async (app: App, languages: readonly string[]): Promise<void> => {
  const speech = await speechFor(languages);
  if (speech === english) return;
  app.speech = speech;
  for (const element of document.querySelectorAll<HTMLElement>(OWN)) relabelElement(element, speech);
};
