import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freshState } from '../../src/readline/state.ts';
import { key, services, stepped, typed } from './editing.ts';

/** The simplest line there is: graphemes before the cursor, graphemes behind it, and what was killed last. */
interface Model {
  before: string[];
  behind: string[];
  killed: string;
}

const acts: Readonly<Record<string, (model: Model) => void>> = {
  Left: ({ before, behind }) => void behind.unshift(...before.splice(-1)),
  Right: ({ before, behind }) => void before.push(...behind.splice(0, 1)),
  Home: ({ before, behind }) => void behind.unshift(...before.splice(0)),
  End: ({ before, behind }) => void before.push(...behind.splice(0)),
  Backspace: ({ before }) => void before.pop(),
  Delete: ({ behind }) => void behind.shift(),
  'C-k': (model) => {
    const killed = model.behind.splice(0).join('');
    if (killed !== '') model.killed = killed;
  },
  'C-u': (model) => {
    const killed = model.before.splice(0).join('');
    if (killed !== '') model.killed = killed;
  },
  'C-y': ({ before, killed }) => void before.push(...typed(killed).map(({ text }) => text)),
  'C-t': ({ before, behind }) => {
    if (before.length === 0 || before.length + behind.length < 2) return;
    if (behind.length === 0) behind.unshift(...before.splice(-1));
    before.push(...behind.splice(0, 1), ...before.splice(-1));
  },
};

const letter = fc.constantFrom('a', 'b', ' ', 'é', '日', '🙂', '👍🏽', '👨\u200d👩\u200d👧', '🇮🇩', '❤\ufe0f', 'ש', 'e\u0301');
const press = fc.oneof({ weight: 3, arbitrary: letter }, { weight: 4, arbitrary: fc.constantFrom(...Object.keys(acts)) });

describe('the line', () => {
  test('is what a list of graphemes is, after any keys', () => {
    fc.assert(
      fc.property(fc.array(press, { maxLength: 40 }), (presses) => {
        const model: Model = { before: [], behind: [], killed: '' };
        let state = freshState(0);
        for (const [index, each] of presses.entries()) {
          const act = acts[each];
          if (act) act(model);
          else model.before.push(each);
          state = stepped(state, act ? key(each) : { chord: each, text: each }, services());
          // A kill right after another grows it, which the model leaves to the tables.
          if (/^C-[ku]$/.test(each) && /^C-[ku]$/.test(presses[index - 1] ?? '')) model.killed = state.kills[0] ?? '';
          expect([state.text, state.cursor]).toEqual([model.before.join('') + model.behind.join(''), model.before.join('').length]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('comes back step by step, and ends as it began', () => {
    fc.assert(
      fc.property(fc.array(press, { maxLength: 40 }), (presses) => {
        let state = freshState(0);
        for (const each of presses) state = stepped(state, acts[each] ? key(each) : { chord: each, text: each }, services());
        for (let turn = 0; turn <= presses.length; turn++) state = stepped(state, key('C-_'), services());
        expect(state.text).toBe('');
      }),
    );
  });
});
