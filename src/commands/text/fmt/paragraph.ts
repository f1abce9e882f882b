/** Lines to paragraphs and back: what GNU fmt keeps together, and how it prints what it broke. */
import { type BrokenLine, breakParagraph, partingLine, type Word } from './breaks.ts';

/** fmt's options. */
export interface FmtRules {
  readonly limit: number;
  readonly goal: number;
  /** `-c`: the first two lines' indentations are kept. */
  readonly crown: boolean;
  /** `-t`: as -c, and a paragraph's second line must differ in indentation. */
  readonly tagged: boolean;
  /** `-s`: long lines are split, short ones not joined. */
  readonly split: boolean;
  /** `-u`: one space between words, two after sentences. */
  readonly uniform: boolean;
}

/** Words of a paragraph that are held at most; GNU's bound, because it shows in the output. */
const MAX_WORDS = 998;
/** Bytes of a paragraph's words that are held at most; GNU's bound too. */
const MAX_BYTES = 5000;

/** The indentation below a tag that has no lines of its own. */
const TAG_INDENT = 3;

/** A line of input: its indentation in columns, and its words. */
interface SourceLine {
  readonly indent: number;
  readonly words: readonly Word[];
  readonly tabs: boolean;
}

const columnsOf = (blanks: string, from: number): number => {
  let column = from;
  for (const blank of blanks) column = blank === '\t' ? column + 8 - (column % 8) : column + 1;
  return column;
};

const makeWord = (text: string): Word => {
  const core = text.replace(/[)\]'"]+$/, '');
  return {
    text,
    space: 0,
    paren: /^[(['`"]/.test(text),
    punct: /[!-/:-@[-`{-~]$/.test(text),
    period: /[.?!]$/.test(core),
    final: false,
  };
};

const readLine = (line: string, uniform: boolean): SourceLine => {
  const blanks = /^[ \t]*/.exec(line)?.[0] ?? '';
  const indent = columnsOf(blanks, 0);
  let column = indent;
  const words: Word[] = [];
  for (const [, text = '', gap = ''] of line.slice(blanks.length).matchAll(/([^ \t]+)([ \t]*)/g)) {
    const word = makeWord(text);
    column += text.length;
    const next = columnsOf(gap, column);
    word.space = next - column;
    column = next;
    words.push(word);
  }
  words.forEach((word, i) => {
    const last = i === words.length - 1;
    word.final = word.period && (last || word.space > 1);
    if (last || uniform) word.space = word.final ? 2 : 1;
  });
  return { indent, words, tabs: /\t/.test(line) };
};

/** Formats lines as they come; `end` gives what is still held. */
export class Formatter {
  readonly #rules: FmtRules;
  #out: string[] = [];
  #words: Word[] = [];
  #bytes = 0;
  #firstIndent = 0;
  /** Undefined until the second line of a paragraph is known. */
  #otherIndent: number | undefined;
  #tagIndent = 0;
  #lastLength = 0;
  #tabs = false;
  #lines = 0;

  constructor(rules: FmtRules) {
    this.#rules = rules;
  }

  /** Takes a line. */
  add(text: string): void {
    const line = readLine(text, this.#rules.uniform);
    this.#tabs ||= line.tabs;
    if (line.words.length === 0) {
      this.#finish();
      this.#out.push(text.replace(/[ \t]+$/, (blanks) => (blanks.length === text.length ? '' : blanks)));
      return;
    }
    if (this.#lines > 0 && !this.#continues(line.indent)) this.#finish();
    if (this.#lines === 0) this.#firstIndent = line.indent;
    else {
      this.#otherIndent ??= line.indent;
      this.#tagIndent = this.#otherIndent;
    }
    this.#lines++;
    for (const word of line.words) {
      if (this.#words.length === MAX_WORDS || this.#bytes + word.text.length > MAX_BYTES) this.#flushSome();
      this.#words.push(word);
      this.#bytes += word.text.length;
    }
  }

  /** Whether a line with this indentation belongs to the paragraph that is held. */
  #continues(indent: number): boolean {
    if (this.#rules.split) return false;
    if (this.#rules.tagged && this.#lines === 1) return indent !== this.#firstIndent;
    if ((this.#rules.crown || this.#rules.tagged) && this.#lines === 1) return true;
    return indent === (this.#rules.crown || this.#rules.tagged ? this.#otherIndent : this.#firstIndent);
  }

  /** What was formatted since the last call, and nothing of what is held. */
  take(): string {
    const text = this.#out.map((line) => `${line}\n`).join('');
    this.#out = [];
    return text;
  }

  /** Formats what is held. */
  end(): void {
    this.#finish();
  }

  /** The indentation of all lines but the first. A tag without a second line borrows that of the paragraph before it. */
  #other(): number {
    if (!this.#rules.crown && !this.#rules.tagged) return this.#firstIndent;
    if (this.#otherIndent !== undefined) return this.#otherIndent;
    if (!this.#rules.tagged) return this.#firstIndent;
    if (this.#tagIndent === this.#firstIndent) this.#tagIndent = this.#firstIndent === 0 ? TAG_INDENT : 0;
    return this.#tagIndent;
  }

  #finish(): void {
    const last = this.#words.at(-1);
    if (last) {
      last.period = true;
      last.final = true;
      this.#print(this.#broken(), this.#words.length);
    }
    this.#words = [];
    this.#bytes = 0;
    this.#lines = 0;
    this.#otherIndent = undefined;
    this.#lastLength = 0;
  }

  #broken(): BrokenLine[] {
    return breakParagraph(this.#words, {
      limit: this.#rules.limit,
      goal: this.#rules.goal,
      firstIndent: this.#firstIndent,
      otherIndent: this.#other(),
      lastLength: this.#lastLength,
    });
  }

  /** Prints the first lines of a paragraph that is too long to hold. */
  #flushSome(): void {
    const lines = this.#broken();
    const parting = partingLine(lines);
    const kept = lines[parting]?.start ?? 0;
    if (kept === 0) return;
    this.#print(lines.slice(0, parting), kept);
    this.#words = this.#words.slice(kept);
    this.#bytes = this.#words.reduce((sum, word) => sum + word.text.length, 0);
  }

  /** Prints lines that reach to word `end`. */
  #print(lines: readonly BrokenLine[], end: number): void {
    lines.forEach(({ start }, i) => {
      const indent = i === 0 ? this.#firstIndent : this.#other();
      const words = this.#words.slice(start, lines[i + 1]?.start ?? end);
      let text = this.#blanks(0, indent);
      let column = indent;
      words.forEach((word, j) => {
        text += word.text;
        column += word.text.length;
        if (j === words.length - 1) return;
        text += this.#blanks(column, word.space);
        column += word.space;
      });
      this.#lastLength = column;
      this.#out.push(text);
    });
  }

  /** Blanks from a column on, with tabs where the input had some and they save more than one column. */
  #blanks(from: number, count: number): string {
    const target = from + count;
    if (!this.#tabs) return ' '.repeat(count);
    const stop = Math.floor(target / 8) * 8;
    if (from + 1 >= stop) return ' '.repeat(count);
    return '\t'.repeat(stop / 8 - Math.floor(from / 8)) + ' '.repeat(target - stop);
  }
}
