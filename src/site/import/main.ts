/** `npm run import`: from a JSON Resume to a module of data. */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkResume } from '../check/check.ts';
import { moduleText } from './module-text.ts';
import { type Imported, importResume } from './resume.ts';

const USAGE = `usage: npm run -s import -- FILE [--out MODULE]

  FILE          a JSON Resume document (jsonresume.org); - reads standard input
  --out MODULE  write the module there, e.g. data/resume.ts, instead of printing it
`;

/** Most characters of a document. */
const LIMIT = 1_000_000;

const tell = (text: string): void => void process.stderr.write(text);

const list = (title: string, items: readonly string[]): void => {
  if (items.length > 0) tell(`${title}\n${items.map((item) => `  ${item}\n`).join('')}`);
};

/** The document's value; if it cannot be read, prints why and returns undefined. */
const read = (file: string): { readonly value: unknown } | undefined => {
  try {
    const text = readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\ufeff/, '');
    if (text.length > LIMIT) throw new Error(`is longer than ${LIMIT} characters`);
    return { value: JSON.parse(text) };
  } catch (error) {
    tell(`${file}: ${(error as Error).message}\n`);
    return undefined;
  }
};

const write = (file: string | undefined, text: string): boolean => {
  try {
    if (file === undefined) process.stdout.write(text);
    else writeFileSync(file, text);
    return true;
  } catch (error) {
    tell(`${(error as Error).message}\n`);
    return false;
  }
};

const convert = (imported: Imported, file: string, out: string | undefined): number => {
  if (!imported.ok) {
    list(`${file} is not a JSON Resume:`, imported.faults);
    return 1;
  }
  if (!write(out, moduleText(imported.resume))) return 1;
  list(`What of ${file} has no place in the data, or is not as it was:`, imported.remarks);
  list(`What is to be put right in ${out ?? 'the module'}:`, checkResume(imported.resume));
  return 0;
};

const parse = (args: readonly string[]): { readonly file: string; readonly out: string | undefined } | undefined => {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: { out: { type: 'string' } }, allowPositionals: true });
    const [file, ...more] = positionals;
    return file === undefined || more.length > 0 ? undefined : { file, out: values.out };
  } catch {
    return undefined;
  }
};

/** Runs the command line; returns its status: 1 for a document that cannot be read, 2 for wrong usage. */
export const main = (args: readonly string[]): number => {
  const given = parse(args);
  if (!given) {
    tell(USAGE);
    return 2;
  }
  const document = read(given.file);
  return document ? convert(importResume(document.value), given.file, given.out) : 1;
};
