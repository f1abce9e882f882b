/** printf's formats and numbers: what parses, and to which digits. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expandEscapes } from '../../src/coreutils/printf/escapes.ts';
import { FIELD_WIDTH, formatFloat, formatInteger, formatText, layoutOf, parseFormat } from '../../src/coreutils/printf/format.ts';
import { parseLongDouble } from '../../src/coreutils/printf/long-double.ts';
import { LimitError } from '../../src/os/limits.ts';

const size = (value: number | '*' | undefined): number | undefined => (value === '*' ? undefined : value);

/** Sets one number by a format of one directive. */
const set = (format: string, number: string): string =>
  parseFormat(format)
    .map((part) => {
      if (typeof part === 'string') return part;
      const layout = layoutOf(part, size(part.width) ?? 0, size(part.precision));
      if ('diuoxX'.includes(part.conversion)) return formatInteger(BigInt(number), part.conversion, layout);
      return part.conversion === 's' ? formatText(number, layout) : formatFloat(parseLongDouble(number).value, part.conversion, layout);
    })
    .join('');

describe('a number', () => {
  it.each([
    ['%f', '0.1', '0.100000'],
    ['%.20f', '0.1', '0.10000000000000000000'],
    ['%.2f', '2.675', '2.67'],
    ['%.0f', '2.5', '2'],
    ['%.0f', '3.5', '4'],
    ['%.3e', '9999.6', '1.000e+04'],
    ['%g', '100000', '100000'],
    ['%g', '1000000', '1e+06'],
    ['%#g', '1', '1.00000'],
    ['%a', '1', '0x8p-3'],
    ['%+08.2f', '3.14159', '+0003.14'],
    ['%-8d|', '42', '42      |'],
    ['%#x', '255', '0xff'],
    ['%.3d', '-5', '-005'],
    ['%x', '-1', 'ffffffffffffffff'],
    ['%5s|', 'é', '   é|'],
    ['%.2s|', 'aé', 'a|'],
    ['%f', 'inf', 'inf'],
    ['%05f', '-nan', ' -nan'],
    ['%e', '1e4000', '1.000000e+4000'],
    ['%f', '1e99999', 'inf'],
  ])('by %s of %s is %s', (format, number, text) => {
    expect(set(format, number)).toBe(text);
  });

  it('is read back from seventeen digits as it was', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        // JavaScript writes −0 as 0.
        const written = Object.is(number, -0) ? '-0' : String(number);
        expect(Number(set('%.17g', written))).toBe(number);
      }),
    );
  });

  it('has as many decimals as JavaScript gives it, where both are exact', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 6 }), (units, decimals) => {
        const exact = units / 64;
        expect(Number(set(`%.${decimals + 6}f`, String(exact)))).toBe(exact);
      }),
    );
  });
});

describe('a field', () => {
  it('is no wider than its limit', () => {
    expect(set(`%${FIELD_WIDTH}d`, '1')).toHaveLength(FIELD_WIDTH);
    expect(() => set(`%${FIELD_WIDTH + 1}d`, '1')).toThrow(LimitError);
    expect(() => set(`%.${FIELD_WIDTH + 1}f`, '1')).toThrow(LimitError);
  });
});

describe('a format', () => {
  it('falls into parts that are the format again', () => {
    fc.assert(
      fc.property(fc.string(), (format) => {
        const parts = parseFormat(format).map((part) => (typeof part === 'string' ? part : part.source));
        // `%%` is the one thing that is read on the way.
        expect(parts.join('').replaceAll('%', '')).toBe(format.replaceAll('%', ''));
      }),
    );
  });

  it('knows the letters that stat and find have, which C takes for lengths', () => {
    expect(parseFormat('%h', false)).toMatchObject([{ conversion: 'h' }]);
    expect(parseFormat('%hd')).toMatchObject([{ conversion: 'd' }]);
  });
});

describe('escapes', () => {
  it.each([
    ['\\x41\\101\\u00e9\\e', 'format', 'AAé\x1b'],
    ['\\xc3\\xa9\\303\\251', 'format', 'éé'],
    ['\\0101\\101', 'argument', 'AA'],
    ['\\0101\\101', 'echo', 'A\\101'],
    ['\\"\\q\\\\', 'format', '"\\q\\'],
    ['\\"\\q\\\\', 'echo', '\\"\\q\\'],
    ['\\ud800', 'echo', '\ud800'],
    ['\\U110000', 'echo', '\ufffd'],
  ] as const)('of %s in %s are %j', (text, dialect, expected) => {
    expect(expandEscapes(text, dialect).text).toBe(expected);
  });

  it('end the output at \\c, but not in a format', () => {
    expect(expandEscapes('a\\cb', 'echo')).toMatchObject({ text: 'a', stopped: true });
    expect(expandEscapes('a\\cb', 'format')).toMatchObject({ text: 'a\\cb', stopped: false });
  });

  it('leave text without backslashes alone', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const plain = text.replaceAll('\\', '');
        expect(expandEscapes(plain, 'echo').text).toBe(plain);
      }),
    );
  });
});
