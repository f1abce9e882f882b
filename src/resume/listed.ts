/** Names as a phrase. */

/** `A`, `A and B`, or `A, B and C`; empty for none. */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
