/** The exhibits in each language: played by a restless visitor, as in English. */
import { beforeAll, describe, test } from 'vitest';
import { speechFor } from '../../src/app/languages.ts';
import type { Command } from '../../src/os/command.ts';
import { play } from '../tui/play.ts';

const files = import.meta.glob('../../src/locales/*.json');

const exhibits = Object.values(import.meta.glob<Command>('../../src/exhibits/*.ts', { import: 'default', eager: true }));

describe.each(Object.keys(files).map((path) => path.replace(/^.*\/|\.json$/g, '')))('%s', (language) => {
  beforeAll(() => speechFor([language]));

  test.each(exhibits.map((command) => [command.name, command] as const))('%s stands 100 steps on a small screen', async (_, command) => {
    await play(command, { columns: 40, rows: 20, seed: 7, steps: 100, quit: true, language });
  });
});
