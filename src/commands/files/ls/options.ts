/** What ls's options ask for, after GNU's rules of which option overrides which. */
import type { Order } from '../../../coreutils/files.ts';
import { CommandError, UsageError } from '../../../os/failure.ts';
import type { OptionValues } from '../../../os/options.ts';
import { quote } from '../../../os/quote.ts';
import { USAGE } from '../../../os/status.ts';

/** The option table; see ListingRules for what comes of it. */
export const options = {
  all: { short: 'a', long: 'all', summary: 'show names that begin with a dot, too' },
  almostAll: { short: 'A', long: 'almost-all', summary: 'as -a, without . and ..' },
  changeTime: { short: 'c', summary: 'with -l show, and without it sort by, the time of change' },
  columns: { short: 'C', summary: 'print in columns, downwards' },
  colour: {
    long: 'color',
    value: 'WHEN',
    optional: true,
    kind: ['always', 'auto', 'never'],
    summary: 'colour the names, on a terminal: auto or never',
  },
  directory: { short: 'd', long: 'directory', summary: 'show directories themselves, not what they hold' },
  unsorted: { short: 'f', summary: 'as -aU' },
  classify: { short: 'F', long: 'classify', summary: 'add / to directories and * to programs' },
  fullTime: { long: 'full-time', summary: 'as -l --time-style=full-iso' },
  noOwner: { short: 'g', summary: 'as -l, without the owner' },
  directoriesFirst: { long: 'group-directories-first', summary: 'show directories before files' },
  noGroup: { short: 'G', long: 'no-group', summary: 'with -l, leave the group out' },
  human: { short: 'h', long: 'human-readable', summary: 'show sizes as 1.2K or 3M' },
  si: { long: 'si', summary: 'as -h, by powers of 1000' },
  inode: { short: 'i', long: 'inode', summary: 'show each file’s number' },
  ignore: { short: 'I', long: 'ignore', value: 'PATTERN', repeat: true, summary: 'pass over names that match PATTERN' },
  hide: { long: 'hide', value: 'PATTERN', repeat: true, summary: 'as -I, unless -a or -A is given' },
  kibibytes: { short: 'k', long: 'kibibytes', summary: 'count space in 1024-byte blocks, as it is anyway' },
  long: { short: 'l', summary: 'show mode, links, owner, group, size and time' },
  dereference: { short: 'L', long: 'dereference', summary: 'follow links, of which there are none' },
  commas: { short: 'm', summary: 'print names separated by commas' },
  numeric: { short: 'n', long: 'numeric-uid-gid', summary: 'as -l, with owner and group as numbers' },
  literal: { short: 'N', long: 'literal', summary: 'print names without quotes' },
  ownerOnly: { short: 'o', summary: 'as -l, without the group' },
  slash: { short: 'p', summary: 'add / to directories' },
  hideControl: { short: 'q', long: 'hide-control-chars', summary: 'print ? for what cannot be printed' },
  quoted: { short: 'Q', long: 'quote-name', summary: 'print names in double quotes' },
  reverse: { short: 'r', long: 'reverse', summary: 'reverse the order' },
  recursive: { short: 'R', long: 'recursive', summary: 'show directories within directories' },
  space: { short: 's', long: 'size', summary: 'show the space that each file takes' },
  bySize: { short: 'S', summary: 'sort by size, largest first' },
  sort: {
    long: 'sort',
    value: 'WORD',
    kind: ['none', 'name', 'size', 'time', 'version', 'extension'],
    summary: 'sort by WORD instead of the name',
  },
  tabSize: { short: 'T', long: 'tabsize', value: 'COLS', summary: 'take tabs to be COLS wide instead of 8; 0 uses none' },
  time: { long: 'time', value: 'WORD', summary: 'the time to show; all are that of the last change' },
  timeStyle: {
    long: 'time-style',
    value: 'STYLE',
    kind: ['locale', 'iso', 'long-iso', 'full-iso', '+FORMAT'],
    summary: 'show times by STYLE, or by +FORMAT as date does',
  },
  byTime: { short: 't', summary: 'sort by time, newest first' },
  accessTime: { short: 'u', summary: 'as -c' },
  directoryOrder: { short: 'U', summary: 'do not sort' },
  byVersion: { short: 'v', summary: 'sort numbers within names by value' },
  width: { short: 'w', long: 'width', value: 'COLS', summary: 'take the line to be COLS wide; 0 is without end' },
  across: { short: 'x', summary: 'print in columns, from left to right' },
  byExtension: { short: 'X', summary: 'sort by what follows the last dot' },
  single: { short: '1', summary: 'print one name a line' },
  zero: { long: 'zero', summary: 'end each name with NUL' },
} as const;

type Options = OptionValues<typeof options>;
type Key = keyof typeof options;

export type Format = 'long' | 'columns' | 'across' | 'commas' | 'single';

/** How to list. */
export interface ListingRules {
  readonly format: Format;
  /** Absent: as the directory has it. */
  readonly order: Order | undefined;
  readonly hidden: 'none' | 'almost' | 'all';
  readonly on: Options;
  readonly width: number;
  /** Columns of a tab between columns; 0 for blanks only. */
  readonly tab: number;
  readonly timeStyle: string;
}

const formats = new Map<Key, Format>([
  ['long', 'long'],
  ['noOwner', 'long'],
  ['ownerOnly', 'long'],
  ['numeric', 'long'],
  ['fullTime', 'long'],
  ['columns', 'columns'],
  ['across', 'across'],
  ['commas', 'commas'],
]);

const orders = new Map<Key, Order>([
  ['byTime', 'time'],
  ['bySize', 'size'],
  ['byExtension', 'extension'],
  ['byVersion', 'version'],
  ['directoryOrder', 'none'],
  ['unsorted', 'none'],
]);

const sortWords = new Map<string, Order>([
  ['none', 'none'],
  ['name', 'name'],
  ['size', 'size'],
  ['time', 'time'],
  ['version', 'version'],
  ['extension', 'extension'],
]);

const formatOf = (order: readonly Key[], isTty: boolean): Format => {
  const last = order.findLast((key) => formats.has(key));
  // -1 gives way to a long format wherever it stands.
  if (last && formats.get(last) === 'long') return 'long';
  const single = order.lastIndexOf('single') > (last ? order.lastIndexOf(last) : -1) || order.includes('zero');
  if (single) return 'single';
  return (last && formats.get(last)) ?? (isTty ? 'columns' : 'single');
};

const orderOf = (order: readonly Key[], on: Options, format: Format): Order | undefined => {
  const last = order.findLast((key) => orders.has(key) || key === 'sort');
  if (last === undefined) return (on.changeTime || on.accessTime) && format !== 'long' ? 'time' : undefined;
  if (last !== 'sort') return orders.get(last);
  const word = sortWords.get(on.sort ?? '');
  if (!word) throw new UsageError(`invalid argument ${quote(on.sort ?? '')} for ${quote('--sort')}`);
  return word;
};

const hiddenOf = (order: readonly Key[]): ListingRules['hidden'] => {
  const last = order.findLast((key) => key === 'all' || key === 'almostAll' || key === 'unsorted');
  return last === undefined ? 'none' : last === 'almostAll' ? 'almost' : 'all';
};

const sizeOf = (text: string, what: string): number => {
  if (!/^\d+$/.test(text)) throw new CommandError(`invalid ${what}: ${quote(text)}`, USAGE);
  return Number(text);
};

const widthOf = (text: string | undefined, columns: number): number =>
  text === undefined ? columns : sizeOf(text, 'line width') || Number.MAX_SAFE_INTEGER;

const timeStyles = new Set(['locale', 'iso', 'long-iso', 'full-iso']);

const timeStyleOf = (order: readonly Key[], { timeStyle }: Options): string => {
  if (order.lastIndexOf('fullTime') > order.lastIndexOf('timeStyle')) return 'full-iso';
  const style = (timeStyle ?? 'locale').replace(/^posix-/, '');
  if (!style.startsWith('+') && !timeStyles.has(style))
    throw new CommandError(`invalid argument ${quote(style)} for ${quote('time style')}`, USAGE);
  return style;
};

/** Reads the options; `columns` is the terminal's width. */
export const readRules = (on: Options, order: readonly Key[], isTty: boolean, columns: number): ListingRules => {
  const format = formatOf(order, isTty);
  return {
    format,
    order: orderOf(order, on, format),
    hidden: hiddenOf(order),
    on,
    width: widthOf(on.width, columns),
    tab: isTty || on.width === '0' ? 0 : sizeOf(on.tabSize ?? '8', 'tab size'),
    timeStyle: timeStyleOf(order, on),
  };
};
