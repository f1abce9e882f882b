/** What a shell writes reaches the page whole, in order, in parts that it can show between two frames. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Outbox } from '../../src/worker/outbox.ts';
import type { FromShell } from '../../src/worker/protocol.ts';

const later = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const open = () => {
  const sent: FromShell[] = [];
  const out = new Outbox({ send: (message) => sent.push(message) }, later);
  const text = (): string =>
    sent.flatMap((message) => (message.kind === 'write' ? message.pieces.map((piece) => piece.text) : [`<${message.kind}>`])).join('');
  return { out, sent, text };
};

it('small pieces go as one message, behind them whatever is sent next', async () => {
  const { out, sent, text } = open();
  for (const word of ['one ', 'two ', 'three']) await out.write(1, { text: word });
  out.send({ kind: 'pong' });
  expect([sent.length, text()]).toEqual([2, 'one two three<pong>']);
});

it('a long piece goes in parts, and nothing of it is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }), fc.integer({ min: 1, max: 400 }), async (unit, times) => {
      const { out, sent, text } = open();
      const written = unit.repeat(times);
      const done = out.write(1, { text: written, style: { role: 'bad' } });
      for (let i = 0; i < 30; i++) {
        await later();
        out.credit(32_768);
      }
      await done;
      out.flush();
      expect(text()).toBe(written);
      for (const message of sent)
        if (message.kind === 'write')
          for (const piece of message.pieces) {
            expect(piece.text.length).toBeLessThanOrEqual(8_192);
            expect(piece.style).toEqual({ role: 'bad' });
          }
    }),
    { numRuns: 50 },
  );
});

it('a writer waits while the page is behind, and goes on when it has shown enough', async () => {
  const { out } = open();
  let finished = false;
  const writing = (async () => {
    for (let i = 0; i < 100; i++) await out.write(1, { text: 'x'.repeat(1_000) });
    finished = true;
  })();
  for (let i = 0; i < 10; i++) await later();
  expect(finished).toBe(false);
  out.credit(100_000);
  await writing;
  expect(finished).toBe(true);
});

it('output of two jobs is not mixed up', async () => {
  const { out, sent } = open();
  await out.write(1, { text: 'a' });
  await out.write(2, { text: 'b' });
  await out.write(1, { text: 'c' });
  out.flush();
  expect(sent.map((message) => (message.kind === 'write' ? [message.job, ...message.pieces.map(({ text }) => text)] : []))).toEqual([
    [1, 'a'],
    [2, 'b'],
    [1, 'c'],
  ]);
});
