/** resume.json, as others who know the format read it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import schema from '@jsonresume/schema/schema.json' with { type: 'json' };
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { validate } from 'resumed';
import { afterAll, describe, expect, test } from 'vitest';
import { resume as real } from '../../data/resume.ts';
import type { Resume } from '../../data/types.ts';
import { jsonResumeText } from '../../src/career/forms/json-resume.ts';
import { anyResume } from '../career/arbitrary.ts';
import { empty, forty, full, wide } from '../career/generated.ts';

const resumes: readonly [string, Resume][] = [
  ['the real résumé', real],
  ['the fictional one', full],
  ['an empty one', empty],
  ['forty jobs', forty],
  ['other scripts', wide],
  ['one with an address', { ...full, site: 'https://example.org/cv/' }],
];

const ajv = new Ajv({ allErrors: true });
addFormats(ajv);
const isValid = ajv.compile(schema);

describe('is valid against the official schema', () => {
  test.each(resumes)('by a validator with formats: %s', (_name, resume) => {
    isValid(JSON.parse(jsonResumeText(resume)));
    expect(isValid.errors).toBeNull();
  });

  test('whatever the résumé', () => {
    fc.assert(
      fc.property(anyResume, (resume) => {
        isValid(JSON.parse(jsonResumeText(resume)));
        expect(isValid.errors).toBeNull();
      }),
    );
  });

  test('which does refuse what is wrong', () => {
    expect(isValid({ work: [{ startDate: 'soon' }] })).toBe(false);
    expect(isValid({ basics: { email: 'nowhere' } })).toBe(false);
  });
});

describe('an independent tool', () => {
  const directory = mkdtempSync(join(tmpdir(), 'cvsh-json-'));
  const file = join(directory, 'resume.json');
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  test.each(resumes)('reads it, and finds no fault: %s', async (_name, resume) => {
    writeFileSync(file, jsonResumeText(resume));
    expect(await validate(file)).toBe(true);
  });

  test('does find one in a document that has one', async () => {
    writeFileSync(file, jsonResumeText(real).replace('"startDate": "', '"startDate": "since '));
    await expect(validate(file)).rejects.toHaveLength(1);
  });
});
