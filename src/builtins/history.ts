/** `history`: the lines that were typed (bash manual, `history`). */

import { defineBuiltin } from '../os/builtin.ts';
import { bashNumeric } from '../os/operands.ts';
import { numeric } from './jobs/number.ts';

export default defineBuiltin({
  name: 'history',
  summary: 'list the lines that were typed',
  topic: 'shell',
  options: { clear: { short: 'c', summary: 'forget them' } },
  dialect: bashNumeric,
  operands: [{ name: 'COUNT', kind: 'text', optional: true }],
  examples: [{ line: 'history 5', shows: 'see the last five lines' }],
  run: async ({ stdout }, { options, operands: [count] }, { history }) => {
    if (options.clear) {
      history.clear();
      return;
    }
    const entries = history.entries();
    const first = count === undefined ? 0 : Math.max(0, entries.length - numeric(count));
    await stdout.write(
      entries
        .slice(first)
        .map((entry, i) => `${String(first + i + 1).padStart(5)}  ${entry}\n`)
        .join(''),
    );
  },
});
