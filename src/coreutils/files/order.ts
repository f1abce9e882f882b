/** The orders in which ls and tree list files. */
import type { Named } from './operand.ts';
import { sizeOf } from './status.ts';

/** What decides the order; `none` leaves it as it is. */
export type Order = 'name' | 'time' | 'size' | 'extension' | 'version' | 'none';

type Compare = (a: Named, b: Named) => number;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byName: Compare = (a, b) => byText(a.name, b.name);

const extension = (name: string): string => (name.lastIndexOf('.') < 0 ? '' : name.slice(name.lastIndexOf('.')));

/** Names with the numbers in them compared by value, as filevercmp does for names without letters after a dot. */
const byVersion = (a: string, b: string): number => {
  const [left, right] = [a, b].map((name) => name.match(/\d+|\D+/g) ?? []);
  for (let i = 0; i < Math.min(left?.length ?? 0, right?.length ?? 0); i++) {
    const [one = '', other = ''] = [left?.[i], right?.[i]];
    const numbers = /^\d/.test(one) && /^\d/.test(other);
    const difference = numbers ? Number(BigInt(one) - BigInt(other)) : byText(one, other);
    if (difference !== 0) return difference;
  }
  return (left?.length ?? 0) - (right?.length ?? 0);
};

const compares: Readonly<Record<Exclude<Order, 'none'>, Compare>> = {
  name: byName,
  time: (a, b) => b.inode.mtime - a.inode.mtime || byName(a, b),
  size: (a, b) => sizeOf(b.inode) - sizeOf(a.inode) || byName(a, b),
  extension: (a, b) => byText(extension(a.name), extension(b.name)) || byName(a, b),
  version: (a, b) => byVersion(a.name, b.name) || byName(a, b),
};

/** The files in an order; directories before all others where that is wanted. */
export const sortFiles = (files: readonly Named[], order: Order, reverse: boolean, directoriesFirst: boolean): readonly Named[] => {
  const ordered = order === 'none' ? [...files] : [...files].sort(compares[order]);
  if (reverse) ordered.reverse();
  if (!directoriesFirst) return ordered;
  const isDirectory = ({ inode }: Named): boolean => inode.kind === 'directory';
  return [...ordered.filter(isDirectory), ...ordered.filter((file) => !isDirectory(file))];
};
