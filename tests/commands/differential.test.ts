/** Commands, row by row, against the real ones over the exported tree: standard output and exit status are the same to the byte. */
import { beforeAll, describe, expect, it } from 'vitest';
import { createShell } from '../front-door.ts';
import { type BashOutcome, runInBash } from '../shell/bash.ts';
import { differences } from './differences.ts';

const tables = import.meta.glob<string>('./differential/*.rows', { query: '?raw', import: 'default', eager: true });

/** A line is a row; lines that are indented by four spaces continue it. */
const rowsOf = (table: string): readonly string[] =>
  table
    .trimEnd()
    .replaceAll('\n    ', '\0')
    .split('\n')
    .map((row) => row.replaceAll('\0', '\n'));

const outcomeOf = async (line: string): Promise<BashOutcome> => {
  const { stdout, status } = await createShell().run(line);
  return { stdout, status };
};

describe('differences', () => {
  it.each(differences)('$line: $why', async ({ line, stdout, status }) => {
    expect(await outcomeOf(line)).toEqual({ stdout, status });
  });
});

for (const [path, table] of Object.entries(tables)) {
  describe(path.replace(/^.*\/|\.rows$/g, ''), () => {
    const rows = rowsOf(table);
    let expected: readonly BashOutcome[] = [];
    beforeAll(async () => {
      expected = await runInBash(rows);
    }, 120_000);

    it.each(rows.map((row, i) => [row, i] as const))('%s', async (row, i) => {
      expect(await outcomeOf(row)).toEqual(expected[i]);
    });
  });
}
