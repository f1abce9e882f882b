/** The orders of text: by bytes, as in the C locale, and by the version numbers in names. */

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

const isDigit = (character: string): boolean => character >= '0' && character <= '9' && character.length === 1;

const order = (text: string, at: number): number => {
  if (at >= text.length) return -1;
  const character = text.charAt(at);
  if (isDigit(character)) return 0;
  if (/[A-Za-z]/.test(character)) return character.charCodeAt(0);
  return character === '~' ? -2 : character.charCodeAt(0) + 256;
};

/** The end of a run of what `test` accepts. */
const skip = (text: string, at: number, test: (character: string) => boolean): number => {
  while (at < text.length && test(text.charAt(at))) at++;
  return at;
};

/** Compares the digits at both places as numbers of any length. */
const compareNumbers = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

const compareParts = (a: string, b: string): number => {
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    while ((i < a.length && !isDigit(a.charAt(i))) || (j < b.length && !isDigit(b.charAt(j)))) {
      const difference = order(a, i++) - order(b, j++);
      if (difference !== 0) return difference;
    }
    const [startA, startB] = [skip(a, i, (c) => c === '0'), skip(b, j, (c) => c === '0')];
    i = skip(a, startA, isDigit);
    j = skip(b, startB, isDigit);
    const difference = compareNumbers(a.slice(startA, i), b.slice(startB, j));
    if (difference !== 0) return difference;
  }
  return 0;
};

/** `.` sorts first, then `..`, then other names with a leading dot, then the rest. */
const dotRank = (name: string): number => (name === '.' ? 0 : name === '..' ? 1 : name.startsWith('.') ? 2 : 3);

/** The name without its file-name suffixes: `a-1.2.tar.gz` is `a-1.2`. */
const stem = (name: string): string => {
  let end = name.length;
  for (let match = /\.[A-Za-z~][A-Za-z0-9~]*$/.exec(name); match && match.index > 0; ) {
    end = match.index;
    match = /\.[A-Za-z~][A-Za-z0-9~]*$/.exec(name.slice(0, end));
  }
  return name.slice(0, end);
};

/** Negative, zero or positive, as `sort -V` and `ls -v` order two names. */
export const compareVersions = (a: string, b: string): number => {
  if (a === '' || b === '') return a.length - b.length;
  const dots = dotRank(a) - dotRank(b);
  if (dots !== 0 || dotRank(a) < 2) return dots;
  return compareParts(stem(a), stem(b)) || compareParts(a, b);
};
