/** Completion: which candidates match, and the menu of them, opened by a second Tab, steered by arrows and Tab, filtered by typing. */
import { clean } from '../term/clean.ts';
import { type Line, line, type Style } from '../term/style.ts';
import { cells, graphemeEnd, truncate } from '../term/width.ts';
import type { Sheet } from './screen.ts';
import { type Action, type Buffer, type Candidate, type Change, type CompletionResult, type Menu, type State, splice } from './state.ts';
import { below } from './view.ts';

/** Whether the letters of `word` stand in `value` in their order. */
const isSubsequence = (word: string, value: string): boolean => {
  let at = 0;
  for (const letter of word) {
    at = value.indexOf(letter, at) + letter.length;
    if (at < letter.length) return false;
  }
  return true;
};

const tests: readonly ((value: string, word: string) => boolean)[] = [
  (value, word) => value.startsWith(word),
  (value, word) => value.toLowerCase().startsWith(word.toLowerCase()),
  (value, word) => isSubsequence(word.toLowerCase(), value.toLowerCase()),
];

/** The candidates for `word`: by prefix, an exact one first; else by prefix in either case; else those with its letters in order. */
export const matching = (word: string, candidates: readonly Candidate[]): readonly Candidate[] => {
  for (const test of tests) {
    const found = candidates.filter(({ value }) => test(value, word));
    if (found.length > 0) return found.filter(({ value }) => value === word).concat(found.filter(({ value }) => value !== word));
  }
  return [];
};

/** The graphemes with which both begin. */
const commonStart = (a: string, b: string): string => {
  let length = 0;
  while (length < a.length) {
    const end = graphemeEnd(a, length);
    if (end !== graphemeEnd(b, length) || a.slice(length, end) !== b.slice(length, end)) break;
    length = end;
  }
  return a.slice(0, length);
};

/** How far all of the candidates agree, without a backslash that lost what it quotes. */
const agreed = (candidates: readonly Candidate[]): string =>
  candidates
    .map(({ value }) => value)
    .reduce(commonStart)
    .replace(/(^|[^\\])((?:\\\\)*)\\$/, '$1$2');

/** What the word becomes as far as it is certain: the only candidate, a space after it if it is final, or the agreed start. */
export const certain = (word: string, candidates: readonly Candidate[]): string => {
  const [only] = candidates;
  if (only === undefined) return word;
  if (candidates.length === 1) return only.value + (only.final ? ' ' : '');
  const start = agreed(candidates);
  return start.length >= word.length && start.toLowerCase().startsWith(word.toLowerCase()) ? start : word;
};

/** The text that a result replaces, in `text`. */
const wordOf = ({ start, end }: CompletionResult, text: string): string => text.slice(start, end);

const edit = { kind: 'edit' } as const;

/** Complete as far as is certain; pressed again, open the menu. */
export const complete: Action = ({ chain }) => ({
  chain: { kind: 'complete' },
  effect: { kind: 'complete', menu: chain?.kind === 'complete' },
});

/** Open the menu at once. */
export const possibleCompletions: Action = () => ({ effect: { kind: 'complete', menu: true } });

/** Replace the word; where a space follows already, none is added. */
const replaced = ({ text }: State, { start, end }: CompletionResult, word: string): Change => {
  const rest = word.endsWith(' ') && text[end] === ' ' ? end + 1 : end;
  return splice(text, start, rest, word);
};

/** The menu over a result; closed when nothing is left to show. */
const opened = (state: State, result: CompletionResult): Change => {
  const shown = matching(wordOf(result, state.text), result.candidates);
  const typed = { text: state.text, cursor: state.cursor };
  return { mode: shown.length > 0 ? { kind: 'menu', result, shown, chosen: -1, typed } : edit };
};

/** What an answer of the completer does to the line it was asked for. */
export const completed = (state: State, result: CompletionResult, menu: boolean): Change => {
  if (state.mode.kind === 'menu') return opened(state, result);
  const word = wordOf(result, state.text);
  const shown = matching(word, result.candidates);
  const longer = certain(word, shown);
  const change = longer === word ? {} : replaced(state, result, longer);
  if (!menu || shown.length < 2) return { ...change, chain: shown.length < 2 ? undefined : state.chain };
  const next = { ...state, ...change };
  return { ...change, ...opened(next, { ...result, end: result.start + longer.length }) };
};

/** Choose the candidate `step` further on, around the ends, and show it in the line. */
const choose = (menu: Menu, step: number): Change => {
  const { shown, typed, result } = menu;
  const from = menu.chosen < 0 && step < 0 ? 0 : menu.chosen;
  const chosen = (from + step + shown.length) % shown.length;
  const value = shown[chosen]?.value ?? '';
  return {
    ...splice(typed.text, result.start, result.end, value),
    mode: { ...menu, chosen },
    chain: { kind: 'menu' },
  };
};

/** Keep the chosen candidate and go on with the line. */
const accept = (state: State, { shown, chosen, typed, result }: Menu): Change => {
  const candidate = shown[chosen];
  if (candidate === undefined) return { mode: edit };
  const word = candidate.value + (candidate.final ? ' ' : '');
  return { ...replaced({ ...state, ...typed }, result, word), mode: edit, chain: { kind: 'menu' } };
};

const steps = new Map([
  ['Tab', 1],
  ['Down', 1],
  ['C-n', 1],
  ['S-Tab', -1],
  ['Up', -1],
  ['C-p', -1],
]);

/** What a key does while the menu is open; undefined if it is for the line, and the menu closes or follows it. */
export const menuKey = (state: State, menu: Menu, chord: string): Change | undefined => {
  const step = steps.get(chord);
  if (step !== undefined) return choose(menu, step);
  if (chord === 'Escape' || chord === 'C-g') return { ...menu.typed, mode: edit, chain: { kind: 'menu' } };
  return chord === 'Enter' && menu.chosen >= 0 ? accept(state, menu) : undefined;
};

/** The open menu after the line under it became `line`: filtered at once, and asked for anew. */
export const filtered = (menu: Menu, line: Buffer): Change => {
  const { start } = menu.result;
  const end = menu.result.end + line.text.length - menu.typed.text.length;
  if (line.cursor < start || end < start) return { mode: edit };
  const shown = matching(line.text.slice(start, end), menu.result.candidates);
  return {
    mode: { ...menu, result: { ...menu.result, end }, shown: shown.length > 0 ? shown : menu.shown, chosen: -1, typed: line },
    effect: { kind: 'complete', menu: true },
  };
};

/** Candidates that the menu shows at once. */
const MENU_ROWS = 10;

/** Columns between a candidate and its description. */
const MENU_GAP = 2;

/** Cells of a column of the menu, and columns of a terminal that has room for four. */
const MODULE = 26;
const WIDE = 4 * MODULE;

/** The text in `width` cells. */
const fitted = (text: string, width: number): string => {
  const shown = truncate(clean(text), width - 1);
  return shown + ' '.repeat(width - cells(shown));
};

/** A candidate's row: the chosen one has a mark, is bold, and stands on a ground of its own. */
const menuRow = ({ label, description = '' }: Candidate, isChosen: boolean, columns: number, width: number): Line => {
  const isWide = columns >= WIDE;
  const name = (isWide ? ' ' : '') + (isChosen ? '› ' : '  ') + (isWide ? ' ' : '') + fitted(label, isWide ? MODULE - 4 : width + 1);
  const told = typeof description === 'string' ? [description] : description;
  const text =
    isWide && told.length > 1
      ? told.map((part) => fitted(part, MODULE)).join('')
      : ' '.repeat(isWide ? 0 : MENU_GAP - 1) + [...new Set([told[0], told.at(-1)])].join(', ');
  if (!isChosen) return [{ text: name }, { text, style: { role: 'muted' } }];
  const ground: Style = { role: 'bright', ground: 'raised' };
  return [
    { text: name, style: { ...ground, bold: true } },
    { text: text.padEnd(columns), style: ground },
  ];
};

/** Puts as many candidates as `height` and the menu allow, the chosen one among them, and how many there are. */
export const putMenu = (sheet: Sheet, { shown, chosen }: Menu, height: number): void => {
  const count = Math.max(1, Math.min(MENU_ROWS, height, shown.length));
  const first = Math.max(0, Math.min(chosen - (count >> 1), shown.length - count));
  const visible = shown.slice(first, first + count);
  const width = Math.min(
    visible.reduce((widest, { label }) => Math.max(widest, cells(clean(label))), 0),
    Math.max(8, sheet.columns >> 1),
  );
  if (sheet.columns >= WIDE && count < height) below(sheet, []);
  for (const [index, candidate] of visible.entries()) below(sheet, menuRow(candidate, first + index === chosen, sheet.columns, width));
  if (shown.length > count)
    below(sheet, line(chosen < 0 ? `${shown.length} in all` : `${chosen + 1} of ${shown.length}`, { role: 'muted' }));
};
