import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resume as real } from '../../../data/resume.ts';
import type { Resume } from '../../../data/types.ts';
import { moduleText } from '../../../src/site/import/module-text.ts';
import { anyResume } from '../../career/arbitrary.ts';
import { empty, full, wide } from '../../career/generated.ts';

const root = join(import.meta.dirname, '..', '..', '..');

const formatted = (text: string): string =>
  execFileSync(process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'format', '--stdin-file-path=data/resume.ts'], {
    cwd: root,
    input: text,
    encoding: 'utf8',
  });

/** The value that the text of a module stands for. */
const dataOf = async (text: string): Promise<unknown> => {
  const script = text.replace(/^import .*$/m, '').replace(': Resume =', ' =');
  const { resume } = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(script)}`);
  return resume;
};

const odd: Resume = {
  ...empty,
  person: {
    ...empty.person,
    role: "a keeper's",
    tagline: `"quotes" and 'quotes' and a backslash \\ and \${this}`,
    about: ["it's", `"it's"`, '`'],
    places: ['x'.repeat(60), 'y'.repeat(60)],
    likes: ['日本語'.repeat(9), '日本語'.repeat(11)],
  },
};

describe('the module', () => {
  test.each<[string, Resume]>([
    ['the real résumé', real],
    ['every field', full],
    ['an empty one', empty],
    ['other scripts', wide],
    ['quotes of all kinds', odd],
  ])('is formatted as the formatter does it: %s', (_name, resume) => {
    expect(moduleText(resume)).toBe(formatted(moduleText(resume)));
  });

  test('holds the data as they are', async () => {
    expect(await dataOf(moduleText(full))).toEqual(full);
    expect(await dataOf(moduleText(odd))).toEqual(odd);
    await fc.assert(
      fc.asyncProperty(anyResume, async (resume) => {
        expect(await dataOf(moduleText(resume))).toEqual(resume);
      }),
      { numRuns: 50 },
    );
  });
});
