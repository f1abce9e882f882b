/** Actions that kill text into the ring, and yank it back (readline manual, "Killing And Yanking"). */
import { blankWordBack, counted, lineEnd, lineStart, type Motion, wordBack, wordForth } from './motions.ts';
import { type Action, type Change, insert, type State, splice } from './state.ts';

/** Entries of the kill ring (readline's DEFAULT_MAX_KILLS). */
const KILL_RING = 10;

/** The text between the cursor and `to`, into the ring; one kill right after another grows the same entry. */
const killTo = (state: State, to: number): Change => {
  if (to === state.cursor) return { chain: state.chain?.kind === 'kill' ? state.chain : undefined };
  const start = Math.min(to, state.cursor);
  const end = Math.max(to, state.cursor);
  const killed = state.text.slice(start, end);
  const [newest = '', ...older] = state.kills;
  const joined = to < state.cursor ? killed + newest : newest + killed;
  const kills = state.chain?.kind === 'kill' ? [joined, ...older] : [killed, ...state.kills].slice(0, KILL_RING);
  return { ...splice(state.text, start, end, ''), kills, chain: { kind: 'kill' } };
};

/** Kill by a motion, or by its opposite for a negative count. */
export const kill =
  (forward: Motion, backward: Motion): Action =>
  (state, { count }) =>
    killTo(state, counted(forward, backward, state, count));

/** To the line's end; at its end, the newline itself. */
const killLineForth: Motion = (text, cursor) => (text[cursor] === '\n' ? cursor + 1 : lineEnd(text, cursor));
const killLineBack: Motion = (text, cursor) => (text[cursor - 1] === '\n' ? cursor - 1 : lineStart(text, cursor));

/** `kill-line`. */
export const killLine: Action = kill(killLineForth, killLineBack);
/** `unix-line-discard`. */
export const unixLineDiscard: Action = (state) => killTo(state, killLineBack(state.text, state.cursor));
/** `kill-word`. */
export const killWord: Action = kill(wordForth, wordBack);
/** `backward-kill-word`. */
export const backwardKillWord: Action = kill(wordBack, wordForth);
/** `unix-word-rubout`: by blanks alone. */
export const unixWordRubout: Action = kill(blankWordBack, wordForth);

/** `yank`: the newest kill. */
export const yank: Action = (state) => {
  const [newest = ''] = state.kills;
  return { ...insert(state, newest), mark: state.cursor, chain: { kind: 'yank', start: state.cursor } };
};

/** After a yank only: put the next older kill in its place, and turn the ring. */
export const yankPop: Action = (state) => {
  const { chain } = state;
  const [newest, ...older] = state.kills;
  if (chain?.kind !== 'yank' || newest === undefined) return {};
  const kills = [...older, newest];
  return { ...insert(splice(state.text, chain.start, state.cursor, ''), kills[0] ?? ''), kills, chain };
};
