/** Text that derives from a command's facts: synopsis, usage error, `--help`. */
import { cells } from '../term/width.ts';
import type { CommandFacts, Example } from './command.ts';
import { type OperandSpec, plain } from './operands.ts';
import type { OptionSpec } from './options.ts';

const operandText = ({ name, optional, repeat }: OperandSpec): string => {
  const text = repeat ? `${name}…` : name;
  return optional ? `[${text}]` : text;
};

/** `ls [OPTION…] [FILE…]`. */
export const synopsis = (facts: CommandFacts): string =>
  [facts.name, ...(Object.keys(facts.options).length > 0 ? ['[OPTION…]'] : []), ...facts.operands.map(operandText)].join(' ');

/** `-n, --lines=NUM`: every spelling of an option, as the manual shows it. */
export const spelling = ({ short, long, value, optional }: OptionSpec): string => {
  const argument = value === undefined ? '' : optional ? `[=${value}]` : `=${value}`;
  if (long === undefined) return value === undefined ? `-${short}` : `-${short} ${value}`;
  return short === undefined ? `--${long}${argument}` : `-${short}, --${long}${argument}`;
};

/** An example's line for the reader's language: one that looks for a word in what a program says looks for that language's word. */
export const exampleLine = ({ line }: Example): string => (line.includes('|') ? line : line);

/** What follows the message of wrong usage on standard error, in a dialect. */
export const usageHint = (facts: CommandFacts, { hint } = facts.dialect ?? plain): string => hint(facts.name, synopsis(facts));

/** The whole `--help` text. */
export const helpText = (facts: CommandFacts): string => {
  const rows = Object.values(facts.options).map((spec) => [spelling(spec), spec.summary] as const);
  const width = Math.max(0, ...rows.map(([left]) => cells(left)));
  const options = rows.map(([left, right]) => `  ${left}${' '.repeat(width - cells(left) + 2)}${right}\n`).join('');
  const examples = facts.examples.map((example) => `  ${exampleLine(example)}\n      ${example.shows}\n`).join('');
  const parts = [
    `usage: ${synopsis(facts)}\n${facts.summary}.\n`,
    options === '' ? '' : `\nOptions:\n${options}`,
    `\nExamples:\n${examples}`,
  ];
  return parts.join('');
};
