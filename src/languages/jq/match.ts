/** Regular expressions over strings: the matches as objects, and `sub` and `gsub`. */
import { LimitError } from '../../os/limits.ts';
import { PatternError } from '../../pattern/limits.ts';
import { compileRegex, type Match, type Regex } from '../../pattern/regex.ts';
import { identity } from './ast.ts';
import { described, JqError, made, type NativeFilter } from './evaluation.ts';
import { asText } from './formats.ts';
import { isArray, isObject, type Json } from './json.ts';

/** Texts that `gsub` makes of one where its replacement makes several. */
const REPLACEMENTS = 10_000;

/** A compiled pattern with the names of its groups. */
interface NamedRegex {
  readonly regex: Regex;
  /** By group number, from 1. */
  readonly names: readonly (string | undefined)[];
}

/** Takes the names out of named groups, `(?<name>…)`, which the pattern layer does not know. */
const takeNames = (pattern: string): { readonly source: string; readonly names: (string | undefined)[] } => {
  const names: (string | undefined)[] = [];
  let bracket = false;
  const source = pattern.replace(/\\[\s\S]|\[\^?\]?|\]|\((\?(?:<([A-Za-z_]\w*)>)?)?/g, (all, question?: string, name?: string) => {
    if (all.startsWith('[')) bracket = true;
    else if (all === ']') bracket = false;
    if (!all.startsWith('(') || bracket) return all;
    if (question === undefined || name !== undefined) names.push(name);
    return name === undefined ? all : '(';
  });
  return { source, names };
};

const compile = (pattern: string, flags: string): NamedRegex => {
  const { source, names } = takeNames(
    flags.includes('x') ? pattern.replace(/\\[\s\S]|#.*|\s+/g, (all) => (all.startsWith('\\') ? all : '')) : pattern,
  );
  try {
    return { regex: compileRegex(source, { syntax: 'perl', caseless: flags.includes('i'), controls: true }), names };
  } catch (error) {
    if (error instanceof PatternError) throw new JqError(`${pattern} (at offset 0) is not a valid regex: ${error.message}`);
    throw error;
  }
};

const codePoints = (text: string): number => Array.from(text).length;

const spanObject = (text: string, span: { readonly start: number; readonly end: number } | undefined): [string, Json][] => {
  const part = span ? text.slice(span.start, span.end) : null;
  return [
    ['offset', span ? codePoints(text.slice(0, span.start)) : -1],
    ['length', part === null ? 0 : codePoints(part)],
    ['string', part],
  ];
};

const matchObject = (text: string, match: Match, names: readonly (string | undefined)[]): Json => {
  const captures = match.groups.slice(1).map((span, i): Json => new Map([...spanObject(text, span), ['name', names[i] ?? null]]));
  return new Map<string, Json>([...spanObject(text, match), ['captures', captures]]);
};

/** The matches of a pattern: the first, or with the flag `g` all of them. Flags: g, i, x, n (no empty matches). */
export const findMatches = (value: Json, pattern: Json, flags: Json): Json[] => {
  if (typeof value !== 'string') throw new JqError(`${described(value)} cannot be matched, as it is not a string`);
  if (typeof pattern !== 'string') throw new JqError(`${described(pattern)} cannot be matched, as it is not a string`);
  const letters = flags === null ? '' : String(flags);
  if (/[^gimnpslx]/.test(letters)) throw new JqError(`${letters} is not a valid modifier string`);
  const { regex, names } = compile(pattern, letters);
  const found: Json[] = [];
  for (let at = 0; at <= value.length; ) {
    const match = regex.exec(value, at);
    if (!match) break;
    const isEmpty = match.end === match.start;
    if (!isEmpty || !letters.includes('n')) found.push(matchObject(value, match, names));
    if (!letters.includes('g')) break;
    at = isEmpty ? match.end + 1 : match.end;
  }
  return found;
};

/** `sub` and `gsub`: the replacement is a filter over the named captures; a text for each combination of what it makes. */
export const substitute = (global: boolean): NativeFilter =>
  async function* (evaluation, [pattern = identity, replacement = identity, flags], env, item) {
    const { value } = item;
    if (typeof value !== 'string') throw new JqError(`${described(value)} cannot be matched, as it is not a string`);
    for await (const source of evaluation.values(pattern, env, value)) {
      const letters = flags ? await evaluation.first(flags, env, value) : '';
      const characters = Array.from(value);
      const matches = findMatches(value, source, `${asText(letters ?? '')}${global ? 'g' : ''}`).filter(isObject);
      let texts = [''];
      let from = 0;
      for (const match of matches) {
        await evaluation.pause();
        const start = Number(match.get('offset'));
        const before = characters.slice(from, start).join('');
        const by: string[] = [];
        for await (const each of evaluation.values(replacement, env, namedCaptures(match))) {
          if (typeof each !== 'string') throw new JqError(`${described(each)} cannot be added to a string`);
          by.push(each);
        }
        texts = texts.flatMap((text) => by.map((each) => text + before + each));
        if (texts.length > REPLACEMENTS) throw new LimitError('replacements', REPLACEMENTS);
        from = start + Number(match.get('length'));
      }
      const rest = characters.slice(from).join('');
      for (const text of texts) yield made(text + rest, item);
    }
  };

const namedCaptures = (match: ReadonlyMap<string, Json>): Json => {
  const captures = match.get('captures');
  const named = new Map<string, Json>();
  for (const capture of isArray(captures ?? null) ? (captures as readonly Json[]) : []) {
    if (isObject(capture) && typeof capture.get('name') === 'string') named.set(String(capture.get('name')), capture.get('string') ?? null);
  }
  return named;
};
