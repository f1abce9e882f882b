/** Parses the commands that edit by characters: `s` with its pattern, replacement and flags, and `y`. */
import { PatternError } from '../../pattern/error.ts';
import { compileRegex } from '../../pattern/regex.ts';
import { undoEscapes } from './escapes.ts';
import type { Action, Pattern, Substitution } from './program.ts';
import { isDigit, type ScriptReader } from './reader.ts';
import { highestGroup, parseReplacement } from './replacement.ts';

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
