/** nl: numbers lines. */

import { parseWhole } from '../../coreutils/text/count.ts';
import { eachBatch, mapLines } from '../../coreutils/text/lines.ts';
import { defineCommand } from '../../os/command.ts';
import { createNumberer, parseFormat, parseStyle } from './nl/number.ts';

export default defineCommand({
  name: 'nl',
  summary: 'Number lines',
  topic: 'text',
  options: {
    body: { short: 'b', long: 'body-numbering', value: 'STYLE', summary: 'number a (all), t (non-empty), n (no) or pBRE (matching) lines' },
    delimiter: { short: 'd', long: 'section-delimiter', value: 'CC', summary: 'use CC instead of \\: to part sections' },
    footer: { short: 'f', long: 'footer-numbering', value: 'STYLE', summary: 'as -b, for footers' },
    header: { short: 'h', long: 'header-numbering', value: 'STYLE', summary: 'as -b, for headers' },
    increment: { short: 'i', long: 'line-increment', value: 'NUM', summary: 'add NUM for each line' },
    blanks: { short: 'l', long: 'join-blank-lines', value: 'NUM', summary: 'count NUM empty lines together as one' },
    format: { short: 'n', long: 'number-format', value: 'FORMAT', summary: 'set numbers ln (left), rn (right) or rz (right, with zeros)' },
    noRenumber: { short: 'p', long: 'no-renumber', summary: 'do not start again at each section' },
    separator: { short: 's', long: 'number-separator', value: 'STRING', summary: 'put STRING after numbers instead of a tab' },
    start: { short: 'v', long: 'starting-line-number', value: 'NUM', summary: 'begin with NUM' },
    width: { short: 'w', long: 'number-width', value: 'NUM', summary: 'use NUM columns for numbers' },
  },
  operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
  examples: [
    { line: 'ls jobs | nl', shows: 'A numbered list' },
    { line: "nl -b a -w 3 -s ': ' about", shows: 'Every line, with narrow numbers' },
  ],
  statuses: { 1: 'a file could not be read' },
  seeAlso: ['cat', 'wc'],
  run: (process, { options: on, operands }) => {
    const { name } = process;
    const delimiter = on.delimiter ?? '\\:';
    const number = createNumberer({
      styles: {
        body: parseStyle(name, 'body', on.body ?? 't'),
        header: parseStyle(name, 'header', on.header ?? 'n'),
        footer: parseStyle(name, 'footer', on.footer ?? 'n'),
      },
      delimiter: delimiter.length === 1 ? `${delimiter}:` : delimiter,
      first: parseWhole(on.start ?? '1', -Number.MAX_SAFE_INTEGER, 'invalid starting line number'),
      increment: parseWhole(on.increment ?? '1', -Number.MAX_SAFE_INTEGER, 'invalid line number increment'),
      format: parseFormat(name, on.format ?? 'rn'),
      width: parseWhole(on.width ?? '6', 1, 'invalid line number field width'),
      separator: on.separator ?? '\t',
      blanks: parseWhole(on.blanks ?? '1', 1, 'invalid line number of blank lines'),
      renumber: !on.noRenumber,
    });
    return eachBatch(process, operands, async ({ lines }) => {
      const numbered = await mapLines(process, lines, number);
      await process.stdout.write(numbered.map((line) => `${line}\n`).join(''));
    });
  },
});
