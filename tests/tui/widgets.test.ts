/** The drawings that programs share, as text. */
import { expect, test } from 'vitest';
import { Canvas } from '../../src/tui/canvas.ts';
import { across, bar, chart, down, gauge, prose, table } from '../../src/tui/widgets.ts';

const drawn = (columns: number, rows: number, draw: (canvas: Canvas) => void): string => {
  const canvas = Canvas.blank(columns, rows);
  draw(canvas);
  return canvas.text();
};

test.each([
  [0, '    '],
  [0.5, '██  '],
  [0.53, '██▏ '],
  [1, '████'],
  [7, '████'],
  [-1, '    '],
  [Number.NaN, '    '],
])('a bar of four cells at %d is «%s»', (fraction, shown) => {
  expect(bar(fraction, 4)).toBe(shown);
});

test('gauges line up under one label width', () => {
  const text = drawn(20, 2, (canvas) => {
    gauge(canvas, 0, 0.5, { label: 'cpu', labelColumns: 6, value: '50 %' });
    gauge(canvas, 1, 1, { label: 'memory', labelColumns: 6, value: 'full' });
  });
  expect(text).toBe('cpu    ████░░░░ 50 %\nmemory ████████ full');
});

test('a chart shows the newest values, scaled to the largest', () => {
  expect(drawn(4, 1, (canvas) => chart(canvas, [9, 0, 1, 2, 4]))).toBe(' ▂▄█');
  expect(drawn(3, 2, (canvas) => chart(canvas, [1, 2, 4]))).toBe('  █\n▄██');
  expect(drawn(3, 1, (canvas) => chart(canvas, [1, 1, 1], undefined, 2))).toBe('▄▄▄');
});

test('a table cuts its flexible column and lines up the rest', () => {
  const columns = [
    { title: 'node', flexible: true },
    { title: 'rate', align: 'right' },
  ] as const;
  const rows = [
    ['a-long-name', '5'],
    ['b', ['1200', { role: 'good' }]],
  ] as const;
  expect(drawn(12, 3, (canvas) => table(canvas, columns, rows))).toBe('node    rate\na-long     5\nb       1200');
  expect(drawn(20, 3, (canvas) => table(canvas, columns, rows))).toBe('node            rate\na-long-name        5\nb               1200');
});

test('prose wraps by words and answers the row after it', () => {
  const text = drawn(10, 6, (canvas) => canvas.put(0, prose(canvas, 0, ['one two three', 'four']), 'end'));
  expect(text).toBe('one two\nthree\n\nfour\n\nend');
});

test('a region in columns and in rows fills all but the gaps', () => {
  const canvas = Canvas.blank(21, 9);
  expect(across(canvas, 3).map(({ columns }) => columns)).toEqual([6, 7, 6]);
  expect(down(canvas, 2, 1).map(({ rows }) => rows)).toEqual([4, 4]);
});
