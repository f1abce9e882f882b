/** The items of xargs's input: words with quotes and backslashes, whole lines, or what a delimiter separates. */
import { CommandError } from '../../../os/failure.ts';
import { lineBatches, type Reader } from '../../../os/stream.ts';

/** What the input is made of: an item, or the end of a line that does not go on in the next (`-L`). */
export type Token = { readonly item: string } | 'line end';

/** How the input is cut: at blanks, at newlines only (`-I`), or at a character (`-d`, `-0`). */
export type Cut = 'words' | 'lines' | { readonly delimiter: string };

const unmatched = (mark: string): CommandError => {
  return new CommandError(
    mark === "'"
      ? 'unmatched single quote; by default quotes are special to xargs unless you use the -0 option'
      : 'unmatched double quote; by default quotes are special to xargs unless you use the -0 option',
  );
};

/** Cuts text as it arrives, one character after the other. */
class Splitter {
  readonly #byLine: boolean;
  /** The item at hand, if one has begun. */
  #item: string | undefined;
  #quote = '';
  #escaped = false;
  #afterBlank = false;
  #tokens: Token[] = [];

  constructor(byLine: boolean) {
    this.#byLine = byLine;
  }

  /** What is complete after `chunk`. */
  feed(chunk: string): readonly Token[] {
    for (const character of chunk) this.#step(character);
    const tokens = this.#tokens;
    this.#tokens = [];
    return tokens;
  }

  /** What the end of the input completes. */
  finish(): readonly Token[] {
    if (this.#quote !== '') throw unmatched(this.#quote);
    return this.feed('\n');
  }

  #add(text: string): void {
    this.#item = (this.#item ?? '') + text;
    this.#afterBlank = false;
  }

  #close(): void {
    if (this.#item !== undefined) this.#tokens.push({ item: this.#item });
    this.#item = undefined;
  }

  #step(character: string): void {
    if (this.#escaped) {
      this.#escaped = false;
      this.#add(character);
    } else if (this.#quote !== '') this.#quoted(character);
    else if (character === '\n') {
      this.#close();
      // A line that ends in a blank goes on in the next.
      if (!this.#afterBlank) this.#tokens.push('line end');
      this.#afterBlank = false;
    } else if (character === ' ' || character === '\t') this.#blank(character);
    else if (character === '\\') this.#escaped = true;
    else if (character === "'" || character === '"') {
      this.#quote = character;
      this.#add('');
    } else this.#add(character);
  }

  #quoted(character: string): void {
    if (character === '\n') throw unmatched(this.#quote);
    if (character === this.#quote) this.#quote = '';
    else this.#add(character);
  }

  #blank(character: string): void {
    if (!this.#byLine) this.#close();
    else if (this.#item !== undefined) this.#item += character;
    this.#afterBlank = true;
  }
}

/** The tokens of an input as they arrive, a batch at a time. */
export async function* tokens(reader: Reader, cut: Cut): AsyncGenerator<readonly Token[]> {
  if (typeof cut === 'object') {
    for await (const { lines } of lineBatches(reader, cut.delimiter)) yield lines.flatMap((item) => [{ item }, 'line end'] as const);
    return;
  }
  const splitter = new Splitter(cut === 'lines');
  for (let chunk = await reader.read(); chunk !== null; chunk = await reader.read()) yield splitter.feed(chunk);
  yield splitter.finish();
}
