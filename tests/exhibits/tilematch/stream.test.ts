/** The stream: over a line that loses, repeats and reorders, each message arrives once and in order. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Random } from '../../../src/exhibits/stage/random.ts';
import {
  accept,
  acknowledged,
  dueFrames,
  isStuffed,
  newStream,
  push,
  resumed,
  type Safeguards,
  type Stream,
  safe,
} from '../../../src/exhibits/tilematch/line.ts';

type Numbers = Stream<number, number>;
interface Frame {
  readonly s?: number;
  readonly a: number;
  readonly m?: number;
}

/** Sends 1 to `count` over a bad line for a minute, then over a good one; answers what arrived. */
const transfer = (seed: number, count: number, safeguards: Safeguards): number[] => {
  const random = new Random(seed);
  let [sender, receiver]: [Numbers, Numbers] = [newStream(), newStream()];
  let flights: { at: number; toReceiver: boolean; frame: Frame }[] = [];
  const arrivedNumbers: number[] = [];
  for (let now = 0; now < 120_000; now += 50) {
    const isBad = now < 60_000;
    if (now / 50 < count) sender = push(sender, now / 50 + 1, now);
    const post = (toReceiver: boolean, frame: Frame): void => {
      for (let copies = isBad ? random.integer(3) : 1; copies > 0; copies--)
        flights.push({ at: now + random.integer(isBad ? 2000 : 50), toReceiver, frame });
    };
    const [nextSender, out] = dueFrames(sender, now);
    const [nextReceiver, back] = dueFrames(receiver, now);
    sender = nextSender;
    receiver = nextReceiver;
    for (const frame of out) post(true, frame);
    for (const frame of back) post(false, frame);
    for (const { toReceiver, frame } of flights.filter(({ at }) => at <= now)) {
      if (!toReceiver) sender = acknowledged(sender, frame.a) ?? sender;
      else if (frame.s !== undefined && frame.m !== undefined) {
        const [stream, ready] = accept(receiver, frame.s, frame.m, safeguards);
        receiver = stream;
        for (const number of ready) arrivedNumbers.push(number);
      }
    }
    flights = flights.filter(({ at }) => at > now);
  }
  return arrivedNumbers;
};

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

describe('a stream', () => {
  test('brings all, once and in order', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 60 }), (seed, count) => {
        expect(transfer(seed, count, safe)).toEqual(numbers(count));
      }),
      { numRuns: 20 },
    );
  });

  test.each<[string, Safeguards]>([
    ['repeats without telling what came twice', { once: false, inOrder: true }],
    ['loses without waiting for what is missing', { once: true, inOrder: false }],
  ])('%s', (_what, safeguards) => {
    expect(transfer(7, 40, safeguards)).not.toEqual(numbers(40));
  });

  test('takes no acknowledgement of what was never sent', () => {
    expect(acknowledged(push<number, number>(newStream(), 1, 0), 2)).toBeUndefined();
  });

  test('sends at once what was not acknowledged when the line is back', () => {
    const [sent] = dueFrames(push<number, number>(newStream(), 1, 0), 0);
    expect(dueFrames(sent, 10)[1]).toEqual([]);
    expect(dueFrames(resumed(sent, 10), 10)[1]).toEqual([{ k: 'data', s: 1, a: 0, m: 1 }]);
  });

  test('has had enough of somebody who acknowledges nothing', () => {
    let stream: Numbers = newStream();
    for (let i = 0; i < 300; i++) stream = push(stream, i, 0);
    expect(isStuffed(stream)).toBe(true);
  });
});
