/** The prerendered first screen, read back from the page as the lines from which it was made. */
import { type Line, type Piece, type Role, roleColour, type Style } from '../term/style.ts';

/** The first role of each colour: which of them it was makes no difference on the screen. */
const roles = new Map<string, Role>(
  Object.entries(roleColour)
    .reverse()
    .map(([role, colour]) => [`c${colour}`, role as Role]),
);

const styleOf = (element: HTMLElement): Style => {
  const role = [...element.classList].map((name) => roles.get(name)).find(Boolean);
  const { run } = element.dataset;
  return {
    ...(role ? { role } : {}),
    ...(element.classList.contains('b') ? { bold: true } : {}),
    ...(run === undefined ? {} : { run }),
  };
};

/** Lines of the layout that the page shows, without the prompt. */
export const firstScreen = (columns: number): readonly Line[] => {
  const name = columns >= 80 ? 'wide' : 'narrow';
  const lines: Piece[][] = [[]];
  for (const node of document.querySelectorAll(`#screen .${name} .lines`)[0]?.childNodes ?? []) {
    const style = node instanceof HTMLElement ? styleOf(node) : undefined;
    (node.textContent ?? '').split('\n').forEach((text, index) => {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push(style ? { text, style } : { text });
    });
  }
  return lines;
};
