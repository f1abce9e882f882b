/** Hostile text at every entrance of the shell: it is shown, and does nothing. */
import { describe, expect, it } from 'vitest';
import { readLink } from '../../src/career/link.ts';
import { testHost } from '../host.ts';
import { type Console, openConsole } from './console.ts';
import { hostile, unclean } from './corpus.ts';

/** What our own output may send: SGR, cursor and erasing, modes of the editor and of programs, US-ASCII in G0, OSC 8 with an address or a line. */
const allowed = /\x1b\[[\d;]*[mABCDGHJKdr]|\x1b\[\?(7|25|1000|1006|1049|2026)[hl]|\x1b\(B|\x1b\]8;;[\x21-\x7e]*\x1b\\|\r\n|\r|\x08/g;

const quoted = (text: string): string =>
  `$'${text.replace(/[^ -&(-[\]-~]/gu, (one) => [...one].map((unit) => `\\u${(unit.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`).join(''))}'`;

const shownOn = (console: Console): string => console.screen().join('\n');

const { modes } = await openConsole();

/** Nothing went out but what is ours, nothing answered, no mode stayed behind, and the next command is seen. */
const expectHarmless = async (console: Console): Promise<void> => {
  await console.line('echo alive');
  expect(console.screen().slice(-2)).toEqual(['alive', expect.stringContaining('$')]);
  expect(console.written.splice(0).join('').replace(allowed, '')).not.toMatch(unclean);
  expect(console.answers).toEqual([]);
  expect(console.modes()).toEqual(modes());
  expect(console.announced.join('')).not.toMatch(unclean);
  for (const block of console.app.settings.getState().transcript) {
    expect(block.command).not.toMatch(unclean);
    expect(
      block.lines
        .flat()
        .map(({ text }) => text)
        .join(''),
    ).not.toMatch(unclean);
  }
};

/** Lines that bring a text in: as an argument, a command's name, an environment value, a file's name, a file's text, and more. */
const entrances: readonly (readonly [name: string, lines: (text: string) => readonly string[]])[] = [
  ['an argument', (text) => [`echo ${quoted(text)}`, `printf '%s\\n' ${quoted(text)}`, `cat ${quoted(text)}`, `ls --${quoted(text)}`]],
  ['a command’s name', (text) => [`${quoted(text)}`, `type ${quoted(text)}`, `man ${quoted(text)}`]],
  ['an environment value', (text) => [`export HOSTILE=${quoted(text)}`, 'env | tail -1', 'echo "$HOSTILE"', 'export -p | tail -1']],
  [
    'a file’s name',
    (text) => [
      `echo x > ${quoted(text).replaceAll('/', '_')}`,
      'ls -l',
      'ls | tail -1',
      'find . -newer about | head -3',
      'rm -v *alert* 2> /dev/null',
    ],
  ],
  [
    'a file’s text',
    (text) => [
      `echo ${quoted(text)} > f`,
      'cat f',
      'head f',
      'grep -n . f',
      'sort f',
      'sed p f',
      "awk '{print}' f",
      'tail -c 100 f',
      'diff f about | head -3',
    ],
  ],
  [
    'a function, an alias and a trap',
    (text) => [`alias a=${quoted(`echo ${text}`)}`, 'alias', `f() { echo ${quoted(text)}; }`, 'f', 'type f'],
  ],
  [
    'a message',
    (text) => [
      `cd ${quoted(text)}`,
      `share -n ${quoted(text)}`,
      `x=1; echo \${x:?${quoted(text)}}`,
      `test 1 -eq ${quoted(text)}`,
      `echo $((${quoted(text)}))`,
    ],
  ],
];

describe.each(entrances)('text that comes in as %s', (_name, lines) => {
  it('is only text, whatever it holds', async () => {
    const console = await openConsole();
    for (const [, text] of hostile) {
      await console.line(lines(text).join('; '));
      await expectHarmless(console);
    }
  });
});

describe('text that comes in', () => {
  it('by a paste is only text, and runs nothing', async () => {
    const console = await openConsole();
    for (const [, text] of hostile) {
      console.app.press({ chord: 'Paste', text: `echo '${text}` });
      await console.keys("'");
      expect(shownOn(console)).not.toMatch(unclean);
      await console.keys('\r');
      await expectHarmless(console);
    }
  });

  it('from the storage, as history and as settings, is left out', async () => {
    const kept = new Map(hostile.map(([, text], index) => [`cvsh:history:00000${String(index).padStart(4, '0')}-0000-x`, `echo ${text}`]));
    kept.set('cvsh:settings', JSON.stringify({ version: 1, theme: hostile[0]?.[1], view: hostile[1]?.[1] }));
    const storage = testHost().storage;
    for (const [key, value] of kept) storage.set(key, value);
    const console = await openConsole(80, 24, { storage });
    for (let turn = 0; turn < 5; turn++) await console.keys('\x1b[A');
    expect(shownOn(console)).not.toMatch(unclean);
    await console.keys('\x15');
    await console.line('history; font');
    await expectHarmless(console);
  });

  it.each(hostile)('by a link with a sequence for %s is refused', (_name, text) => {
    const encoded = [...text].map((one) => (/\p{Cs}/u.test(one) ? '%ED%A0%80' : encodeURIComponent(one))).join('');
    expect(readLink(`#echo%20${encoded}`)).toHaveProperty('refused');
  });
});
