/** The line editor as its owner drives it: keys in, one write each out, and an outcome when the line ends. */
import { cursorTo, eraseScreen } from '../term/ansi.ts';
import { clean } from '../term/clean.ts';
import type { Key } from '../term/key.ts';
import { type Line, line as lineOf } from '../term/style.ts';
import { hintFor } from './hint.ts';
import { isWorthKeeping } from './history.ts';
import { erase, paint } from './paint.ts';
import { blankScreen, type Screen } from './screen.ts';
import { type CompletionResult, type Effect, freshState, LINE_LIMIT, type State } from './state.ts';
import { changed, type More, type Services, step } from './step.ts';
import { type Frame, finalView, view } from './view.ts';

/** Where lines are kept; the owner decides how. */
export interface HistoryPort {
  /** Oldest first. Each call may give the same array. */
  entries(): readonly string[];
  /** A line that is worth an entry was accepted. */
  add(line: string): void;
}

/** What the editor needs of its owner. */
export interface ReadlinePort {
  readonly history: HistoryPort;
  /** Trusted output: called once for each batch of keys. */
  write(ansi: string): void;
  columns(): number;
  rows(): number;
  /** Candidates for the word at `cursor`. A late answer to a line that has changed is dropped. */
  complete(text: string, cursor: number): Promise<CompletionResult>;
  /** The text with its looks: the pieces together are the text, newlines included. */
  highlight(text: string): Line;
  /** A whole line that starts with `text`, to propose where history has none. */
  hint(text: string): string | undefined;
  /** Whether the text is a whole script; false asks for another line. */
  isComplete(text: string): boolean;
  /** Scroll by pages, negative towards the past. */
  scroll(pages: number): void;
  /** Takes keys back that came behind the one that ended the line, where `feed` could not return them. */
  unread(keys: readonly Key[]): void;
  /** The line or its cursor may have changed without a call: an answer came. */
  edited(): void;
}

/** How a line ended: accepted, given up by C-c, or C-d on an empty line. */
export type Outcome = { readonly kind: 'accept'; readonly line: string } | { readonly kind: 'interrupt' } | { readonly kind: 'eof' };

/** What is to be read. */
export interface Reading {
  readonly prompt: Line;
  /** Before each further line of a text of several; `> ` if left out. */
  readonly continuation?: Line;
  /** A whole line proposed on the empty line, taken by →: what the visitor may have meant. */
  readonly suggestion?: string;
  /** Text already typed. */
  readonly prefill?: string;
}

/** The line editor. It reads one line at a time. */
export interface Readline {
  /** Shows the prompt and reads; `done` is called once, with the line already left and the cursor below it. */
  read(reading: Reading, done: (outcome: Outcome) => void): void;
  /**
   * Takes keys, and writes once. What follows the key that ended the line is given back. The first call loads the less
   * usual keys; one that comes before they are there waits for them, and all behind it.
   */
  feed(keys: readonly Key[]): readonly Key[];
  /** Whether a line is being read. */
  isReading(): boolean;
  text(): string;
  /** In units of `text()`. */
  cursor(): number;
  /** Replaces the line; what may not be shown is made visible. */
  setText(text: string, cursor?: number): void;
  /** Whether Tab is for the editor: there is something to complete, and Escape was not the key before. */
  wantsTab(): boolean;
  /** Whether the menu is open, so that S-Tab is for the editor. */
  isMenuOpen(): boolean;
  /** Takes the editor off the screen, the cursor where its prompt began: before a resize, or to print above it. */
  hide(): void;
  /** Puts it back. */
  show(): void;
  /** The looks or the hint may have changed. */
  refresh(): void;
}

const edit = { kind: 'edit' } as const;

/** A line editor over a port. */
export const createReadline = (port: ReadlinePort): Readline => {
  let reading: Reading | undefined;
  let done: (outcome: Outcome) => void = () => {};
  let state: State = freshState(0);
  let shown: Screen | undefined;
  let request = 0;

  let more: More | undefined;
  let isLoading = false;
  /** Keys that wait for what is loading. */
  let waiting: readonly Key[] = [];

  const services = (): Services => ({
    history: port.history.entries(),
    more,
    isComplete: port.isComplete,
    hint: port.hint,
  });

  const resume = (): void => {
    const keys = waiting;
    waiting = [];
    const rest = feed(keys);
    if (rest.length > 0) port.unread(rest);
    if (keys.length > 0) port.edited();
  };

  /** Loads the rest of the keys once; where that fails, keys that need it are lost, and the next key tries again. */
  const load = (): void => {
    if (isLoading) return;
    isLoading = true;
    import('./press.ts').then(
      (module) => {
        more = module.more;
        resume();
      },
      () => {
        isLoading = false;
        waiting = [];
      },
    );
  };

  const frame = ({ prompt, continuation = lineOf('> ') }: Reading): Frame => ({
    prompt,
    continuation,
    columns: Math.max(2, port.columns()),
    rows: Math.max(1, port.rows()),
    highlight: port.highlight,
  });

  /** On an empty line the suggestion is the hint. */
  const suggested = (next: State): State =>
    next.text === '' && next.mode.kind === 'edit' && reading?.suggestion ? { ...next, hint: reading.suggestion } : next;

  const draw = (before = ''): void => {
    if (!reading || !shown) return;
    const next = view(state, frame(reading));
    const ansi = before + paint(shown, next, port.columns());
    shown = next;
    if (ansi !== '') port.write(ansi);
  };

  const finish = (outcome: Outcome): void => {
    if (!reading || !shown) return;
    const size = frame(reading);
    const last = finalView(state.text, outcome.kind === 'interrupt' ? '^C' : '', size);
    const ansi = last.rows.length > size.rows ? erase(shown) + paint(blankScreen, last, size.columns) : paint(shown, last, size.columns);
    reading = undefined;
    shown = undefined;
    request++;
    port.write(`${ansi}\r\n`);
    if (outcome.kind === 'accept' && isWorthKeeping(outcome.line, port.history.entries().at(-1))) port.history.add(outcome.line);
    done(outcome);
  };

  const askCompletion = (menu: boolean): void => {
    const asked = ++request;
    const { text, cursor } = state;
    const answer = (result: CompletionResult): void => {
      if (!more || asked !== request || text !== state.text || cursor !== state.cursor) return;
      state = changed(state, more.completed(state, result, menu), services());
      draw();
      port.edited();
    };
    port.complete(text, cursor).then(answer, () => {});
  };

  /** What an effect asks for; true when the line has ended. */
  const perform = (effect: Effect): boolean => {
    switch (effect.kind) {
      case 'complete':
        askCompletion(effect.menu);
        return false;
      case 'scroll':
        port.scroll(effect.pages);
        return false;
      case 'clear':
        shown = blankScreen;
        draw(cursorTo(0, 0) + eraseScreen);
        return false;
      default:
        finish(effect);
        return true;
    }
  };

  const feed = (keys: readonly Key[]): readonly Key[] => {
    if (!more) load();
    if (waiting.length > 0) {
      waiting = [...waiting, ...keys];
      return [];
    }
    for (const [index, key] of keys.entries()) {
      if (!reading) return keys.slice(index);
      const next = step(state, key, services());
      if (!next) {
        waiting = keys.slice(index);
        break;
      }
      state = suggested(next);
      if (state.effect && perform(state.effect)) return keys.slice(index + 1);
    }
    draw();
    return [];
  };

  const setText = (text: string, cursor = text.length): void => {
    const shownText = clean(text).slice(0, LINE_LIMIT);
    state = changed(state, { text: shownText, cursor: Math.min(cursor, shownText.length), mode: edit }, services());
    draw();
  };

  return {
    read(next, whenDone) {
      reading = next;
      done = whenDone;
      shown = blankScreen;
      state = freshState(port.history.entries().length, state.kills);
      const prefill = clean(next.prefill ?? '').slice(0, LINE_LIMIT);
      state = suggested({ ...state, text: prefill, cursor: prefill.length });
      draw();
    },
    feed,
    isReading: () => reading !== undefined,
    text: () => state.text,
    cursor: () => state.cursor,
    setText,
    wantsTab: () => reading !== undefined && !state.escaped && (state.text !== '' || state.mode.kind !== 'edit'),
    isMenuOpen: () => state.mode.kind === 'menu',
    hide() {
      if (shown) port.write(erase(shown));
      shown = shown && blankScreen;
    },
    show: () => draw(),
    refresh() {
      state = suggested({ ...state, hint: hintFor(state, freshState(0), port.history.entries(), port.hint) });
      draw();
    },
  };
};
