/** What tr does to bytes, made from its SETs. */
import { CommandError } from '../../../os/failure.ts';
import { expandSet, type SetElements } from './set.ts';

/** 256 entries: what becomes of each byte; -1 deletes it. */
export type ByteMap = Int16Array;

/** The bytes that are not in `codes`, in order. */
const complementOf = (codes: readonly number[]): number[] => {
  const members = new Set(codes);
  return Array.from({ length: 256 }, (_, code) => code).filter((code) => !members.has(code));
};

/** The bytes of SET1, or with `complement` all others. */
export const sourceBytes = (set: SetElements, complement: boolean): number[] => {
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
export const targetBytes = (from: SetElements, to: SetElements, length: number, truncate: boolean): number[] => {
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
export const translation = (from: readonly number[], to: readonly number[]): ByteMap => {
  const map = Int16Array.from({ length: 256 }, (_, code) => code);
  from.slice(0, to.length).forEach((code, i) => {
    map[code] = to[i] ?? code;
  });
  return map;
};

/** A map that deletes. */
export const deletion = (codes: readonly number[]): ByteMap => {
  const map = Int16Array.from({ length: 256 }, (_, code) => code);
  for (const code of codes) map[code] = -1;
  return map;
};

/** Applies a map, then squeezes runs of the bytes in `squeezed`, across chunks. */
export const createTranslator = (map: ByteMap, squeezed: ReadonlySet<number>): ((bytes: string) => string) => {
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
