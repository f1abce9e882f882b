/** Puts the page's own labels into the visitor's language, once its sentences are there; the résumé's text stays as it is. */
import type { App } from '../../app/app.ts';
import { preferred } from '../../app/languages.ts';
import { ENGLISH, speak } from '../../app/locales.ts';
import { type Sentences, translate } from '../../term/say.ts';

/** What the page itself says, in index.html and around the terminal; what the terminal printed is not among it. */
const OWN = '#skip, #to-terminal, #keys-help, #status, #bar-links *, #touch-keys *, #shell [aria-label]';

/** Each language says here that it is spoken, and how to go back to English. */
const GREETING = 'This shell speaks English: `help` tells what to type, and LANG=en is English.' satisfies Sentences;

/** The language of an element's words is told where it holds nothing else (WCAG 3.1.2). */
const relabelElement = (element: HTMLElement, language: string): void => {
  const name = element.getAttribute('aria-label');
  if (name !== null) element.setAttribute('aria-label', translate(name));
  if (element.childElementCount > 0 || element.id === 'log') return;
  if (element.textContent) element.textContent = translate(element.textContent);
  element.lang = language;
};

/** Relabels the page, and says below the first screen that the shell speaks this language too. English is there already. */
export const relabel = async (app: App, languages: readonly string[]): Promise<void> => {
  const language = preferred(languages);
  if (language === ENGLISH) return;
  await speak(language);
  const greeting = translate(GREETING);
  // Its sentences could not be fetched.
  if (greeting === GREETING) return;
  for (const element of document.querySelectorAll<HTMLElement>(OWN)) relabelElement(element, language);
  app.note(greeting);
};
