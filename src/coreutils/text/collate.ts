/** The C locale's order of text: by bytes, which in UTF-8 is by code points. */

const beyondBmp = /[\ud800-\udfff]/;

/** Moves surrogates above the rest of the BMP, where their code points are. */
const rank = (unit: number): number => (unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800);

const compareUnits = (a: string, b: string): number => {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const difference = rank(a.charCodeAt(i)) - rank(b.charCodeAt(i));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
};

/** memcmp(3) of the UTF-8: negative, zero or positive. */
export const compareText = (a: string, b: string): number => {
  if (a === b) return 0;
  if (beyondBmp.test(a) || beyondBmp.test(b)) return compareUnits(a, b);
  return a < b ? -1 : 1;
};
