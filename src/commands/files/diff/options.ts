/** What diff's options ask for. */
import { UsageError } from '../../../os/failure.ts';
import type { OptionValues } from '../../../os/options.ts';
import type { Leniency } from './compare.ts';
import type { SideRules } from './formats.ts';

/** The option table. */
export const options = {
  text: { short: 'a', long: 'text', summary: 'take every file as text' },
  blanks: { short: 'b', long: 'ignore-space-change', summary: 'overlook how many blanks there are' },
  blankLines: { short: 'B', long: 'ignore-blank-lines', summary: 'overlook changes of empty lines only' },
  context: { short: 'c', summary: 'print in context format' },
  contextLines: { short: 'C', long: 'context', value: 'NUM', summary: 'print in context format with NUM lines of context' },
  minimal: { short: 'd', long: 'minimal', summary: 'look for the shortest answer, as happens anyway' },
  ed: { short: 'e', long: 'ed', summary: 'print a script of ed that makes FILE2 of FILE1' },
  tabs: { short: 'E', long: 'ignore-tab-expansion', summary: 'overlook whether blanks are tabs' },
  caseless: { short: 'i', long: 'ignore-case', summary: 'overlook upper and lower case' },
  label: { short: 'L', long: 'label', value: 'LABEL', repeat: true, summary: 'print LABEL instead of a file’s name and time' },
  absent: { short: 'N', long: 'new-file', summary: 'take a file that is not there as empty' },
  normal: { long: 'normal', summary: 'print in normal format, which is the default' },
  function: { short: 'p', long: 'show-c-function', summary: 'print in context format' },
  brief: { short: 'q', long: 'brief', summary: 'say only whether files differ' },
  recursive: { short: 'r', long: 'recursive', summary: 'compare directories within directories' },
  identical: { short: 's', long: 'report-identical-files', summary: 'say when files are the same' },
  unified: { short: 'u', summary: 'print in unified format' },
  unifiedLines: { short: 'U', long: 'unified', value: 'NUM', summary: 'print in unified format with NUM lines of context' },
  allBlanks: { short: 'w', long: 'ignore-all-space', summary: 'overlook all blanks' },
  exclude: { short: 'x', long: 'exclude', value: 'PATTERN', repeat: true, summary: 'pass over names that match PATTERN' },
  width: { short: 'W', long: 'width', value: 'NUM', summary: 'with -y, print NUM columns at most instead of 130' },
  side: { short: 'y', long: 'side-by-side', summary: 'print in two columns' },
  leftColumn: { long: 'left-column', summary: 'with -y, print common lines on the left only' },
  suppress: { long: 'suppress-common-lines', summary: 'with -y, leave common lines out' },
  trailing: { short: 'Z', long: 'ignore-trailing-space', summary: 'overlook blanks at the ends of lines' },
  colour: {
    long: 'color',
    value: 'WHEN',
    optional: true,
    kind: ['always', 'auto', 'never'],
    summary: 'colour the lines, on a terminal: auto or never',
  },
} as const;

type Options = OptionValues<typeof options>;

/** How to compare, and how to print. */
export interface DiffRules extends Leniency {
  readonly format: 'normal' | 'ed' | 'unified' | 'context' | 'brief' | 'side';
  readonly contextLines: number;
  readonly side: SideRules;
  readonly blankLines: boolean;
  readonly absent: boolean;
  readonly recursive: boolean;
  readonly identical: boolean;
  readonly text: boolean;
  readonly exclude: readonly string[];
  readonly labels: readonly string[];
  readonly coloured: boolean;
}

/** Lines of context where nothing else is asked for. */
const CONTEXT = 3;
/** Columns of `-y` where there is no terminal. */
const WIDTH = 130;

const linesOf = (text: string | undefined): number => {
  if (text === undefined) return CONTEXT;
  if (!/^\d+$/.test(text)) throw new UsageError(`invalid context length '${text}'`);
  return Number(text);
};

const formatOf = (on: Options): DiffRules['format'] => {
  const unified = on.unified || on.unifiedLines !== undefined;
  const context = on.context || on.function || on.contextLines !== undefined;
  if ([unified, context && !(on.function && unified), on.normal, on.side, on.ed].filter(Boolean).length > 1)
    throw new UsageError('conflicting output style options');
  if (on.brief) return 'brief';
  if (on.side) return 'side';
  if (on.ed) return 'ed';
  return unified ? 'unified' : context ? 'context' : 'normal';
};

/** The width of `-y`: what it asks for, else that of a terminal or of a wide printer. */
const widthOf = (text: string | undefined, columns: number | undefined): number => {
  if (text === undefined) return columns ?? WIDTH;
  if (!/^[1-9]\d*$/.test(text)) throw new UsageError(`invalid width '${text}'`);
  return Number(text);
};

/** Reads the options; `columns` is the terminal's width, where there is one. */
export const readRules = (on: Options, columns: number | undefined): DiffRules => ({
  format: formatOf(on),
  contextLines: linesOf(on.unifiedLines ?? on.contextLines),
  side: { width: widthOf(on.width, columns), suppressCommon: on.suppress, leftColumn: on.leftColumn },
  blankLines: on.blankLines,
  absent: on.absent,
  recursive: on.recursive,
  identical: on.identical,
  text: on.text,
  exclude: on.exclude,
  labels: on.label,
  coloured: on.colour !== 'never',
  caseless: on.caseless,
  blanks: on.allBlanks ? 'all' : on.blanks || on.tabs ? 'amount' : on.trailing ? 'trailing' : 'none',
});
