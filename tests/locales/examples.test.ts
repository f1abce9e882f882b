/** The examples in each language: a line that looks for a word finds one, as in English. */
import { describe, expect, test } from 'vitest';
import { resume } from '../../data/resume.ts';
import { useCatalogue } from '../../src/term/say.ts';
import { createShell, type Outcome } from '../front-door.ts';
import { exampleLines } from './specification-texts.ts';

const files = import.meta.glob<Readonly<Record<string, string>>>('../../src/locales/*.json', { import: 'default', eager: true });

const lines = (await exampleLines()).filter((line) => /\bgrep\b/.test(line));

const runIn = async (sentences: Readonly<Record<string, string>>, line: string): Promise<Outcome> => {
  const shell = createShell({ resume });
  useCatalogue(new Map(Object.entries(sentences)));
  return shell.run(line);
};

describe.each(Object.entries(files))('%s', (_, sentences) => {
  test.each(lines)('%s', async (line) => {
    const [own, english] = [await runIn(sentences, sentences[line] ?? line), await runIn({}, line)];
    expect([own.status, own.stderr]).toEqual([english.status, english.stderr]);
  });
});
