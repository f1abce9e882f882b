import { describe, expect, test } from 'vitest';
import { historyOf, session } from './terminal.ts';

describe('a line', () => {
  test('is typed, edited and accepted, and the cursor stands below it', async () => {
    const { type, press, screen, outcomes, terminal } = session();
    await type('ls jbos');
    await press('C-b C-b C-t Enter');
    expect(outcomes).toEqual([{ kind: 'accept', line: 'ls jobs' }]);
    expect(screen()).toBe('$ ls jobs\n$');
    expect([terminal.buffer.active.cursorX, terminal.buffer.active.cursorY]).toEqual([2, 1]);
  });
  test('fetches history', async () => {
    const { type, press, screen } = session({ history: historyOf(['ls jobs', 'cat tiktok']) });
    await type('l');
    expect(screen()).toBe('$ ls jobs');
    await press('Up');
    expect(screen()).toBe('$ ls jobs');
  });
});
