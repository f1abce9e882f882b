import { expect, test } from 'vitest';
import { Modes } from '../../src/node/terminal/modes.ts';
import { enterAlternate, hideCursor, leaveAlternate, mouseOff, mouseOn, restore, showCursor } from '../../src/term/ansi.ts';

const after = (...written: readonly string[]): Modes => {
  const modes = new Modes();
  for (const data of written) modes.see(data);
  return modes;
};

test.each([
  ['nothing', [], ''],
  ['plain text', ['hello', '\x1b[1mbold\x1b[0m'], ''],
  ['a program that runs', [enterAlternate + hideCursor + mouseOn], enterAlternate + mouseOn + hideCursor],
  ['one that has left', [enterAlternate + hideCursor, restore + leaveAlternate], ''],
  ['one that shows the cursor meanwhile', [enterAlternate + hideCursor, showCursor], enterAlternate],
  ['mouse reports off again', [mouseOn, `x${mouseOff}y`], ''],
  ['on, off and on within one write', [hideCursor + showCursor + hideCursor], hideCursor],
  ['off, on and off within one write', [showCursor + hideCursor + showCursor], ''],
])('after %s the modes to put on again are known', (_name, written, redo) => {
  expect(after(...written).redo).toBe(redo);
});

test('the alternate screen is left only where it is on', () => {
  expect(after(enterAlternate).undo).toBe(restore + leaveAlternate);
  expect(after(enterAlternate, leaveAlternate).undo).toBe(restore);
});
