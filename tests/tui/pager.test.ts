/** The pager: keys typed in, screens read as text. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { VfsError } from '../../src/os/failure.ts';
import { createPipe, type Reader } from '../../src/os/stream.ts';
import { line } from '../../src/term/style.ts';
import type { PagerOptions, Source } from '../../src/tui/pager/model.ts';
import { page } from '../../src/tui/pager.ts';
import { createTestProcess } from './process.ts';
import { createTestScreen, fakeHost, settle } from './screen.ts';

/** The engine of patterns loads with the first one; here it is there at once. */
beforeAll(() => Promise.all([import('../../src/pattern/regex.ts'), import('../../src/pattern/limits.ts')]));

const numbered = (count: number, name = 'line'): string => Array.from({ length: count }, (_, index) => `${name} ${index + 1}\n`).join('');

const file = (name: string, text: string): Source => ({ name, text: () => text });

interface Paging extends Partial<PagerOptions> {
  readonly columns?: number;
  readonly rows?: number;
  readonly first?: string;
}

const paging = async (source: Source | readonly [Source, ...Source[]], { columns = 40, rows = 6, first = '', ...options }: Paging = {}) => {
  const screen = createTestScreen(columns, rows);
  const host = fakeHost();
  await screen.write('$ less\r\n');
  const ended: { status?: number } = {};
  const sources: readonly [Source, ...Source[]] = 'name' in source ? [source] : source;
  const done = page(createTestProcess(['less'], { screen, host }), sources, { first, ...options }).then((status) => {
    ended.status = status;
  });
  await settle();
  return { screen, host, ended, done };
};

/** The rows of text, and the prompt without its hint. */
const shown = (rows: readonly string[]): string[] => rows.map((row) => row.replace(/ +(h help {2}q quit)?$/, '').trimEnd());

describe('moving', () => {
  test.each([
    ['', 'line 1', 'line 5'],
    [' ', 'line 6', 'line 10'],
    ['f', 'line 6', 'line 10'],
    ['\x1b[6~', 'line 6', 'line 10'],
    ['  b', 'line 6', 'line 10'],
    ['j', 'line 2', 'line 6'],
    ['\r', 'line 2', 'line 6'],
    ['\x1b[B\x1b[B\x1b[A', 'line 2', 'line 6'],
    ['jjy', 'line 2', 'line 6'],
    ['dd', 'line 5', 'line 9'],
    ['ddu', 'line 3', 'line 7'],
    ['G', 'line 26', 'line 30'],
    ['Gg', 'line 1', 'line 5'],
    ['>k', 'line 25', 'line 29'],
    ['12g', 'line 12', 'line 16'],
    ['12G', 'line 12', 'line 16'],
    ['7j', 'line 8', 'line 12'],
    ['50%', 'line 16', 'line 20'],
    ['50p', 'line 16', 'line 20'],
    ['99 ', 'line 26', 'line 30'],
    ['jjjb', 'line 1', 'line 5'],
    ['1\x7f3g', 'line 3', 'line 7'],
    ["5gmaG'a", 'line 5', 'line 9'],
    ["5gG''", 'line 5', 'line 9'],
  ])('%j shows %s to %s', async (keys, top, bottom) => {
    const { screen } = await paging(file('file', numbered(30)));
    await screen.type(keys);
    const rows = screen.rows();
    expect([rows[0]?.trimEnd(), rows[4]?.trimEnd()]).toEqual([top, bottom]);
  });

  test('the prompt tells where this is, and when it is the end', async () => {
    const { screen } = await paging(file('notes', numbered(20)), { columns: 60 });
    expect(shown(screen.rows())[5]).toBe('notes lines 1–5/20 25%');
    expect(screen.rows()[5]).toContain('h help  q quit');
    await screen.type('G');
    expect(shown(screen.rows())[5]).toBe('notes (END)');
    await screen.type('=');
    expect(shown(screen.rows())[5]).toBe('notes lines 16–20/20 100%');
  });

  test('a short file leaves the rest of the screen to tildes', async () => {
    const { screen } = await paging(file('file', 'a\nb\n'));
    expect(shown(screen.rows())).toEqual(['a', 'b', '~', '~', '~', 'file (END)']);
  });

  test('a file without lines, and one without a last newline', async () => {
    expect(shown((await paging(file('none', ''))).screen.rows())[5]).toBe('none (END)');
    expect(shown((await paging(file('open', 'a\nb'))).screen.rows()).slice(0, 3)).toEqual(['a', 'b', '~']);
  });
});

describe('long lines', () => {
  const text = `${'abcdefghij'.repeat(3)}\nshort\n漢字漢字漢字漢字漢字漢字\n`;

  test('are broken at the width, wide letters whole', async () => {
    const { screen } = await paging(file('file', text), { columns: 21, rows: 8 });
    expect(shown(screen.rows()).slice(0, 6)).toEqual(['abcdefghijabcdefghija', 'bcdefghij', 'short', '漢字漢字漢字漢字漢字', '漢字', '~']);
  });

  test('scroll by rows of the screen, and a resize keeps the place', async () => {
    const { screen } = await paging(file('file', text + numbered(20)), { columns: 10, rows: 4 });
    await screen.type('jjj');
    expect(screen.rows()[0]?.trimEnd()).toBe('short');
    await screen.resize(30, 5);
    expect(screen.rows()[0]?.trimEnd()).toBe('short');
    await screen.type('k');
    expect(screen.rows()[0]?.trimEnd()).toBe('abcdefghij'.repeat(3));
  });

  test('-S cuts them off, and the cursor keys look to the right', async () => {
    const { screen } = await paging(file('file', text), { columns: 20 });
    await screen.type('-S');
    expect(shown(screen.rows()).slice(0, 3)).toEqual(['abcdefghijabcdefghi>', 'short', '漢字漢字漢字漢字漢 >']);
    await screen.type('\x1b[C');
    expect(shown(screen.rows()).slice(0, 3)).toEqual(['abcdefghijabcdefghij', '', '字漢字漢字漢字']);
  });

  test('-N numbers lines, not rows', async () => {
    const { screen } = await paging(file('file', text), { columns: 30, numbers: true });
    expect(shown(screen.rows()).slice(0, 4)).toEqual([
      '      1 abcdefghijabcdefghijab',
      '        cdefghij',
      '      2 short',
      '      3 漢字漢字漢字漢字漢字漢',
    ]);
  });

  test('tabs go to the next stop and control characters are shown', async () => {
    const { screen } = await paging(file('file', 'a\tb\n\x1b[31mred\x07\n'));
    expect(shown(screen.rows()).slice(0, 2)).toEqual(['a       b', '^[[31mred^G']);
  });
});

describe('searching', () => {
  const text = `${numbered(20)}Needle here\n${numbered(20)}a needle there\n${numbered(5)}`;

  test.each([
    ['/needle\r', 'a needle there'],
    ['/Needle\r', 'Needle here'],
    ['/eedle\r', 'Needle here'],
    ['/eedle\rn', 'a needle there'],
    ['/eedle\rnN', 'Needle here'],
    ['2/eedle\r', 'a needle there'],
    ['G?eedle\r', 'a needle there'],
    ['G?eedle\rn', 'Needle here'],
    ['/eedle\rn/\x15\rN', 'Needle here'],
  ])('%j goes to «%s»', async (keys, found) => {
    const { screen } = await paging(file('file', text));
    for (const key of keys) await screen.type(key);
    const row = screen.rows().findIndex((shownRow) => shownRow.trimEnd() === found);
    expect(row).toBeGreaterThanOrEqual(0);
    expect(screen.inverse(found.indexOf('eedle'), row)).toBe(true);
    expect(screen.inverse(found.indexOf('eedle') + 6, row)).toBe(false);
  });

  test.each([
    ['/absent\r', 'Pattern not found'],
    ['n', 'No previous pattern'],
    ['/(\r', 'Unmatched ( or \\('],
  ])('%j says «%s» and stays where it is', async (keys, message) => {
    const { screen } = await paging(file('file', text));
    for (const key of keys) await screen.type(key);
    expect(shown(screen.rows())[5]).toBe(message);
    expect(screen.rows()[0]?.trimEnd()).toBe('line 1');
  });

  test('what is typed is shown, edited and given up', async () => {
    const { screen } = await paging(file('file', text));
    await screen.type('/needlx\x7fe');
    expect(screen.rows()[5]?.trimEnd()).toBe('/needle');
    await screen.type('\x1b');
    expect(shown(screen.rows())[5]).toContain('lines 1–5');
  });

  test('-i ignores case, unless the pattern has a capital', async () => {
    const { screen } = await paging(file('file', text), { ignoreCase: true });
    await screen.type('/needle\r');
    expect(screen.rows()[0]?.trimEnd()).toBe('Needle here');
  });

  test('& shows only what matches, with its own numbers, and an empty & shows all', async () => {
    const { screen } = await paging(file('file', text), { numbers: true });
    await screen.type('&eedle\r');
    expect(shown(screen.rows()).slice(0, 3)).toEqual(['     21 Needle here', '     42 a needle there', '~']);
    await screen.type('&\r');
    expect(shown(screen.rows())[0]).toBe('     21 Needle here');
  });

  test('!pattern finds the lines without it', async () => {
    const { screen } = await paging(file('file', text));
    await screen.type('/!line\r');
    expect(screen.rows()[0]?.trimEnd()).toBe('Needle here');
  });
});

describe('input that is still being written', () => {
  const piped = () => {
    const controller = new AbortController();
    const pipe = createPipe(controller.signal, () => undefined, undefined, 100);
    return { source: { name: '', reader: pipe.reader } satisfies Source, ...pipe };
  };

  test('is shown as far as it has come', async () => {
    const { source, writer } = piped();
    const { screen } = await paging(source);
    expect(screen.text()).toContain('h help');
    await writer.write('one\n');
    await settle();
    expect(shown(screen.rows())[0]).toBe('one');
    await writer.write('two\n');
    writer.close();
    await settle();
    expect(shown(screen.rows()).slice(0, 3)).toEqual(['one', 'two', '~']);
  });

  test('is read no further than it is looked at, and leaving breaks the pipe', async () => {
    const { source, writer } = piped();
    let written = 0;
    const flood = (async () => {
      for (;;) {
        await writer.write(`line ${written + 1}\n`);
        written++;
      }
    })();
    const broken = flood.catch((error: Error) => error.name);
    const { screen, ended } = await paging(source);
    expect(screen.rows()[4]?.trimEnd()).toBe('line 5');
    expect(written).toBeLessThan(100);
    await screen.type('q');
    expect(ended.status).toBe(0);
    expect(await broken).toBe('BrokenPipe');
  });

  test('keys typed while it waits are heard afterwards', async () => {
    const { source, writer } = piped();
    const { screen } = await paging(source);
    await screen.type('Gkk');
    void writer.write(numbered(9));
    writer.close();
    await settle();
    expect(screen.rows()[4]?.trimEnd()).toBe('line 7');
  });

  test('G waits for the end, and Ctrl-C gives up waiting but not the pager', async () => {
    const { source, writer } = piped();
    const { screen, ended } = await paging(source);
    void writer.write(numbered(9));
    await screen.type('G');
    expect(screen.rows()[5]).toContain('Ctrl-C stops');
    await screen.type('\x03');
    expect(ended.status).toBeUndefined();
    expect(screen.rows()[0]?.trimEnd()).toBe('line 1');
    writer.close();
    await screen.type('G');
    expect(screen.rows()[4]?.trimEnd()).toBe('line 9');
  });

  test('F follows the end as it comes, until a key', async () => {
    const { source, writer } = piped();
    const { screen } = await paging(source);
    await screen.type('F');
    await writer.write(numbered(8));
    await settle();
    expect(screen.rows()[4]?.trimEnd()).toBe('line 8');
    await writer.write('more\n');
    await settle();
    expect(screen.rows()[4]?.trimEnd()).toBe('more');
    await screen.type('\x03');
    expect(screen.rows()[5]).not.toContain('Waiting');
  });

  test('F looks again at a file that has ended', async () => {
    let text = 'a\n';
    const source: Source = { name: 'log', text: () => text };
    const { screen, host } = await paging(source);
    await screen.type('F');
    text += 'b\n';
    await host.pass(600);
    expect(shown(screen.rows()).slice(0, 3)).toEqual(['a', 'b', '~']);
  });

  test('a search reads on', async () => {
    const { source, writer } = piped();
    const { screen } = await paging(source);
    await screen.type('/line 8\r');
    void writer.write(numbered(20));
    await settle();
    expect(screen.rows()[0]?.trimEnd()).toBe('line 8');
  });

  test('what a pager cannot keep is cut off, and it says so', async () => {
    const reader: Reader = { isTty: false, read: () => Promise.resolve('y\n'.repeat(600_000)), close: () => {} };
    const { screen } = await paging({ name: 'flood', reader }, { columns: 90 });
    await screen.type('G');
    await settle();
    await screen.type('k=');
    expect(screen.rows()[5]).toContain('the rest of the input is not kept');
  });
});

describe('several files', () => {
  const sources: readonly [Source, ...Source[]] = [
    file('one', numbered(9, 'one')),
    {
      name: 'two',
      text: () => {
        throw new VfsError('ENOENT');
      },
    },
    file('three', 'three 1\n'),
  ];

  test(':n and :p go from one to the next, and the place is kept', async () => {
    const { screen } = await paging([sources[0], sources[2] ?? sources[0]]);
    expect(shown(screen.rows())[5]).toContain('(file 1 of 2)');
    await screen.type('j:n');
    expect(shown(screen.rows())[0]).toBe('three 1');
    await screen.type(':p');
    expect(shown(screen.rows())[0]).toBe('one 2');
    await screen.type(':p');
    expect(shown(screen.rows())[5]).toBe('No previous file');
  });

  test('one that cannot be read is told and passed over', async () => {
    const { screen } = await paging(sources);
    await screen.type(':n');
    expect(shown(screen.rows())[5]).toBe('two: No such file or directory');
    expect(shown(screen.rows())[0]).toBe('one 1');
  });
});

describe('lines set for a width', () => {
  const source: Source = {
    name: 'set',
    layout: (columns) => Array.from({ length: 40 }, (_, index) => line(`${index} of width ${columns}`, { bold: true })),
  };

  test('are set anew at another width, and the place is kept', async () => {
    const { screen } = await paging(source);
    await screen.type('20g');
    await screen.resize(60, 6);
    expect(shown(screen.rows())[0]).toBe('19 of width 60');
  });
});

describe('help and leaving', () => {
  test('h lists the keys; q goes back, then leaves the screen as it was', async () => {
    const { screen, ended } = await paging(file('file', numbered(30)), { rows: 12 });
    await screen.type('jh');
    expect(screen.text()).toContain('Keys of the pager');
    expect(screen.text()).toContain('forward one screen');
    await screen.type('q');
    expect(screen.rows()[0]?.trimEnd()).toBe('line 2');
    await screen.type('q');
    expect(ended.status).toBe(0);
    expect(screen.text()).toBe('$ less');
  });

  test.each([
    ['Q', 0],
    [':q', 0],
    ['\x1b', 0],
    ['\x03', 130],
  ])('%j leaves with %d', async (keys, status) => {
    const { screen, ended } = await paging(file('file', 'a\n'));
    await screen.type(keys);
    expect(ended.status).toBe(status);
  });

  test('a first command is typed as it starts', async () => {
    const { screen } = await paging(file('file', numbered(30)), { first: 'G' });
    expect(screen.rows()[4]?.trimEnd()).toBe('line 30');
    const searched = await paging(file('file', numbered(30)), { first: '/line 9' });
    expect(searched.screen.rows()[0]?.trimEnd()).toBe('line 9');
  });

  test('what comes into view goes into the transcript, once', async () => {
    const { screen } = await paging(file('file', numbered(8)));
    await screen.type('j');
    expect(screen.announced).toEqual(['line 1', 'line 2', 'line 3', 'line 4', 'line 5', 'line 6']);
  });
});

test('no keys, at no size, break it or keep it from being left', async () => {
  const keys = fc.array(fc.constantFrom(..." bjkdugGFnN/?&:-m'=hpq%<>19aSNix", '\r', '\x1b[C', '\x1b[D', '\x7f', '\x15'), {
    maxLength: 25,
  });
  const lines = fc.array(fc.constantFrom('', 'short', 'a longer line of words', '漢字'.repeat(9), 'tab\there', 'x'.repeat(70)), {
    maxLength: 40,
  });
  await fc.assert(
    fc.asyncProperty(lines, keys, fc.integer({ min: 3, max: 30 }), fc.integer({ min: 2, max: 9 }), async (text, typed, columns, rows) => {
      const { screen, ended } = await paging(file('file', text.join('\n')), { columns, rows });
      for (const key of typed) if (ended.status === undefined) await screen.type(key);
      await screen.resize(rows + 20, columns);
      for (let tries = 0; tries < 4 && ended.status === undefined; tries++) await screen.type('\x03');
      expect([0, 130]).toContain(ended.status);
      expect(screen.buffer()).toBe('normal');
    }),
    { numRuns: 12 },
  );
});
