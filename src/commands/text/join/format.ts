/** How a pair of joined lines is printed. */

import { CommandError } from '../../../os/failure.ts';
import { quote } from '../../../os/quote.ts';

/** A line in fields. */
export type Fields = readonly string[];

/** One element of `-o`: the join field, or a field (from 0) of one of the files (0 or 1). */
export type OutputField = 'join' | { readonly file: 0 | 1; readonly field: number };

const parseField = (spec: string): OutputField => {
  if (spec === '0') return 'join';
  const [, file, field] = /^([12])\.(\d+)$/.exec(spec) ?? [];
  if (file !== undefined && field !== undefined && Number(field) > 0) return { file: file === '1' ? 0 : 1, field: Number(field) - 1 };
  if (/^[12]\./.test(spec)) throw new CommandError(`invalid field number: ${quote(spec.slice(2))}`);
  if (/^0./.test(spec)) throw new CommandError(`invalid field specifier: ${quote(spec)}`);
  if (/^[12]$/.test(spec)) throw new CommandError(`invalid field specifier: ${quote(spec)}`);
  throw new CommandError(`invalid file number in field spec: ${quote(spec)}`);
};

/** Parses the FORMAT of `-o`; throws CommandError in GNU's wording. */
export const parseFormat = (text: string): readonly OutputField[] => text.split(/[, \t]/).map(parseField);

/** What decides a printed line. */
export interface JoinLayout {
  /** The join field of each file, from 0. */
  readonly joinFields: readonly [number, number];
  readonly separator: string;
  /** Stands for a field that is missing or empty. */
  readonly filler: string;
  /** The list of `-o`; `auto` pads to the lengths of the files' first lines. */
  readonly format: readonly OutputField[] | undefined;
  readonly lengths: readonly [number, number] | undefined;
}

const others = (fields: Fields, joinField: number, length: number | undefined, filler: string): string[] =>
  Array.from({ length: length ?? fields.length }, (_, i) => fields[i] || filler).filter((_, i) => i !== joinField);

/** The text of a pair; an absent side has no fields. */
export const formatPair = (pair: readonly [Fields | undefined, Fields | undefined], layout: JoinLayout): string => {
  const { joinFields, filler, format, lengths } = layout;
  const joined = (pair[0] ? pair[0][joinFields[0]] : pair[1]?.[joinFields[1]]) || filler;
  if (format) return format.map((item) => (item === 'join' ? joined : pair[item.file]?.[item.field] || filler)).join(layout.separator);
  const left = others(pair[0] ?? [], joinFields[0], lengths?.[0], filler);
  const right = others(pair[1] ?? [], joinFields[1], lengths?.[1], filler);
  return [joined, ...left, ...right].join(layout.separator);
};
