/** The looks of the line being typed: asked for as it changes, and carried over to the next text until the answer comes. */
import { type Line, line as lineOf } from '../term/style.ts';
import type { Look } from './protocol.ts';

/** A text as it looked before, as far as it is the same; what was added looks as what it was added to. */
const carried = (text: string, before: Line): Line => {
  const pieces = [];
  let rest = text;
  for (const piece of before) {
    let same = 0;
    while (same < piece.text.length && piece.text[same] === rest[same]) same++;
    if (same > 0) pieces.push({ ...piece, text: rest.slice(0, same) });
    rest = rest.slice(same);
    if (same < piece.text.length) break;
  }
  const last = pieces.at(-1);
  if (last && /^\S+$/.test(rest) && /\S$/.test(last.text)) pieces[pieces.length - 1] = { ...last, text: last.text + rest };
  else if (rest !== '') pieces.push({ text: rest });
  return pieces;
};

/** What is known of the line. */
export class Looks {
  readonly #ask: (text: string) => Promise<Look>;
  readonly #changed: () => void;
  #known: { readonly text: string; readonly look: Look } | undefined;
  #asked = false;
  #wanted = '';

  /** `changed` hears that an answer came for the text that was looked at last. */
  constructor(ask: (text: string) => Promise<Look>, changed: () => void) {
    this.#ask = ask;
    this.#changed = changed;
  }

  highlight(text: string): Line {
    const look = this.#of(text);
    return look?.line ?? (this.#known ? carried(text, this.#known.look.line) : lineOf(text));
  }

  /** A whole line that begins with `text`, if one is known. */
  hint(text: string): string | undefined {
    const hint = (this.#of(text) ?? this.#known?.look)?.hint;
    return hint?.startsWith(text) ? hint : undefined;
  }

  /** Whether the text is a whole script; undefined until the answer is there. */
  isComplete(text: string): boolean | undefined {
    return this.#of(text)?.isComplete;
  }

  /** Files, names and functions may have changed. */
  forget(): void {
    this.#known = undefined;
  }

  #of(text: string): Look | undefined {
    this.#wanted = text;
    if (this.#known?.text === text) return this.#known.look;
    if (!this.#asked) void this.#question();
    return undefined;
  }

  /** One question at a time, always about the newest text. */
  async #question(): Promise<void> {
    this.#asked = true;
    const text = this.#wanted;
    try {
      this.#known = { text, look: await this.#ask(text) };
    } catch {
      // A shell that is gone says nothing about the line: it is taken as it stands.
      this.#known = { text, look: { line: lineOf(text), hint: undefined, isComplete: true } };
    }
    this.#asked = false;
    this.#changed();
    if (this.#wanted !== text && this.#known?.text !== this.#wanted) void this.#question();
  }
}
