/** The formats of find's `-printf` and `-ls`. */

import { linksOf, sizeOf, spaceOf } from '../../coreutils/files.ts';
import { type Owner, ownerOf } from '../../coreutils/identity.ts';
import { modeText } from '../../coreutils/mode.ts';
import { formatInteger, formatText, type Layout, layoutOf, parseFormat } from '../../coreutils/printf/format.ts';
import { DAY, type DateTime, toDateTime, type Zone, zoneOf } from '../../coreutils/time/calendar.ts';
import { strftime } from '../../coreutils/time/strftime.ts';
import type { Process } from '../../os/process.ts';
import type { Found } from './search.ts';

/** A file set by a format. */
export type Formatter = (file: Found) => string;

interface Surroundings {
  readonly owner: Owner;
  readonly zone: Zone;
}

const letters = { file: 'f', directory: 'd', device: 'c' } as const;

/** What is above the last component. */
const parentOf = (name: string): string => {
  const trimmed = name.replace(/(?<=.)\/+$/, '');
  const slash = trimmed.lastIndexOf('/');
  return slash < 0 ? '.' : trimmed.slice(0, slash);
};

const belowStart = ({ name, start, depth }: Found): string => (depth === 0 ? '' : name.slice(start.length).replace(/^\/+/, ''));

type Field = (file: Found, around: Surroundings) => string | number;

const fields = new Map<string, Field>([
  ['b', ({ inode }) => spaceOf(inode) / 512],
  ['d', ({ depth }) => depth],
  ['D', () => 1],
  ['f', ({ name }) => /[^/]+\/*$/.exec(name)?.[0] ?? name],
  ['F', () => 'cvsh'],
  ['g', (_, { owner }) => owner.name],
  ['G', (_, { owner }) => owner.id],
  ['h', ({ name }) => parentOf(name)],
  ['H', ({ start }) => start],
  ['i', ({ inode }) => inode.ino],
  ['k', ({ inode }) => spaceOf(inode) / 1024],
  ['l', () => ''],
  ['m', ({ inode }) => inode.mode.toString(8)],
  ['M', ({ inode }) => modeText(inode)],
  ['n', ({ inode }) => linksOf(inode)],
  ['p', ({ name }) => name],
  ['P', belowStart],
  ['s', ({ inode }) => sizeOf(inode)],
  ['u', (_, { owner }) => owner.name],
  ['U', (_, { owner }) => owner.id],
  ['y', ({ inode }) => letters[inode.kind]],
  ['Y', ({ inode }) => letters[inode.kind]],
]);

/** Seconds with ten decimals, as find prints them. */
const fraction = (time: DateTime): string => `.${String(time.millisecond).padStart(3, '0')}0000000`;

const timeText = (letter: string, time: DateTime): string => {
  if (letter === '@') return strftime('%s', time) + fraction(time);
  if (letter === '+') return strftime('%F+%T', time) + fraction(time);
  if (letter === 'T' || letter === 'X' || letter === 'S') return strftime(`%${letter}`, time) + fraction(time);
  return strftime(`%${letter}`, time);
};

const plainTime = (time: DateTime): string => `${strftime('%a %b %e %H:%M:%S', time)}${fraction(time)} ${time.year}`;

const laidOut = (value: string | number, layout: Layout): string =>
  typeof value === 'number' ? formatInteger(BigInt(value), 'd', layout) : formatText(value, layout);

const escapes = new Map([
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ['\\', '\\'],
]);

const unescaped = (text: string): string =>
  text.replace(/\\([0-7]{1,3}|.)/gs, (source, code: string) =>
    /^\d/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes.get(code) ?? source),
  );

/** One directive, after which `rest` may begin with the letter of a time. Answers the writer and the letters it took of `rest`. */
const compileDirective = (
  conversion: string,
  layout: Layout,
  source: string,
  rest: string,
  around: Surroundings,
): readonly [Formatter, number] => {
  const field = fields.get(conversion);
  if (field) return [(file) => laidOut(field(file, around), layout), 0];
  const time = (file: Found): DateTime | undefined => toDateTime(file.inode.mtime, around.zone);
  const show = (file: Found, text: (at: DateTime) => string): string => {
    const at = time(file);
    return laidOut(at ? text(at) : '', layout);
  };
  if ('act'.includes(conversion) && conversion !== '') return [(file) => show(file, plainTime), 0];
  const letter = rest.charAt(0);
  if ('ACT'.includes(conversion) && conversion !== '' && letter !== '') return [(file) => show(file, (at) => timeText(letter, at)), 1];
  return [() => source, 0];
};

const fixed = (size: number | '*' | undefined): number | undefined => (size === '*' ? undefined : size);

/** Compiles the format of `-printf`. */
export const compilePrintf = (process: Process, format: string): Formatter => {
  const around = { owner: ownerOf(process.fs), zone: zoneOf(process) };
  const writers: Formatter[] = [];
  // What follows a `\c` is never printed.
  const end = /(?<!\\)(?:\\\\)*\\c/.exec(format);
  const parts = parseFormat(end ? format.slice(0, end.index + end[0].length - 2) : format, false);
  let taken = 0;
  parts.forEach((part, index) => {
    if (typeof part === 'string') {
      const text = unescaped(part.slice(taken));
      taken = 0;
      writers.push(() => text);
      return;
    }
    const next = parts[index + 1];
    const layout = layoutOf(part, fixed(part.width) ?? 0, fixed(part.precision));
    const [writer, length] = compileDirective(part.conversion, layout, part.source, typeof next === 'string' ? next : '', around);
    taken = length;
    writers.push(writer);
  });
  return (file) => writers.map((write) => write(file)).join('');
};

/** Half a year: older times show the year. */
const RECENT = (365.2425 * DAY) / 2;

/** The line of `-ls`. */
export const listing = (process: Process): Formatter => {
  const { name: owner } = ownerOf(process.fs);
  const zone = zoneOf(process);
  return ({ name, inode }) => {
    const time = toDateTime(inode.mtime, zone);
    const recent = process.host.now() - inode.mtime < RECENT;
    const shown = time ? strftime(recent ? '%b %e %H:%M' : '%b %e  %Y', time) : '';
    const [number, space] = [String(inode.ino).padStart(9), String(spaceOf(inode) / 1024).padStart(6)];
    const who = `${owner.padEnd(8)} ${owner.padEnd(8)}`;
    return `${number} ${space} ${modeText(inode)} ${String(linksOf(inode)).padStart(3)} ${who} ${String(sizeOf(inode)).padStart(8)} ${shown} ${name}\n`;
  };
};
