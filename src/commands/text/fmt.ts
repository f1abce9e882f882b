/** fmt: fills paragraphs to a width. */

import { fromBytes, toBytes } from '../../coreutils/bytes.ts';
import { defineCommand } from '../../os/command.ts';
import { CommandError } from '../../os/failure.ts';
import { openInputs } from '../../os/inputs.ts';
import { coreutils } from '../../os/operands.ts';
import { quote, quoteFile } from '../../os/quote.ts';
import { warn } from '../../os/report.ts';
import { lineBatches } from '../../os/stream.ts';
import { Formatter } from './fmt/paragraph.ts';

/** GNU's widest line. */
const MAX_WIDTH = 2500;

/** How much shorter than the width a line should be, in per cent. */
const LEEWAY = 7;

const width = (text: string, most: number): number => {
  if (!/^\d+$/.test(text)) throw new CommandError(`invalid width: ${quote(text)}`);
  if (Number(text) > most) throw new CommandError(`invalid width: ${quote(text)}: Numerical result out of range`);
  return Number(text);
};

export default defineCommand({
  name: 'fmt',
  summary: 'Fill paragraphs to a width',
  topic: 'text',
  options: {
    crown: { short: 'c', long: 'crown-margin', summary: 'keep the indentation of the first two lines' },
    goal: { short: 'g', long: 'goal', value: 'WIDTH', summary: 'lines should be this wide; 93 % of the width by default' },
    split: { short: 's', long: 'split-only', summary: 'split long lines, do not join short ones' },
    tagged: { short: 't', long: 'tagged-paragraph', summary: 'the first line is indented otherwise than the rest' },
    uniform: { short: 'u', long: 'uniform-spacing', summary: 'one space between words, two after sentences' },
    width: { short: 'w', long: 'width', value: 'WIDTH', number: true, summary: 'lines are at most this wide, 75 by default' },
  },
  dialect: coreutils,
  operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
  examples: [
    { line: 'fmt -w 40 about', shows: 'Paragraphs for a narrow page' },
    { line: 'ls jobs | fmt', shows: 'A list as a paragraph' },
  ],
  statuses: { 1: 'a file could not be read' },
  seeAlso: ['fold'],
  linkable: true,
  filter: true,
  run: async (process, { options: on, operands }) => {
    const most = on.width === undefined ? undefined : width(on.width, MAX_WIDTH);
    const goal = on.goal === undefined ? undefined : width(on.goal, most ?? 75);
    const limit = most ?? (goal === undefined ? 75 : goal + 10);
    const rules = { ...on, limit, goal: goal ?? Math.trunc((limit * (2 * (100 - LEEWAY) + 1)) / 200) };
    const inputs = openInputs(process, operands, (operand, error) => {
      const what = error.code === 'EISDIR' ? 'read error' : `cannot open ${quoteFile(operand)} for reading`;
      return warn(process, `${what}: ${error.message}`);
    });
    for await (const { reader } of inputs) {
      const formatter = new Formatter(rules);
      for await (const { lines } of lineBatches(reader)) {
        for (const line of lines) {
          await process.pace();
          formatter.add(toBytes(line));
        }
        await process.stdout.write(fromBytes(formatter.take()));
      }
      formatter.end();
      await process.stdout.write(fromBytes(formatter.take()));
    }
    return inputs.status;
  },
});
