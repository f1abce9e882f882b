/** What is seen first, in a language other than English: a script of its own for each, which puts itself in the place of the English one. */
import type { TranslatedPage } from '../../app/welcome.ts';

declare const __TRANSLATED__: TranslatedPage;

const { language, labels, parts } = __TRANSLATED__;

/** The texts within an element, in order. */
const textsIn = (place: Node): Text[] => {
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (walker.nextNode()) found.push(walker.currentNode as Text);
  return found;
};

// Once the terminal has taken the first screen over, it stays as it is.
if (self.translated) {
  // The answer that an entry's page comes with is English: the shell will give another.
  for (const answer of document.querySelectorAll('.answer')) answer.remove();
  for (const [id, text] of labels) {
    const label = document.getElementById(id);
    if (label) Object.assign(label, { textContent: text, lang: language });
  }
  const isEntry = document.documentElement.dataset['line'] !== undefined;
  for (const [id, texts] of parts) {
    if (isEntry && /^(screen|dock)$/.test(id)) continue;
    const place = document.getElementById(id);
    const nodes = place ? textsIn(place) : [];
    for (const [number, text] of texts) {
      const node = nodes[number];
      if (!node) continue;
      node.data = text;
      if (node.parentElement) node.parentElement.lang = language;
    }
  }
}
