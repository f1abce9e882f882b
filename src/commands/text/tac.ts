/** tac: prints files with their lines in reverse order. */

import { splitHeld } from '../../coreutils/lines.ts';
import { defineCommand } from '../../os/command.ts';
import { openInputs } from '../../os/inputs.ts';
import { coreutils } from '../../os/operands.ts';
import { quoteFile, quoteSubject } from '../../os/quote.ts';
import { warn } from '../../os/report.ts';
import { createBatcher, readAll } from '../../os/stream.ts';
import { compileRegex } from '../../pattern/regex.ts';

/** GNU's tac has Emacs' expressions: + and ? repeat, and what groups has a backslash before it. */
const asExtended = (expression: string): string =>
  expression.replace(/\\[\s\S]|[(){}|]/g, (part) => (/^\\[()|]$/.test(part) ? part.slice(1) : part.length === 1 ? `\\${part}` : part));

/** The records between matches of an expression; as GNU's does, it is matched from the end, a shortest match at a time. */
const matchedRecords = (text: string, expression: string, before: boolean): string[] => {
  const regex = compileRegex(asExtended(expression), { syntax: 'extended' });
  const ends: (readonly [start: number, end: number])[] = [];
  for (let at = text.length - 1, limit = text.length; at >= 0; at--) {
    const match = regex.exec(text.slice(0, limit), at);
    if (match?.start !== at || match.end === at) continue;
    ends.unshift([match.start, match.end]);
    limit = at;
  }
  const cuts = ends.map(([start, end]) => (before ? start : end));
  return [0, ...cuts].map((from, i) => text.slice(from, cuts[i] ?? text.length)).filter((record) => record !== '');
};

/** The text's records, each with its separator after it, or before it. */
const records = (text: string, separator: string, before: boolean): string[] => {
  const parts = splitHeld(text, separator);
  if (before) return parts.map((part, i) => (i === 0 ? part : separator + part)).filter((record) => record !== '');
  return parts.map((part, i) => (i < parts.length - 1 ? part + separator : part)).filter((record) => record !== '');
};

export default defineCommand({
  name: 'tac',
  summary: 'Print files, last line first',
  topic: 'text',
  options: {
    before: { short: 'b', long: 'before', summary: 'the separator belongs to what follows it' },
    regex: { short: 'r', long: 'regex', summary: 'the separator is a regular expression' },
    separator: { short: 's', long: 'separator', value: 'STRING', summary: 'records end in STRING instead of a newline' },
  },
  dialect: coreutils,
  operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
  examples: [{ line: 'ls jobs | tac', shows: 'The first role first' }],
  statuses: { 1: 'a file could not be read' },
  seeAlso: ['cat', 'rev'],
  linkable: true,
  filter: true,
  run: async (process, { options: on, operands }) => {
    const inputs = openInputs(process, operands, (operand, error) => {
      const what = error.code === 'EISDIR' ? `${quoteSubject(operand)}: read error` : `failed to open ${quoteFile(operand)} for reading`;
      return warn(process, `${what}: ${error.message}`);
    });
    for await (const { reader } of inputs) {
      const text = await readAll(reader, process.memory);
      const all =
        on.regex && on.separator !== undefined
          ? matchedRecords(text, on.separator, on.before)
          : records(text, on.separator === undefined ? '\n' : on.separator || '\0', on.before);
      const out = createBatcher(process.stdout);
      for (const record of all.reverse()) await out.put(record);
      await out.flush();
    }
    return inputs.status;
  },
});
