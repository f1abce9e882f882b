/** How a visitor leaves the shell: by `exit`, or by Ctrl-D at an empty prompt. */
import { describe, expect, it } from 'vitest';
import { openConsole } from './console.ts';

describe.each([
  ['exit', 'exit\r'],
  ['Ctrl-D', '\x04'],
])('%s', (_name, keys) => {
  it('runs the EXIT trap, and leaves with the status of the last command', async () => {
    const console = await openConsole();
    await console.line("trap 'echo bye' EXIT; (exit 3)");
    await console.keys(keys);
    await expect.poll(() => console.left).toEqual([3]);
    expect(console.lastBlock()).toEqual(['exit', 'bye']);
  });

  it('leaves with what the trap says', async () => {
    const console = await openConsole();
    await console.line("trap 'exit 7' EXIT");
    await console.keys(keys);
    await expect.poll(() => console.left).toEqual([7]);
  });

  it('leaves although the trap never ends, once Ctrl-C has stopped it', async () => {
    const console = await openConsole();
    await console.line("trap 'while :; do :; done' EXIT");
    await console.keys(keys);
    await console.keys('\x03');
    await expect.poll(() => console.left).toEqual([130]);
  });
});

it('before anything was typed Ctrl-D has nothing to run', async () => {
  const console = await openConsole();
  await console.keys('\x04');
  await expect.poll(() => console.left).toEqual([0]);
});
