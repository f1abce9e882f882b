/** tr: translates, squeezes or deletes characters. */

import { fromBytes, toBytes } from '../../coreutils/text/bytes.ts';
import { misuse } from '../../coreutils/text/misuse.ts';
import { quote } from '../../coreutils/text/quote.ts';
import { defineCommand } from '../../os/command.ts';
import { CommandError } from '../../os/failure.ts';
import type { OptionValues } from '../../os/options.ts';
import { expandSet, parseSet } from './tr/set.ts';
import { createTranslator, deletion, sourceBytes, targetBytes, translation } from './tr/translate.ts';

const options = {
  complement: { short: 'c', long: 'complement', summary: 'use all characters that are not in SET1' },
  complementToo: { short: 'C', summary: 'as -c' },
  delete: { short: 'd', long: 'delete', summary: 'delete characters in SET1' },
  squeeze: { short: 's', long: 'squeeze-repeats', summary: 'keep one of a run of the same character of the last SET' },
  truncate: { short: 't', long: 'truncate-set1', summary: 'do not stretch SET2 to the length of SET1' },
} as const;

type Options = OptionValues<typeof options>;

const checkOperands = (name: string, on: Options, operands: readonly string[]): void => {
  const most = on.delete && !on.squeeze ? 1 : 2;
  const least = on.delete === on.squeeze ? 2 : 1;
  const [first] = operands;
  if (first === undefined) throw misuse(name, 'missing operand');
  if (operands.length < least) {
    const why = on.delete
      ? 'Two strings must be given when both deleting and squeezing repeats.'
      : 'Two strings must be given when translating.';
    throw misuse(name, `missing operand after ${quote(first)}\n${why}`);
  }
  const extra = operands[most];
  if (extra === undefined) return;
  const why = most === 1 && operands.length === 2 ? '\nOnly one string may be given when deleting without squeezing repeats.' : '';
  throw misuse(name, `extra operand ${quote(extra)}${why}`);
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
  operands: [
    { name: 'SET1', kind: 'text' },
    { name: 'SET2', kind: 'text', optional: true },
  ],
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
    checkOperands(process.name, on, operands);
    const change = translator(on, operands);
    for (let chunk = await process.stdin.read(); chunk !== null; chunk = await process.stdin.read()) {
      await process.stdout.write(fromBytes(change(toBytes(chunk))));
    }
  },
});
