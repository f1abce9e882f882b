/** The completion menu: opened by a second Tab, steered by arrows and Tab, filtered by typing, left by Escape. */
import { splice } from './buffer.ts';
import { certain, matching, wordOf } from './completion.ts';
import type { Action, Buffer, Change, CompletionResult, Menu, State } from './state.ts';

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
