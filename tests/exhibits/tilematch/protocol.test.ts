/** The protocol: exactly what is expected is let through, and nothing more. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseReply, parseRequest } from '../../../src/exhibits/tilematch/protocol.ts';

const claim = { k: 'data', s: 1, a: 0, m: { t: 'claim', round: 1, a: 3, b: 7 } };

describe('a player’s frame', () => {
  test.each([
    [{ k: 'hello', token: null, name: 'Ana' }],
    [{ k: 'hello', token: 'abc-123', name: 'Ana B.' }],
    [{ k: 'ping', t: 1_764_000_000_000 }],
    [{ k: 'ack', a: 3 }],
    [claim],
    [{ k: 'data', s: 2, a: 0, m: { t: 'queue' } }],
  ])('%j is let through', (frame) => {
    expect(parseRequest(JSON.stringify(frame))).toEqual(frame);
  });

  test.each([
    ['no JSON', '{'],
    ['an array', '[]'],
    ['a number', '7'],
    ['null', 'null'],
    ['an unknown kind', '{"k":"score","a":1}'],
    ['a forged score', JSON.stringify({ ...claim, m: { t: 'score', scores: [9999, 0] } })],
    ['a field too many', JSON.stringify({ ...claim, m: { ...claim.m, side: 1 } })],
    ['a field too few', JSON.stringify({ ...claim, m: { t: 'claim', round: 1, a: 3 } })],
    ['a field of a prototype', '{"k":"ack","__proto__":1}'],
    ['a tile beyond the board', JSON.stringify({ ...claim, m: { ...claim.m, b: 48 } })],
    ['half a tile', JSON.stringify({ ...claim, m: { ...claim.m, b: 0.5 } })],
    ['a number that is none', '{"k":"ack","a":"1"}'],
    ['control characters in a name', JSON.stringify({ k: 'hello', token: null, name: 'a\u001b[2J' })],
    ['a name that is too long', JSON.stringify({ k: 'hello', token: null, name: 'a'.repeat(17) })],
    ['a frame that is too long', JSON.stringify(claim) + ' '.repeat(600)],
  ])('%s is not', (_what, text) => {
    expect(parseRequest(text)).toBeUndefined();
  });

  test('may be any text without harm', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(parseRequest(text) ?? { k: 'ack' }).toHaveProperty('k');
        expect(parseReply(text) ?? { k: 'ack' }).toHaveProperty('k');
      }),
    );
  });
});

test('a referee’s frame may hold no control characters either', () => {
  expect(parseReply(JSON.stringify({ k: 'bye', why: 'too much nonsense' }))).toBeDefined();
  expect(parseReply(JSON.stringify({ k: 'bye', why: '\u001b[2J' }))).toBeUndefined();
});
