/** An import of a document with everything that the official schema knows: what the data has no place for is told. */
import officialSchema from '@jsonresume/schema/schema.json' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import { importResume } from '../../../src/site/import/resume.ts';

/** A part of a JSON Schema, as far as it is used there. */
interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** A document with every member that the official schema knows, and no text twice. */
const everything = (): Record<string, unknown> => {
  let count = 0;
  const make = (schema: Schema, key: string): unknown => {
    if (schema.properties) return Object.fromEntries(Object.entries(schema.properties).map(([name, it]) => [name, make(it, name)]));
    if (schema.items) return [make(schema.items, key)];
    count++;
    if (schema.$ref) return `${1_900 + count}-0${1 + (count % 9)}`;
    if (schema.format === 'uri') return `https://site${count}.example/`;
    if (schema.format === 'email') return `someone${count}@example.org`;
    return key === 'phone' ? `+65 1234 5${count}` : `${key} ${count}`;
  };
  return make(officialSchema as Schema, '') as Record<string, unknown>;
};

const leaves = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [String(value)];

describe('nothing of a document is lost without a word', () => {
  const { $schema: _schema, meta: _meta, ...document } = everything();
  const result = importResume(document);
  if (!result.ok) throw new Error(result.faults.join('\n'));
  const { resume, remarks } = result;
  const placed = new Set(leaves(resume));

  test.each(Object.entries(document))('each text of %s is in the data, or told', (_section, part) => {
    expect(leaves(part).length).toBeGreaterThan(1);
    const lost = leaves(part).filter((text) => !placed.has(text) && ![...placed, ...remarks].some((told) => told.includes(text)));
    expect(lost).toEqual([]);
  });

  test('only an address of a picture has no place', () => {
    expect(remarks.map((remark) => remark.split(':')[0])).toEqual(['basics, image']);
  });
});
