/** Finds the mistakes in a résumé's data; used by the build and the tests, never by the page. */
import * as v from 'valibot';
import type { Resume } from '../../../data/types.ts';
import { type Fault, incoherences } from './coherence.ts';
import { resumeSchema } from './schema.ts';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** An entry as its author knows it: `jobs, entry 2 (shopee)`. */
const named = (value: unknown): string => {
  const name = isRecord(value) ? (value['slug'] ?? value['name'] ?? value['title']) : undefined;
  return typeof name === 'string' && name !== '' ? ` (${name})` : '';
};

/** The keys to a fault in words: `jobs, entry 2 (shopee), highlights, item 1`. */
const place = (resume: unknown, path: Fault['path']): string => {
  let value = resume;
  const words = path.map((key) => {
    value = isRecord(value) ? value[key] : undefined;
    if (typeof key === 'string') return key;
    return isRecord(value) ? `entry ${key + 1}${named(value)}` : `item ${key + 1}`;
  });
  return words.length === 0 ? 'the résumé' : words.join(', ');
};

const keysOf = (issue: v.BaseIssue<unknown>): Fault['path'] =>
  (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));

/** A sentence for each issue that a schema has with `value`: where, what is wrong, how to fix it. */
export const sentences = (value: unknown, issues: readonly v.BaseIssue<unknown>[]): string[] =>
  issues.map((issue) => `${place(value, keysOf(issue))}: ${issue.message}`);

/**
 * A sentence for each mistake: which entry, which field, what is wrong, how to fix it. Empty if there is none. It looks for
 * parts that do not fit together only if every field by itself is right.
 */
export const checkResume = (resume: Resume): string[] => {
  const { issues = [] } = v.safeParse(resumeSchema, resume, { abortPipeEarly: true });
  if (issues.length > 0) return sentences(resume, issues);
  return incoherences(resume).map(({ path, message }) => `${place(resume, path)}: ${message}`);
};
