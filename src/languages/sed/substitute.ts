/** The commands that edit by characters, `s` and `y`: parsed once, and `s` applied to each line. */
import { PatternError } from '../../pattern/limits.ts';
import { compileRegex, type Match, type Regex } from '../../pattern/regex.ts';
import type { Action, Pattern, ReplacementPart, Substitution } from './program.ts';
import { isDigit, type ScriptReader, undoEscapes } from './reader.ts';

/** Compiles a pattern of the script; an empty one stands for the pattern used last. */
export const compileScriptPattern = (reader: ScriptReader, source: string, flags: string, extended: boolean): Pattern => {
  if (source === '') return undefined;
  try {
    return compileRegex(undoEscapes(source, '\\.*[]^$+?(){}|/'), {
      syntax: extended ? 'extended' : 'basic',
      caseless: /i/i.test(flags),
      multiline: /m/i.test(flags),
    });
  } catch (error) {
    throw error instanceof PatternError ? reader.error(error.message) : error;
  }
};

/** The flags of `s`. */
interface Flags {
  readonly nth: number;
  readonly global: boolean;
  readonly print: boolean;
  readonly path: string | undefined;
  /** `I` and `M`, in any case. */
  readonly pattern: string;
}

/** Reads flags one by one, and turns down what comes twice. */
class FlagReader {
  #nth = 0;
  #global = false;
  #print = false;
  #path: string | undefined;
  #pattern = '';
  readonly #reader: ScriptReader;

  constructor(reader: ScriptReader) {
    this.#reader = reader;
  }

  read(): Flags {
    for (let flag = this.#reader.next(); !['', '\n', ';'].includes(flag); flag = this.#reader.next()) {
      if (flag === '}' || flag === '#') {
        this.#reader.back(flag);
        break;
      }
      this.#take(flag);
      if (this.#path !== undefined) break;
    }
    return { nth: this.#nth || 1, global: this.#global, print: this.#print, path: this.#path, pattern: this.#pattern };
  }

  #take(flag: string): void {
    if (/[iImM]/.test(flag)) this.#pattern += flag;
    else if (flag === 'g') this.#global = this.#once(flag, this.#global);
    else if (flag === 'p') this.#print = this.#once(flag, this.#print);
    else if (isDigit(flag)) this.#count(flag);
    else if (flag === 'w') this.#path = this.#reader.path();
    else if (flag !== ' ' && flag !== '\t') throw this.#reader.error("unknown option to `s'");
  }

  #once(flag: string, before: boolean): true {
    if (before) throw this.#reader.error(`multiple \`${flag}' options to \`s' command`);
    return true;
  }

  #count(digit: string): void {
    if (this.#nth > 0) throw this.#reader.error("multiple number options to `s' command");
    this.#nth = this.#reader.number(digit);
    if (this.#nth === 0) throw this.#reader.error("number option to `s' command may not be zero");
  }
}

/** Parses what follows an `s`. */
export const parseSubstitution = (reader: ScriptReader, extended: boolean): Substitution => {
  const delimiter = reader.next();
  const source = reader.delimited(delimiter, true);
  const target = source === undefined ? undefined : reader.delimited(delimiter, false);
  if (source === undefined || target === undefined) throw reader.error("unterminated `s' command");
  const { pattern: patternFlags, ...flags } = new FlagReader(reader).read();
  const pattern = compileScriptPattern(reader, source, patternFlags, extended);
  const replacement = parseReplacement(target);
  const highest = highestGroup(replacement);
  if (pattern && highest > pattern.groupCount) throw reader.error(`invalid reference \\${highest} on \`s' command's RHS`);
  return { name: 's', pattern, replacement, ...flags };
};

const characters = (text: string): string[] =>
  Array.from(undoEscapes(text, '\\').matchAll(/\\([\\n\n])|[\s\S]/gu), ([all, escaped]) =>
    escaped === undefined ? all : escaped === 'n' ? '\n' : escaped,
  );

/** Parses what follows a `y`. */
export const parseTranslation = (reader: ScriptReader): Action => {
  const delimiter = reader.next();
  const source = reader.delimited(delimiter, false);
  const target = source === undefined ? undefined : reader.delimited(delimiter, false);
  if (source === undefined || target === undefined) throw reader.error("unterminated `y' command");
  const [from, to] = [characters(source), characters(target)];
  if (from.length !== to.length) throw reader.error("strings for `y' command are different lengths");
  reader.end();
  // Of a character that comes twice the first counts.
  return { name: 'y', map: new Map(from.map((character, i): [string, string] => [character, to[i] ?? '']).reverse()) };
};

const parts = /\\([0-9])|\\([ULEul])|(&)|\\\n|\\([\s\S])|[^\\&]+|\\/g;

/** Parses a replacement without its delimiters. */
const parseReplacement = (source: string): ReplacementPart[] =>
  Array.from(undoEscapes(source, '\\&\n').matchAll(parts), ([all, group, mode, whole, escaped]): ReplacementPart => {
    if (group !== undefined) return { kind: 'group', index: Number(group) };
    if (mode !== undefined) return { kind: 'case', mode: mode as 'U' | 'L' | 'E' | 'u' | 'l' };
    if (whole !== undefined) return { kind: 'group', index: 0 };
    if (escaped !== undefined) return { kind: 'text', text: escaped === 'n' ? '\n' : escaped };
    return { kind: 'text', text: all === '\\\n' ? '\n' : all };
  });

/** The highest group that a replacement names. */
const highestGroup = (replacement: readonly ReplacementPart[]): number =>
  replacement.reduce((highest, part) => (part.kind === 'group' ? Math.max(highest, part.index) : highest), 0);

/** The replacement for a match of `text`. */
const expandReplacement = (replacement: readonly ReplacementPart[], text: string, { groups }: Match): string => {
  let out = '';
  let mode: 'U' | 'L' | undefined;
  let once: 'u' | 'l' | undefined;
  const add = (piece: string): void => {
    if (piece === '') return;
    const cased = mode === 'U' ? piece.toUpperCase() : mode === 'L' ? piece.toLowerCase() : piece;
    const first = cased.slice(0, (cased.codePointAt(0) ?? 0) > 0xffff ? 2 : 1);
    out += once === undefined ? cased : (once === 'u' ? first.toUpperCase() : first.toLowerCase()) + cased.slice(first.length);
    once = undefined;
  };
  for (const part of replacement) {
    if (part.kind === 'text') add(part.text);
    else if (part.kind === 'group') {
      const span = groups[part.index];
      if (span) add(text.slice(span.start, span.end));
    } else if (part.mode === 'u' || part.mode === 'l') once = part.mode;
    else mode = part.mode === 'E' ? undefined : part.mode;
  }
  return out;
};

/** The text with the nth match, and with `g` all after it, replaced; undefined when there is none. */
export const substitute = (text: string, regex: Regex, { replacement, nth, global }: Substitution): string | undefined => {
  let out = '';
  let from = 0;
  let copied = 0;
  let count = 0;
  let replaced = false;
  let end = -1;
  while (from <= text.length) {
    const match = regex.exec(text, from);
    if (!match) break;
    const isEmpty = match.end === match.start;
    // An empty match just after a match is none.
    if (!(isEmpty && match.start === end)) {
      count++;
      if (count >= nth) {
        out += text.slice(copied, match.start) + expandReplacement(replacement, text, match);
        copied = match.end;
        replaced = true;
        if (!global) break;
      }
    }
    end = match.end;
    from = isEmpty ? match.end + 1 : match.end;
  }
  return replaced ? out + text.slice(copied) : undefined;
};
