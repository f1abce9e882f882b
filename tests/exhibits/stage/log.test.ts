/** The log of a program: bounded, drawn from the newest, spoken where it matters. */
import { expect, test } from 'vitest';
import { drawLog, emptyLog, logged, spoken } from '../../../src/exhibits/stage/log.ts';
import { english, phrase } from '../../../src/locales/speech.ts';
import { Canvas } from '../../../src/tui/canvas.ts';

const numbered = (count: number) => Array.from({ length: count }, (_, index) => ({ text: phrase`event ${index}`, aloud: index % 2 === 0 }));

test('keeps the newest entries, and counts all', () => {
  const log = logged(logged(emptyLog, numbered(90)), numbered(90));
  expect(log.total).toBe(180);
  expect(log.entries.length).toBe(100);
  expect(log.entries.at(-1)?.text).toEqual(phrase`event ${89}`);
});

test('speaks only what is new and worth it', () => {
  const before = logged(emptyLog, numbered(3));
  expect(spoken(english, logged(before, numbered(3)), before)).toEqual(['event 0', 'event 2']);
  expect(spoken(english, before, before)).toEqual([]);
});

test('draws the newest with a role that fit, on bands of two rows, with a sign', () => {
  const canvas = Canvas.blank(20, 5);
  const roles = ['good', 'bad', 'muted'] as const;
  drawLog(english, canvas, logged(emptyLog, [...roles.map((role) => ({ text: phrase`was ${role}`, role })), ...numbered(2)]));
  const [upper, lower] = ['▄'.repeat(20), '▀'.repeat(20)];
  expect(canvas.text().split('\n')).toEqual([upper, ' ✗  was bad', lower, ' ✓  was muted', lower]);
});

test('draws nothing where there are no rows', () => {
  const canvas = Canvas.blank(10, 1);
  drawLog(english, canvas.region(0, 1), logged(emptyLog, [{ text: phrase`event ${1}`, role: 'good' }]));
  expect(canvas.text()).toBe('');
});
