/** What all levels of the grammar share while they read a text: the place, what is still owed, and how to fail. */
import type { AndOr, Assignment, Highlight, Script, Span, SyntaxFailure, Word } from './ast.ts';
import { failure, SyntaxStop } from './failure.ts';
import { MAX_DEPTH, MAX_JOINS } from './limits.ts';
import { Source } from './source.ts';

/** What a word is read as: it decides completion, and the colour until the grammar knows better. */
export type Role = 'command' | 'operand' | 'redirect' | 'name';

/** A stretch the scanner has met, in order of its start, outer before inner; `open` until its end was seen. */
export interface Mark {
  kind: Highlight['kind'];
  readonly start: number;
  end: number;
  open: boolean;
  /** For a word: its role and the words of the command before it. */
  readonly role: Role | undefined;
  readonly words: readonly Word[];
  readonly count: number;
}

/** A token (POSIX 2.3); `number` is digits, or `{name}`, right before `<` or `>`, `end` the end of the text. */
export interface Token {
  readonly kind: 'word' | 'number' | 'operator' | 'end';
  /** As written. */
  readonly text: string;
  /** No quoting and no expansion in it. */
  readonly plain: boolean;
  readonly word: Word | undefined;
  /** The word, where it is an assignment. */
  readonly assignment: Assignment | undefined;
  readonly mark: Mark | undefined;
  readonly start: number;
  readonly end: number;
}

/** A here-document whose body has not been reached yet. */
export interface Pending {
  readonly delimiter: string;
  readonly quoted: boolean;
  readonly stripTabs: boolean;
  readonly start: number;
  readonly receive: (body: Word) => void;
}

/** What stays the same through a parse, its substitutions included. */
export interface ParseRules {
  /** The whole text, which spans point into. */
  readonly original: string;
  readonly aliases: (name: string) => string | undefined;
  /** The text will not go on: its end also ends a here-document and takes a last backslash literally. */
  readonly final: boolean;
  /** `@(a|b)` and its kin belong to words. */
  readonly extended: boolean;
  /** The grammar's top, for the levels below it: lists up to whatever cannot begin another. */
  readonly lists: (scanner: Scanner) => AndOr[];
  /** The script inside a substitution, up to and including its `)`, or up to the end of the text. */
  readonly script: (scanner: Scanner, closer: ')' | '') => Script;
}

/** The reading head. */
export class Scanner {
  readonly source: Source;
  readonly rules: ParseRules;
  readonly marks: Mark[];
  /** The text is a construct's inside, already cut to length: asking for more would not help. */
  readonly bounded: boolean;
  pos = 0;
  /** Where the last consumed token ended. */
  last = 0;
  depth: number;
  ahead: Token | undefined;
  pending: Pending[] = [];
  role: Role = 'command';
  words: readonly Word[] = [];
  /** The bracket that the end of the text would leave open, if bash names it. */
  awaited = '';
  aliased = 0;
  joined = 0;
  /** Aliases whose text is being read, and where each one's text ends. */
  expanding: { readonly name: string; end: number; readonly blank: boolean }[] = [];

  constructor(source: Source, rules: ParseRules, outer?: Scanner, bounded = outer !== undefined) {
    this.source = source;
    this.rules = rules;
    this.bounded = bounded;
    this.depth = outer?.depth ?? 0;
    this.marks = outer?.marks ?? [];
  }

  /** A scanner over `start`…`end` of this one's text. */
  inside(start: number, end: number): Scanner {
    const source = new Source(this.source.text.slice(start, end), this.source, [{ at: 0, from: start, to: undefined }]);
    return new Scanner(source, this.rules, this);
  }

  /** The character `ahead` of the place, or '' past the end. */
  char(ahead = 0): string {
    return this.source.text[this.pos + ahead] ?? '';
  }

  atEnd(): boolean {
    return this.pos >= this.source.text.length;
  }

  /** Steps over `text` if it is next. */
  accept(text: string): boolean {
    if (!this.source.text.startsWith(text, this.pos)) return false;
    this.pos += text.length;
    return true;
  }

  /** Takes the continuations out of the text that stand so many characters ahead, where they may split what is one token. */
  joinLines(ahead: number): void {
    const at = this.pos + ahead;
    while (this.source.text.startsWith('\\\n', at) && this.joined++ < MAX_JOINS) this.source.replace(at, at + 2, '');
  }

  /** Steps over what the sticky `pattern` matches, and returns it. */
  take(pattern: RegExp): string {
    pattern.lastIndex = this.pos;
    const text = pattern.exec(this.source.text)?.[0] ?? '';
    this.pos += text.length;
    return text;
  }

  span(start: number, end = this.pos): Span {
    return this.source.span(start, end);
  }

  /** Begins a mark that ends with the text until `close` knows better. */
  open(kind: Mark['kind'], role?: Role): Mark {
    const { source, pos, words } = this;
    const mark = { kind, ...source.span(pos, source.text.length), open: true, role, words, count: words.length };
    this.marks.push(mark);
    return mark;
  }

  /** Ends the mark at the place. */
  close(mark: Mark): void {
    mark.end = this.span(this.pos).end;
    mark.open = false;
  }

  /** What `read` makes of the text from the place on, with its span and under a mark. */
  part<T>(kind: Mark['kind'], read: (start: number) => T, role?: Role): T & { readonly span: Span } {
    const start = this.pos;
    const mark = this.open(kind, role);
    const part = read(start);
    this.close(mark);
    return { ...part, span: this.span(start) };
  }

  /** Runs `read` one level deeper. */
  deeper<T>(read: () => T): T {
    if (++this.depth > MAX_DEPTH) this.fail('invalid', `nesting deeper than ${MAX_DEPTH} levels`, this.pos, this.pos);
    const result = read();
    this.depth--;
    return result;
  }

  fail(status: SyntaxFailure['status'], why: string, start: number, end = this.pos): never {
    return this.failAt(status, why, this.span(start, end));
  }

  failAt(status: SyntaxFailure['status'], why: string, span: Span): never {
    throw new SyntaxStop(failure(status, why, span));
  }

  /** The construct begun at `start` was not closed before the text ended. */
  unclosed(closer: string, start: number): never {
    const why = `unexpected EOF while looking for matching \`${closer}'`;
    return this.fail(this.bounded ? 'invalid' : 'incomplete', why, start, this.source.text.length);
  }

  unsupported(what: string, start: number, end = this.pos): never {
    return this.fail('unsupported', `syntax not supported here: ${what}`, start, end);
  }
}
