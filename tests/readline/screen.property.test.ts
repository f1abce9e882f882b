import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keys, typed } from './editing.ts';
import { emulator, rowsOf, type Session, session } from './terminal.ts';

const ROWS = 14;
const PROMPT = 'home $ ';

const typing = fc
  .array(fc.constantFrom('a', 'b', ' ', '-', '日', '本', 'é', 'e\u0301', '🙂', '👨\u200d👩\u200d👧', '🇮🇩', '❤\ufe0f', 'ש'), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => ({ keys: typed(parts.join('')) }));

const chords = [
  ...['Left', 'Right', 'C-Left', 'C-Right', 'Home', 'End', 'Backspace', 'Delete', 'C-k', 'C-u', 'C-w', 'M-d', 'M-Backspace', 'C-y'],
  ...['M-y', 'C-_', 'C-t', 'M-t', 'M-u', 'M-c', 'Up', 'Down', 'C-p', 'C-n', 'M-.', 'M-Enter', 'Enter', 'C-c', 'C-Home', 'M-\\'],
].map((chord) => ({ keys: keys(chord) }));

const columns = fc.integer({ min: 10, max: 40 });

const acts = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: typing },
    { weight: 6, arbitrary: fc.constantFrom(...chords) },
    { weight: 1, arbitrary: columns.map((resize) => ({ resize })) },
  ),
  { maxLength: 25 },
);

/** What a terminal shows that is simply given the text: the simplest reference there is. */
const reference = async (size: number, finished: string, text: string, cursor: number) => {
  const print = async (shown: string) => {
    const terminal = emulator(size, ROWS);
    await new Promise<void>((done) => terminal.write(finished + PROMPT + shown.replaceAll('\n', ' \r\n> '), done));
    return terminal;
  };
  const upTo = await print(`${text.slice(0, cursor)}\u2588`);
  const { baseY, cursorY, cursorX } = upTo.buffer.active;
  const next = Array.from(new Intl.Segmenter().segment(text.slice(cursor)))[0]?.segment ?? '';
  const wide = /[^\x00-\x7f]/.test(next) && !/^[éש]|e\u0301/.test(next);
  const column = cursorX - 1;
  const wrapped = wide && column === size - 1;
  return {
    rows: rowsOf(await print(text)),
    cursor: wrapped ? [baseY + cursorY + 1, 0] : [baseY + cursorY, column],
  };
};

const seen = ({ terminal }: Session) => {
  const { baseY, cursorX, cursorY } = terminal.buffer.active;
  return { rows: rowsOf(terminal), cursor: [baseY + cursorY, cursorX] };
};

const resize = async (one: Session, size: number): Promise<void> => {
  one.readline.hide();
  await one.settled();
  one.terminal.resize(size, ROWS);
  one.readline.show();
};

describe('the screen', () => {
  test('shows the line and the cursor as a terminal would that was given the text, after any keys and resizes', async () => {
    await fc.assert(
      fc.asyncProperty(columns, acts, async (size, steps) => {
        const one = session({
          columns: size,
          rows: ROWS,
          prompt: PROMPT,
          hint: () => undefined,
          history: { entries: () => ['ls 日本語', 'echo a\nb', 'x'], add: () => {} },
        });
        let finished = '';
        for (const act of steps) {
          const text = one.readline.text();
          const before = one.outcomes.length;
          if ('resize' in act) await resize(one, act.resize);
          else for (const key of act.keys) one.readline.feed([key]);
          await one.settled();
          const outcome = one.outcomes[before];
          if (outcome) finished += `${PROMPT}${text.replaceAll('\n', ' \r\n> ')}${outcome.kind === 'interrupt' ? '^C' : ''}\r\n`;
          expect(seen(one)).toEqual(await reference(one.terminal.cols, finished, one.readline.text(), one.readline.cursor()));
        }
      }),
      { numRuns: 80 },
    );
  });

  test('is the same when painted from nothing, whatever is open on it', async () => {
    const entries = ['ls jobs', 'cat 日本', 'aa bb', 'echo a\nb'];
    const complete = async (text: string, cursor: number) => ({
      start: text.lastIndexOf(' ', cursor - 1) + 1,
      end: cursor,
      candidates: ['aa', 'ab', '日本', 'b-b'].map((value) => ({ value, label: value, description: `about ${value}`, final: true })),
    });
    const more = [
      ...chords,
      ...['Tab', 'Tab', 'S-Tab', 'C-r', 'C-s', 'M-?', 'Escape', 'M-3', 'C-l', 'C-v'].map((chord) => ({ keys: keys(chord) })),
    ];
    const sequence = fc.array(fc.oneof(typing, fc.constantFrom(...more)), { maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(columns, fc.integer({ min: 2, max: 8 }), sequence, async (size, rows, steps) => {
        const one = session({ columns: size, rows, prompt: PROMPT, complete, history: { entries: () => entries, add: () => {} } });
        for (const { keys: pressed } of steps) {
          one.readline.feed(pressed);
          await one.settled();
        }
        await one.settled();
        const before = seen(one);
        one.readline.hide();
        one.readline.show();
        await one.settled();
        expect(seen(one)).toEqual(before);
      }),
      { numRuns: 200 },
    );
  });
});
