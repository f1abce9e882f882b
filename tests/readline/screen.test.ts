import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { putMenu } from '../../src/readline/completion.ts';
import { type EditorScreen, reflowed } from '../../src/readline/screen.ts';
import { putSearch } from '../../src/readline/search.ts';
import { freshState } from '../../src/readline/state.ts';
import { view } from '../../src/readline/view.ts';
import { line } from '../../src/term/style.ts';
import { graphemes } from '../../src/term/width.ts';

const shownOf = (text: string, cursor: number, columns: number): EditorScreen =>
  view(
    { ...freshState(0), text, cursor },
    {
      prompt: line('$ '),
      continuation: line('> '),
      columns,
      rows: 1000,
      putMenu,
      putSearch,
      history: [],
      highlight: (shown) => line(shown),
    },
  );

/** The text, since a blank row at its end holds nothing but the cursor, and that. */
const look = ({ rows, cursor }: EditorScreen) => ({
  text: rows
    .map(({ cells }) =>
      cells
        .map(({ text }) => text)
        .join('')
        .trimEnd(),
    )
    .join('\n')
    .trimEnd(),
  cursor,
});

describe('a terminal that has changed its width', () => {
  test('shows what a terminal of that width would show', () => {
    const unit = fc.constantFrom('a', 'b', ' ', '日', '🙂', 'e\u0301', '\n', '\x07');
    const width = fc.integer({ min: 4, max: 30 });
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), fc.nat(), width, width, (text, place, before, after) => {
        const ends = [0];
        for (const grapheme of graphemes(text)) ends.push((ends.at(-1) ?? 0) + grapheme.length);
        const cursor = ends[place % ends.length] ?? 0;
        expect(look(reflowed(shownOf(text, cursor, before), after))).toEqual(look(shownOf(text, cursor, after)));
      }),
      { numRuns: 1000 },
    );
  });
});
