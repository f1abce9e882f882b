/** What is seen first, in a language other than English: a script of its own for each, which puts itself in the place of the English one. */
import type { TranslatedPage, TranslatedPiece } from '../../app/welcome.ts';

declare const __TRANSLATED__: TranslatedPage;

const node = ([text, look = '', lang = '', run = '']: TranslatedPiece): Node | string => {
  if (look + lang === '') return text;
  const span = document.createElement('span');
  span.textContent = text;
  if (look !== '') span.className = look;
  if (lang !== '') span.lang = lang;
  if (run !== '') span.dataset['run'] = run;
  return span;
};

const { language, labels, layouts } = __TRANSLATED__;

// Once the terminal has taken the first screen over, it stays as it is.
if (self.translated) {
  for (const [id, text] of labels) {
    const label = document.getElementById(id);
    if (label) Object.assign(label, { textContent: text, lang: language });
  }
  for (const [name, lines] of layouts)
    document
      .querySelector(`#screen .${name} .lines`)
      ?.replaceChildren(...lines.flatMap((line, index) => [...(index === 0 ? [] : ['\n']), ...line.map(node)]));
}
