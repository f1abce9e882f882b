/** The examples in each language: a line that looks for a word finds one, as in English. */
import { describe, expect, test } from 'vitest';
import { resume } from '../../data/resume.ts';
import { createShell, type Outcome } from '../front-door.ts';
import { exampleLines } from './specification-texts.ts';

const files = import.meta.glob<Readonly<Record<string, string>>>('../../src/locales/*.json', { import: 'default', eager: true });

const lines = (await exampleLines()).filter((line) => /\bgrep\b/.test(line));

const runIn = async (language: string, line: string): Promise<Outcome> => {
  const shell = createShell({ resume });
  await shell.run(`LANG=${language}`);
  return shell.run(line);
};

describe.each(Object.entries(files))('%s', (path, sentences) => {
  const language = path.replace(/^.*\/|\.json$/g, '');

  test.each(lines)('%s', async (line) => {
    const [own, english] = [await runIn(language, sentences[line] ?? line), await runIn('C', line)];
    expect([own.status, own.stderr]).toEqual([english.status, english.stderr]);
  });
});
