/** Reads the prerendered first screen back from the page, as the lines that it was made from. */
import { type Line, type Piece, type Role, roleColour, type Style } from '../../term/style.ts';

/** A role for each colour; roles of the same colour look the same. */
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
    ...(element.lang === '' ? {} : { lang: element.lang }),
  };
};

/** The line as rows of at most `columns` columns, without splitting words. */
const fold = (pieces: Line, columns: number): readonly Line[] => {
  const rows: Piece[][] = [[]];
  let column = 0;
  for (const piece of pieces) {
    for (const text of piece.text.split(/(?<= )(?! )/)) {
      if (column > 0 && column + text.trimEnd().length > columns) {
        rows.push([]);
        column = 0;
      }
      rows.at(-1)?.push({ ...piece, text });
      column += text.length;
    }
  }
  return rows;
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
  return lines.flatMap((line) => (columns < 40 ? fold(line, columns) : [line]));
};
