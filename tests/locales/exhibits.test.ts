/** The exhibits in each language: played by a restless visitor, as in English. */
import { afterAll, beforeAll, describe, test } from 'vitest';
import type { Command } from '../../src/os/command.ts';
import { useCatalogue } from '../../src/term/say.ts';
import { play } from '../tui/play.ts';

const files = import.meta.glob<Readonly<Record<string, string>>>('../../src/locales/*.json', { import: 'default', eager: true });

const exhibits = Object.values(import.meta.glob<Command>('../../src/exhibits/*.ts', { import: 'default', eager: true }));

describe.each(Object.entries(files))('%s', (_, sentences) => {
  beforeAll(() => useCatalogue(new Map(Object.entries(sentences))));
  afterAll(() => useCatalogue(new Map()));

  test.each(exhibits.map((command) => [command.name, command] as const))('%s stands 100 steps on a small screen', async (_, command) => {
    await play(command, { columns: 40, rows: 20, seed: 7, steps: 100, quit: true });
  });
});
