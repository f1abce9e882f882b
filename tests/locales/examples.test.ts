/** The examples in each language: what a line looks for, it finds in all of them. */
import { describe, expect, test } from 'vitest';
import { resume } from '../../data/resume.ts';
import { createShell, type Outcome } from '../front-door.ts';
import { exampleLines } from './specification-texts.ts';

const files = import.meta.glob('../../src/locales/*.json');

const lines = (await exampleLines()).filter((line) => /\bgrep\b/.test(line));

const runIn = async (language: string, line: string): Promise<Outcome> => {
  const shell = createShell({ resume });
  await shell.run(`LANG=${language}`);
  return shell.run(line);
};

describe.each(Object.keys(files).map((path) => path.replace(/^.*\/|\.json$/g, '')))('%s', (language) => {
  test.each(lines)('%s', async (line) => {
    const [own, english] = [await runIn(language, line), await runIn('C', line)];
    expect([own.status, own.stderr]).toEqual([english.status, english.stderr]);
  });
});
