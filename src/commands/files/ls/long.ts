/** The long format of ls, and the columns that other formats share with it: number and space. */

import { humanSize } from '../../../coreutils/files/human.ts';
import { modeText } from '../../../coreutils/files/mode.ts';
import type { Named } from '../../../coreutils/files/operand.ts';
import { ownerOf } from '../../../coreutils/files/owner.ts';
import { linksOf, sizeOf, spaceOf } from '../../../coreutils/files/status.ts';
import { DAY, toDateTime } from '../../../coreutils/time/calendar.ts';
import { strftime } from '../../../coreutils/time/strftime.ts';
import { zoneOf } from '../../../coreutils/time/zone.ts';
import type { Process } from '../../../os/process.ts';
import type { Line } from '../../../term/style.ts';
import { namePieces } from './name.ts';
import type { Settings } from './settings.ts';

/** Half a Gregorian year: older times show the year. */
const RECENT = (365.2425 * DAY) / 2;

const timeFormats = new Map([
  ['locale', ['%b %e %H:%M', '%b %e  %Y']],
  ['iso', ['%m-%d %H:%M', '%Y-%m-%d ']],
  ['long-iso', ['%Y-%m-%d %H:%M', '%Y-%m-%d %H:%M']],
  ['full-iso', ['%Y-%m-%d %H:%M:%S.%N %z', '%Y-%m-%d %H:%M:%S.%N %z']],
]);

/** Formats for recent times and for others; a `+FORMAT` of two lines has the others first. */
const formatsOf = (style: string): readonly string[] => {
  if (!style.startsWith('+')) return timeFormats.get(style) ?? [];
  const [old = '', recent = old] = style.slice(1).split('\n');
  return [recent, old];
};

const timeWriter = (process: Process, { timeStyle }: Settings): ((mtime: number) => string) => {
  const zone = zoneOf(process);
  const now = process.host.now();
  const [recent = '', old = ''] = formatsOf(timeStyle);
  return (mtime) => {
    const time = toDateTime(mtime, zone);
    return time ? strftime(mtime <= now && mtime > now - RECENT ? recent : old, time) : String(mtime);
  };
};

const size = (bytes: number, { on }: Settings, plainText: string): string =>
  on.human || on.si ? humanSize(bytes, on.si ? 1000 : 1024) : plainText;

const spaceText = ({ inode }: Named, settings: Settings): string => size(spaceOf(inode), settings, String(spaceOf(inode) / 1024));

/** The line above a long listing or one with space. */
export const totalLine = (files: readonly Named[], settings: Settings): string => {
  const bytes = files.reduce((sum, { inode }) => sum + spaceOf(inode), 0);
  return `total ${size(bytes, settings, String(bytes / 1024))}`;
};

type Column = { readonly left?: boolean; readonly cells: readonly string[] };

const joined = (columns: readonly Column[], row: number): string =>
  columns
    .map(({ left, cells }) => {
      const width = cells.reduce((widest, cell) => Math.max(widest, cell.length), 0);
      const cell = cells[row] ?? '';
      return `${left ? cell.padEnd(width) : cell.padStart(width)} `;
    })
    .join('');

/** Number and space, as far as they are asked for. */
const leadColumns = (files: readonly Named[], settings: Settings): readonly Column[] => [
  ...(settings.on.inode ? [{ cells: files.map(({ inode }) => String(inode.ino)) }] : []),
  ...(settings.on.space ? [{ cells: files.map((file) => spaceText(file, settings)) }] : []),
];

const longColumns = (process: Process, files: readonly Named[], settings: Settings): readonly Column[] => {
  const { on } = settings;
  const owner = ownerOf(process.fs);
  const who = on.numeric ? String(owner.id) : owner.name;
  const time = timeWriter(process, settings);
  const same = { left: true, cells: files.map(() => who) };
  return [
    { cells: files.map(({ inode }) => modeText(inode)) },
    { cells: files.map(({ inode }) => String(linksOf(inode))) },
    ...(on.noOwner ? [] : [same]),
    ...(on.ownerOnly || on.noGroup ? [] : [same]),
    { cells: files.map(({ inode }) => size(sizeOf(inode), settings, String(sizeOf(inode)))) },
    { left: true, cells: files.map(({ inode }) => time(inode.mtime)) },
  ];
};

/** A line for each file: what comes before the name, and the name. */
export const describedLines = (process: Process, files: readonly Named[], settings: Settings): readonly Line[] => {
  const long = settings.format === 'long';
  const columns = [...leadColumns(files, settings), ...(long ? longColumns(process, files, settings) : [])];
  return files.map((file, row) => {
    const lead = joined(columns, row);
    const name = namePieces(process, file, settings);
    return lead === '' ? name : [{ text: lead }, ...name];
  });
};
