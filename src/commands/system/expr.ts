/** expr: evaluates an expression. */

import { Expression, isNull } from '../../languages/expr.ts';
import { defineCommand } from '../../os/command.ts';
import { coreutils } from '../../os/operands.ts';
import { FAILURE, SUCCESS, USAGE } from '../../os/status.ts';

export default defineCommand({
  name: 'expr',
  summary: 'Evaluate an expression',
  topic: 'system',
  options: {},
  dialect: { ...coreutils, status: USAGE },
  operands: [{ name: 'EXPRESSION', kind: 'text', repeat: true }],
  rawArguments: true,
  rewrite: (args) => (args[0] === '--' ? args.slice(1) : args),
  description: [
    'Each part is an argument of its own. From loose to tight: A | B (A unless it is empty or 0), A & B, comparisons (< <= = != >= >), + and -, * / and %, TEXT : REGEX (the group \\(…\\), or how much matches from the start), ( ).',
    'Also: length TEXT, substr TEXT POSITION LENGTH, index TEXT CHARACTERS, match TEXT REGEX, + WORD for a word that is none of these. Numbers may be of any size.',
  ],
  examples: [
    { line: 'expr 2026 - 2017', shows: 'Years' },
    { line: "expr directory/name : '.*/\\(.*\\)'", shows: 'What follows the last slash' },
  ],
  statuses: { 1: 'the value is empty or 0', 2: 'it is not an expression' },
  seeAlso: ['test', 'printf'],
  run: async (process, { operands: words }) => {
    const value = new Expression(words).value();
    await process.stdout.write(`${value}\n`);
    return isNull(value) ? FAILURE : SUCCESS;
  },
});
