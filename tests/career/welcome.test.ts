import { describe, expect, test } from 'vitest';
import type { Resume } from '../../data/types.ts';
import { welcome } from '../../src/career/forms/welcome.ts';
import indonesian from '../../src/locales/id.json' with { type: 'json' };
import { createSpeech } from '../../src/locales/speech.ts';
import { fixture } from '../fixtures/resume.ts';
import { empty, forty, wide } from './generated.ts';
import { rows, runs, screen, width } from './screen.ts';

test('on 80×24 it tells who, where now, since when and where before', () => {
  expect(screen(welcome(fixture, 80, 24))).toBe(`
Ada Example · Lighthouse engineer since 2015, in Harbour Town and Far Island
I keep lamps lit and ships dry.

┎● 2022 — now       North Light               Keeper of Lamps
┠─ 2019 — 2022      South Light               Lead Keeper
┠─ 2016 — 2019      South Light               Junior Keeper
┖─ 2015             The Dock                  Deckhand

Try  cat northlight  ls jobs  whoami  help
`);
});

test('it comes in another language, which its words tell, and the résumé’s do not', () => {
  const speech = createSpeech('id', new Map(Object.entries(indonesian)));
  const lines = welcome(fixture, 80, 24, speech);
  expect(screen(lines)).toBe(`
Ada Example · Lighthouse engineer sejak 2015, di Harbour Town dan Far Island
I keep lamps lit and ships dry.

┎● 2022 — sekarang  North Light               Keeper of Lamps
┠─ 2019 — 2022      South Light               Lead Keeper
┠─ 2016 — 2019      South Light               Junior Keeper
┖─ 2015             The Dock                  Deckhand

Coba  cat northlight  ls jobs  whoami  help
`);
  const told = lines.flat().filter(({ style }) => style?.lang === 'id');
  expect(told.map(({ text }) => text.trim())).toEqual(
    expect.arrayContaining(['sejak 2015', ', di Harbour Town dan Far Island', '2022 — sekarang', 'Coba']),
  );
  expect(told.some(({ text }) => /Ada|Keeper|lamps/.test(text))).toBe(false);
});

test('on 40×20 the titles give way', () => {
  expect(screen(welcome(fixture, 40, 20))).toBe(`
Ada Example · Lighthouse engineer since
2015, in Harbour Town and Far Island
I keep lamps lit and ships dry.

┎● 2022 — now   North Light
┠─ 2019 — 2022  South Light
┠─ 2016 — 2019  South Light
┖─ 2015         The Dock

Try  cat northlight  ls jobs  whoami
`);
});

test('jobs and commands can be run', () => {
  expect(runs(welcome(fixture, 80, 24))).toEqual([
    'cat northlight',
    'cat southlight-lead',
    'cat southlight-junior',
    'cat dock',
    'cat northlight',
    'ls jobs',
    'whoami',
    'help',
  ]);
});

test('without a job it still tells who this is and what to type', () => {
  expect(screen(welcome(empty, 80, 24))).toBe(`
Gardener since 2020
I grow things.

Try  whoami  ls  help
`);
});

test('jobs that do not fit are counted, with a way to them', () => {
  const lines = welcome(forty, 80, 24);
  expect(rows(lines).slice(-3)).toEqual(['┖─                  24 more', '', 'Try  cat job-0  ls jobs  whoami  help']);
  expect(runs(lines)).toContain('ls jobs');
});

describe('it leaves room for the prompt, and no row is too wide', () => {
  const resumes: readonly [string, Resume][] = [
    ['the fictional résumé', fixture],
    ['an empty one', empty],
    ['forty jobs', forty],
    ['very long words', wide],
  ];
  const sizes: readonly [number, number][] = [
    [80, 24],
    [40, 20],
    [120, 40],
    [160, 50],
    [60, 24],
    [59, 24],
    [30, 12],
    [20, 6],
    [12, 3],
  ];
  test.each(resumes.flatMap(([name, resume]) => sizes.map(([columns, height]) => ({ name, resume, columns, height }))))(
    '$name on $columns×$height',
    ({ resume, columns, height }) => {
      const lines = welcome(resume, columns, height);
      expect(width(lines)).toBeLessThanOrEqual(columns);
      expect(lines.length).toBeLessThanOrEqual(height - 2);
      expect(lines.length).toBeGreaterThan(0);
    },
  );
});
