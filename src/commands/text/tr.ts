/** tr: translates, squeezes or deletes characters. */

import { fromBytes, toBytes } from '../../coreutils/bytes.ts';
import { defineCommand } from '../../os/command.ts';
import { CommandError } from '../../os/failure.ts';
import { type Arity, coreutils } from '../../os/operands.ts';
import type { OptionValues } from '../../os/options.ts';
import { expandSet, parseSet, type SetElements } from './tr/set.ts';

/** 256 entries: what becomes of each byte; -1 deletes it. */
type ByteMap = Int16Array;

/** The bytes that are not in `codes`, in order. */
const complementOf = (codes: readonly number[]): number[] => {
  const members = new Set(codes);
  return Array.from({ length: 256 }, (_, code) => code).filter((code) => !members.has(code));
};

/** The bytes of SET1, or with `complement` all others. */
const sourceBytes = (set: SetElements, complement: boolean): number[] => {
  if (set.some((element) => element.kind === 'repeat' && element.times === 0)) {
    throw new CommandError('the [c*] repeat construct may not appear in string1');
  }
  const codes = expandSet(set);
  return complement ? complementOf(codes) : codes;
};

/** Classes in SET2 only make sense for case: `[:lower:]` to `[:upper:]` and back, at the same place. */
const checkClasses = (from: SetElements, to: SetElements): void => {
  const caseClasses = (set: SetElements): string[] => {
    let at = 0;
    const places: string[] = [];
    for (const element of set) {
      if (element.kind === 'class' && (element.name === 'upper' || element.name === 'lower')) places.push(String(at));
      at += element.kind === 'repeat' ? element.times : element.codes.length;
    }
    return places;
  };
  if (to.some((element) => element.kind === 'class' && element.name !== 'upper' && element.name !== 'lower')) {
    throw new CommandError("when translating, the only character classes that may appear in\nstring2 are 'upper' and 'lower'");
  }
  const sources = new Set(caseClasses(from));
  if (caseClasses(to).some((place) => !sources.has(place))) {
    throw new CommandError('misaligned [:upper:] and/or [:lower:] construct');
  }
};

/** The bytes of SET2, its last repeated (or with `truncate` not) to the length of SET1. */
const targetBytes = (from: SetElements, to: SetElements, length: number, truncate: boolean): number[] => {
  checkClasses(from, to);
  if (to.filter((element) => element.kind === 'repeat' && element.times === 0).length > 1) {
    throw new CommandError('only one [c*] repeat construct may appear in string2');
  }
  const codes = expandSet(to, Math.max(0, length - expandSet(to).length));
  if (codes.length === 0 && !truncate && length > 0) throw new CommandError('when not truncating set1, string2 must be non-empty');
  const last = codes.at(-1);
  if (!truncate && last !== undefined) while (codes.length < length) codes.push(last);
  return codes;
};

/** A map that changes each byte of `from` into its counterpart in `to`; of a byte that comes twice the last counts. */
const translation = (from: readonly number[], to: readonly number[]): ByteMap => {
  const map = Int16Array.from({ length: 256 }, (_, code) => code);
  from.slice(0, to.length).forEach((code, i) => {
    map[code] = to[i] ?? code;
  });
  return map;
};

/** A map that deletes. */
const deletion = (codes: readonly number[]): ByteMap => {
  const map = Int16Array.from({ length: 256 }, (_, code) => code);
  for (const code of codes) map[code] = -1;
  return map;
};

/** Applies a map, then squeezes runs of the bytes in `squeezed`, across chunks. */
const createTranslator = (map: ByteMap, squeezed: ReadonlySet<number>): ((bytes: string) => string) => {
  let previous = -1;
  return (bytes) => {
    const out = new Uint8Array(bytes.length);
    let length = 0;
    for (let i = 0; i < bytes.length; i++) {
      const code = map[bytes.charCodeAt(i)] ?? -1;
      if (code < 0 || (code === previous && squeezed.has(code))) continue;
      previous = code;
      out[length++] = code;
    }
    return latin1.decode(out.subarray(0, length));
  };
};

const latin1 = {
  /** One character a byte; in slices, because arguments are bounded. */
  decode: (bytes: Uint8Array): string => {
    const parts: string[] = [];
    for (let i = 0; i < bytes.length; i += 8192) parts.push(String.fromCharCode(...bytes.subarray(i, i + 8192)));
    return parts.join('');
  },
};

const options = {
  complement: { short: 'c', long: 'complement', summary: 'use all characters that are not in SET1' },
  complementToo: { short: 'C', summary: 'as -c' },
  delete: { short: 'd', long: 'delete', summary: 'delete characters in SET1' },
  squeeze: { short: 's', long: 'squeeze-repeats', summary: 'keep one of a run of the same character of the last SET' },
  truncate: { short: 't', long: 'truncate-set1', summary: 'do not stretch SET2 to the length of SET1' },
} as const;

type Options = OptionValues<typeof options>;

const arity = (on: Options): Partial<Arity> => {
  if (!on.delete) return on.squeeze ? {} : { least: 2, tooFew: '\nTwo strings must be given when translating.' };
  if (on.squeeze) return { least: 2, tooFew: '\nTwo strings must be given when both deleting and squeezing repeats.' };
  return { most: 1, tooMany: '\nOnly one string may be given when deleting without squeezing repeats.' };
};

/** The change that options and SETs ask for. */
const translator = (on: Options, operands: readonly string[]): ((bytes: string) => string) => {
  const set1 = parseSet(operands[0] ?? '');
  const set2 = operands[1] === undefined ? undefined : parseSet(operands[1]);
  const from = sourceBytes(set1, on.complement || on.complementToo);
  if (on.delete) return createTranslator(deletion(from), new Set(on.squeeze && set2 ? expandSet(set2) : []));
  if (!set2) return createTranslator(translation([], []), new Set(from));
  const to = targetBytes(set1, set2, from.length, on.truncate);
  if ((on.complement || on.complementToo) && set1.some(({ kind }) => kind === 'class') && new Set(to).size > 1) {
    throw new CommandError('when translating with complemented character classes,\nstring2 must map all characters in the domain to one');
  }
  return createTranslator(translation(from, to), new Set(on.squeeze ? to : []));
};

export default defineCommand({
  name: 'tr',
  summary: 'Translate, squeeze or delete characters',
  topic: 'text',
  options,
  dialect: coreutils,
  operands: [
    { name: 'SET1', kind: 'text' },
    { name: 'SET2', kind: 'text', optional: true },
  ],
  arity: ({ options: on }) => arity(on),
  description: [
    'Reads the standard input only. SETs are strings of characters; understood are ranges (a-z), classes ([:alpha:] [:upper:] [:digit:] [:space:] and so on), repeats ([c*n]), and escapes (\\n \\t \\\\ \\NNN).',
    'As in GNU’s tr, what is translated are bytes.',
  ],
  examples: [
    { line: "cat about | tr '[:lower:]' '[:upper:]'", shows: 'The same, louder' },
    { line: "cat about | tr -cs '[:alpha:]' '\\n' | head -n 5", shows: 'One word a line' },
    { line: 'echo 3 a.m. | tr -d .', shows: 'Without the dots' },
  ],
  seeAlso: ['sed'],
  run: async (process, { options: on, operands }) => {
    const change = translator(on, operands);
    for (let chunk = await process.stdin.read(); chunk !== null; chunk = await process.stdin.read()) {
      await process.stdout.write(fromBytes(change(toBytes(chunk))));
    }
  },
});
