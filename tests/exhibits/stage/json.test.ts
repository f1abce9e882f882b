/** What came from somebody else: let through only as expected. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Check, either, flag, list, literal, parse, record, text, two, whole } from '../../../src/exhibits/stage/json.ts';

const LONGEST = 200;

const greeting = record({ kind: literal('greeting'), name: text(5, /^[a-z]+$/), isLoud: flag });
const number = record({ kind: literal('number'), value: whole(-1, 3) });

test.each<[what: string, check: Check<unknown>, json: string]>([
  ['this word', literal('on'), '"on"'],
  ['nothing, on purpose', literal(null), 'null'],
  ['the least whole number', whole(-1, 3), '-1'],
  ['the greatest', whole(-1, 3), '3'],
  ['the longest text', text(5, /^[a-z]+$/), '"abcde"'],
  ['true', flag, 'true'],
  ['false', flag, 'false'],
  ['the one shape', either(greeting, number), '{"kind":"number","value":0}'],
  ['the other, its fields in any order', either(greeting, number), '{"isLoud":true,"name":"ana","kind":"greeting"}'],
  ['an empty list', list(2, flag), '[]'],
  ['the longest list', list(2, flag), '[true,false]'],
  ['two', two(flag), '[true,false]'],
  ['no fields where none is expected', record({}), '{}'],
])('%s is let through', (_what, check, json) => {
  expect(parse(json, LONGEST, check)).toEqual(JSON.parse(json));
});

test.each<[what: string, check: Check<unknown>, json: string]>([
  ['no JSON', flag, 'tru'],
  ['no text at all', flag, ''],
  ['another word', literal('on'), '"off"'],
  ['a number for its digits', literal('1'), '1'],
  ['too small', whole(-1, 3), '-2'],
  ['too great', whole(-1, 3), '4'],
  ['half a number', whole(-1, 3), '0.5'],
  ['digits', whole(-1, 3), '"1"'],
  ['more than a number holds exactly', whole(0, 2 ** 60), '9007199254740993'],
  ['beyond every number', whole(0, 2 ** 60), '1e999'],
  ['too long a text', text(5, /^[a-z]+$/), '"abcdef"'],
  ['a text that does not match', text(5, /^[a-z]+$/), '"a\\u001b"'],
  ['no text', text(5, /./), '7'],
  ['a truth that is a number', flag, '1'],
  ['neither shape', either(greeting, number), '{"kind":"farewell"}'],
  ['one too many', list(2, flag), '[true,false,true]'],
  ['one wrong among them', list(2, flag), '[true,1]'],
  ['something like a list', list(2, flag), '{"length":0}'],
  ['one of two', two(flag), '[true]'],
  ['three of two', two(flag), '[true,true,true]'],
  ['the second of two', two(flag), '[true,1]'],
  ['null for an object', record({}), 'null'],
  ['a list for an object', record({}), '[]'],
  ['a text for an object', record({}), '""'],
  ['a field too few', number, '{"kind":"number"}'],
  ['a field too many', number, '{"kind":"number","value":0,"more":0}'],
  ['a field in another’s place', number, '{"kind":"number","valve":0}'],
  ['a field of a wrong value', number, '{"kind":"number","value":9}'],
  ['a prototype for a field', number, '{"kind":"number","__proto__":0}'],
  ['a name that every object has', number, '{"kind":"number","toString":0}'],
])('%s is not', (_what, check, json) => {
  expect(parse(json, LONGEST, check)).toBeUndefined();
});

describe('a text of JSON', () => {
  test('may have the greatest length and no unit more', () => {
    expect(parse('true ', 5, flag)).toBe(true);
    expect(parse('true  ', 5, flag)).toBeUndefined();
  });

  test('may be any text without harm', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (json) => {
        expect([undefined, true, false, null]).toContain(parse(json, LONGEST, either(flag, literal(null))));
      }),
    );
  });
});
