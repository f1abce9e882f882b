/** What the operators in `${name…}` make of a value, once their words are expanded (bash manual, "Shell Parameter Expansion"). */
import { LimitError, TEXT_LENGTH } from '../os/limits.ts';
import { compileGlob, type Glob, type GlobOptions, hasGlob, unescapeGlob } from '../pattern/glob.ts';
import { ShellFault } from './control.ts';
import type { Elements } from './elements.ts';

/** The characters (code points) of a text. */
const characters = (text: string): readonly string[] => (/[\ud800-\udfff]/.test(text) ? [...text] : text.split(''));

/** `${#x}`, in characters. */
export const lengthOf = (text: string): number => characters(text).length;

/** `${x#p}` and its kin. */
export const trim = (value: string, glob: Glob, side: 'prefix' | 'suffix', longest: boolean): string => {
  if (side === 'prefix') return value.slice(Math.max(0, longest ? glob.longestPrefix(value) : glob.shortestPrefix(value)));
  return value.slice(0, value.length - Math.max(0, longest ? glob.longestSuffix(value) : glob.shortestSuffix(value)));
};

/** Makes the replacement of a match. */
export type Replacement = (match: string) => string;

const replaceEach = (value: string, glob: Glob, replacement: Replacement, once: boolean): string => {
  const pieces: string[] = [];
  let done = 0;
  let size = 0;
  for (let from = 0; from < value.length; ) {
    const found = glob.find(value, from);
    if (!found || found.start === value.length) break;
    if (found.end === found.start) {
      from = found.start + 1;
      continue;
    }
    const piece = value.slice(done, found.start) + replacement(value.slice(found.start, found.end));
    size += piece.length;
    if (size > TEXT_LENGTH) throw new LimitError('expansion size', TEXT_LENGTH);
    pieces.push(piece);
    done = from = found.end;
    if (once) break;
  }
  return pieces.join('') + value.slice(done);
};

/** As `replaceEach` for a pattern that is only text, which even long values stand quickly. */
const replaceText = (value: string, text: string, replacement: Replacement): string => {
  const pieces = value.split(text);
  const replaced = replacement(text);
  const size = value.length + (pieces.length - 1) * (replaced.length - text.length);
  if (size > TEXT_LENGTH) throw new LimitError('expansion size', TEXT_LENGTH);
  return pieces.join(replaced);
};

/** `${x/p/r}` and its kin. */
export const replace = (
  value: string,
  pattern: string,
  where: 'first' | 'all' | 'prefix' | 'suffix',
  replacement: Replacement,
  options: GlobOptions,
): string => {
  const glob = compileGlob(pattern, options);
  if (where === 'prefix') {
    const length = glob.longestPrefix(value);
    return length < 0 ? value : replacement(value.slice(0, length)) + value.slice(length);
  }
  if (where === 'suffix') {
    const length = glob.longestSuffix(value);
    const start = value.length - length;
    return length < 0 ? value : value.slice(0, start) + replacement(value.slice(start));
  }
  if (pattern === '') return value;
  if (where === 'all' && !hasGlob(pattern, options.extended)) return replaceText(value, unescapeGlob(pattern), replacement);
  return replaceEach(value, glob, replacement, where === 'first');
};

/** The bounds of a slice in a list of `size`, as `:offset:length` gives them; undefined when the offset lies outside. */
const bounds = (size: number, offset: number, length: number | undefined): readonly [number, number] | undefined => {
  const start = offset < 0 ? size + offset : offset;
  if (start < 0 || start > size) return undefined;
  if (length === undefined) return [start, size];
  const end = length < 0 ? size + length : Math.min(size, start + length);
  if (end < start) throw new ShellFault(`${length}: substring expression < 0`);
  return [start, end];
};

/** `${x:o:l}`, in characters. */
export const slice = (value: string, offset: number, length: number | undefined): string => {
  const all = characters(value);
  const found = bounds(all.length, offset, length);
  return found ? all.slice(...found).join('') : '';
};

/** `${@:o:l}`: so many of a list, from the offset on. */
export const sliceParameters = (all: readonly string[], offset: number, length: number | undefined): readonly string[] => {
  if (length !== undefined && length < 0) throw new ShellFault(`${length}: substring expression < 0`);
  const found = bounds(all.length, offset, length);
  return found ? all.slice(...found) : [];
};

/** `${a[@]:o:l}`: so many elements, from the number on; bash counts those of an associative array from 1. */
export const sliceElements = (elements: Elements, offset: number, length: number | undefined): readonly string[] => {
  if (length !== undefined && length < 0) throw new ShellFault(`${length}: substring expression < 0`);
  const values = elements.values();
  const start = offset < 0 ? offset + (elements.associative ? elements.count : elements.last + 1) : offset;
  if (start < 0) return [];
  const skipped = elements.associative ? Math.max(0, start - 1) : elements.keys().findIndex((key) => Number(key) >= start);
  return skipped < 0 ? [] : values.slice(skipped, length === undefined ? undefined : skipped + length);
};

/** `${x^}` and its kin; only characters that `glob` matches change. */
export const changeCase = (value: string, glob: Glob | undefined, to: 'upper' | 'lower' | 'other', all: boolean): string => {
  const change = (character: string): string => {
    if (glob && !glob.matches(character)) return character;
    const upper = character.toUpperCase();
    return to === 'upper' || (to === 'other' && upper !== character) ? upper : character.toLowerCase();
  };
  const letters = [...value];
  return (all ? letters.map(change) : [...letters.slice(0, 1).map(change), ...letters.slice(1)]).join('');
};
