/** A résumé's data as the text of a TypeScript module, formatted like the project. */
import type { Resume } from '../../../data/types.ts';
import { cells } from '../../term/width.ts';

/** Columns of a line of source text. */
const WIDTH = 140;
const INDENT = '  ';

const count = (text: string, letter: string): number => text.split(letter).length - 1;

/** A string literal in single quotes, or in double quotes if that saves escapes. */
const literal = (text: string): string => {
  const quote = count(text, "'") > count(text, '"') ? '"' : "'";
  return quote + text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) + quote;
};

const block = (open: string, items: readonly string[], close: string, indent: string): string =>
  `${open}\n${items.map((item) => `${indent}${INDENT}${item},\n`).join('')}${indent}${close}`;

/** Texts on one line, if they fit after the first `before` columns. */
const listText = (values: readonly unknown[], indent: string, before: number): string => {
  const texts = values.map((value) => valueText(value, indent + INDENT, 0));
  const line = `[${texts.join(', ')}]`;
  const isShort = values.every((value) => typeof value === 'string') && before + cells(line) + 1 <= WIDTH;
  return isShort ? line : block('[', texts, ']', indent);
};

const memberText = (key: string, value: unknown, indent: string): string => {
  const before = indent.length + key.length + 2;
  const text = valueText(value, indent, before);
  const isLong = typeof value === 'string' && before + cells(text) + 1 > WIDTH;
  return isLong ? `${key}:\n${indent}${INDENT}${text}` : `${key}: ${text}`;
};

const valueText = (value: unknown, indent: string, before: number): string => {
  if (typeof value === 'string') return literal(value);
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return listText(value, indent, before);
  const members = Object.entries(value as object).map(([key, member]) => memberText(key, member, indent + INDENT));
  return block('{', members, '}', indent);
};

/** The text of `data/resume.ts`. */
export const moduleText = (resume: Resume): string => `/** The résumé itself: change this file, and every form of it changes. */
import type { Resume } from './types.ts';

export const resume: Resume = ${valueText(resume, '', 0)};
`;
