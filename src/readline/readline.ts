/** The line editor at work: keys in, one write each out, and an outcome when the line ends. */
import { cursorTo, eraseScreen } from '../term/ansi.ts';
import { clean } from '../term/clean.ts';
import type { Key } from '../term/key.ts';
import { line as lineOf } from '../term/style.ts';
import { hintFor } from './hint.ts';
import { erase, paint } from './paint.ts';
import { isWorthKeeping, type Outcome, type Reading, type Readline, type ReadlinePort } from './port.ts';
import { blankScreen, type EditorScreen, reflowed } from './screen.ts';
import { type CompletionResult, type Effect, freshState, insert, LINE_LIMIT, type Mode, type State } from './state.ts';
import { changed, type LateKeys, type Services, step } from './step.ts';
import { type Frame, finalView, view } from './view.ts';

/** The editor behind the interface. */
class Editor implements Readline {
  readonly #port: ReadlinePort;
  #reading: Reading | undefined;
  #done: (outcome: Outcome) => void = () => {};
  #state: State = freshState(0);
  #shown: EditorScreen = blankScreen;
  #isHidden = false;
  /** Counts questions to the completer and lines, so that a late answer is known. */
  #turn = 0;
  #late: LateKeys | undefined;
  #isLoading = false;
  /** Keys that wait for what is loading. */
  #waiting: readonly Key[] = [];

  constructor(port: ReadlinePort) {
    this.#port = port;
  }

  read(reading: Reading, done: (outcome: Outcome) => void): void {
    this.#reading = reading;
    this.#done = done;
    this.#shown = blankScreen;
    this.#isHidden = false;
    const empty = freshState(this.#port.history.entries().length, this.#state.kills);
    this.#state = this.#suggested({ ...empty, ...insert(empty, clean(reading.prefill ?? '')) });
    this.#draw();
  }

  feed(keys: readonly Key[]): readonly Key[] {
    if (!this.#late) this.#load();
    if (this.#waiting.length > 0) {
      this.#waiting = [...this.#waiting, ...keys];
      return [];
    }
    for (const [index, key] of keys.entries()) {
      if (!this.#reading) return keys.slice(index);
      const next = step(this.#state, key, this.#services());
      if (!next || next.effect?.kind === 'wait') {
        this.#waiting = keys.slice(index);
        break;
      }
      this.#state = this.#suggested(next);
      if (next.effect && this.#perform(next.effect)) return keys.slice(index + 1);
    }
    this.#draw();
    return [];
  }

  isReading(): boolean {
    return this.#reading !== undefined;
  }

  text(): string {
    return this.#state.text;
  }

  extent(): { readonly rows: number; readonly above: number } {
    return { rows: this.#shown.rows.length, above: this.#shown.cursor.row };
  }

  cursor(): number {
    return this.#state.cursor;
  }

  setText(text: string, cursor?: number): void {
    const line = insert(freshState(0), clean(text));
    const at = Math.min(cursor ?? LINE_LIMIT, line.text?.length ?? 0);
    this.#state = this.#suggested(changed(this.#state, { ...line, cursor: at, mode: { kind: 'edit' } }, this.#services()));
    this.#draw();
  }

  wantsTab(): boolean {
    const { escaped, text, mode } = this.#state;
    return this.isReading() && !escaped && (text !== '' || mode.kind !== 'edit');
  }

  mode(): Mode {
    return this.#state.mode;
  }

  isMenuOpen(): boolean {
    return this.#state.mode.kind === 'menu';
  }

  hide(): void {
    if (!this.#reading || this.#isHidden) return;
    this.#port.write(erase(this.#shown));
    this.#shown = blankScreen;
    this.#isHidden = true;
  }

  show(): void {
    const reflow = this.#isHidden ? '' : erase(reflowed(this.#shown, this.#port.columns()));
    this.#isHidden = false;
    this.#shown = blankScreen;
    this.#draw(reflow);
  }

  refresh(): void {
    const { history, hint } = this.#services();
    this.#state = this.#suggested({ ...this.#state, hint: hintFor(this.#state, freshState(0), history, hint) });
    this.#draw();
    if (this.#late) this.#feedWaiting();
  }

  #services(): Services {
    const { history, isComplete, hint } = this.#port;
    return { history: history.entries(), late: this.#late, isComplete, hint };
  }

  #frame({ prompt, continuation = lineOf('> '), placeholder, aside }: Reading): Frame {
    const { highlight, history } = this.#port;
    const size = { columns: Math.max(2, this.#port.columns()), rows: Math.max(1, this.#port.rows()) };
    return {
      prompt,
      continuation,
      placeholder,
      aside,
      ...size,
      highlight,
      putMenu: this.#late?.putMenu,
      putSearch: this.#late?.putSearch,
      history: history.entries(),
    };
  }

  /** On an empty line the suggestion is the hint. */
  #suggested(next: State): State {
    const suggestion = this.#reading?.suggestion;
    return suggestion !== undefined && next.text === '' && next.mode.kind === 'edit' ? { ...next, hint: suggestion } : next;
  }

  #draw(before = ''): void {
    if (!this.#reading || this.#isHidden) return;
    const frame = this.#frame(this.#reading);
    const next = view(this.#state, frame);
    const ansi = before + paint(this.#shown, next, frame.columns);
    this.#shown = next;
    if (ansi !== '') this.#port.write(ansi);
  }

  /** Loads the rest of the keys once; where that fails, keys that need it are lost, and the next key tries again. */
  #load(): void {
    if (this.#isLoading) return;
    this.#isLoading = true;
    import('./press.ts').then(
      ({ late }) => {
        this.#late = late;
        this.#feedWaiting();
      },
      () => {
        this.#isLoading = false;
        this.#waiting = [];
      },
    );
  }

  #feedWaiting(): void {
    const keys = this.#waiting;
    this.#waiting = [];
    if (keys.length === 0) return;
    const rest = this.feed(keys);
    if (rest.length > 0) this.#port.unread(rest);
    this.#port.edited();
  }

  /** What an effect asks for; true when the line has ended. */
  #perform(effect: Effect): boolean {
    switch (effect.kind) {
      case 'wait':
        return false;
      case 'complete':
        this.#complete(effect.menu);
        return false;
      case 'scroll':
        this.#port.scroll(effect.pages);
        return false;
      case 'clear':
        this.#shown = blankScreen;
        this.#draw(cursorTo(0, 0) + eraseScreen);
        return false;
      default:
        this.#finish(effect);
        return true;
    }
  }

  #complete(menu: boolean): void {
    const turn = ++this.#turn;
    const { text, cursor } = this.#state;
    const answer = (result: CompletionResult): void => {
      if (!this.#late || turn !== this.#turn || text !== this.#state.text || cursor !== this.#state.cursor) return;
      this.#state = changed(this.#state, this.#late.completed(this.#state, result, menu), this.#services());
      this.#draw();
      this.#port.edited();
    };
    this.#port.complete(text, cursor).then(answer, () => {});
  }

  leave(): void {
    this.#close('');
  }

  #finish(outcome: Outcome): void {
    if (!this.#reading) return;
    this.#close(outcome.kind === 'interrupt' ? '^C' : '');
    const { history } = this.#port;
    if (outcome.kind === 'accept' && isWorthKeeping(outcome.line, history.entries().at(-1))) history.add(outcome.line);
    this.#done(outcome);
  }

  /** Shows the line for the last time, and leaves the cursor below it. */
  #close(mark: string): void {
    if (!this.#reading) return;
    const frame = this.#frame(this.#reading);
    const last = finalView(this.#state.text, mark, frame);
    const fits = last.rows.length <= frame.rows;
    const ansi = fits ? paint(this.#shown, last, frame.columns) : erase(this.#shown) + paint(blankScreen, last, frame.columns);
    this.#reading = undefined;
    this.#turn++;
    this.#port.write(`${ansi}\r\n`);
  }
}

/** A line editor over a port. */
export const createReadline = (port: ReadlinePort): Readline => new Editor(port);
