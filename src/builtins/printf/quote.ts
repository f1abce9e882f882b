/** printf's `%q`: a text as bash would read it back (bash's sh_backslash_quote and ansic_quote). */

const named = new Map([
  ['\x07', '\\a'],
  ['\b', '\\b'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\v', '\\v'],
  ['\f', '\\f'],
  ['\r', '\\r'],
  ['\x1b', '\\E'],
  ['\\', '\\\\'],
  ["'", "\\'"],
]);

const inAnsiQuotes = (character: string): string =>
  named.get(character) ?? `\\${(character.codePointAt(0) ?? 0).toString(8).padStart(3, '0')}`;

/** The word, with a backslash before each character that means something; in `$'…'` when it holds control characters. */
export const quoteForShell = (text: string): string => {
  if (text === '') return "''";
  if (/\p{Cc}/u.test(text)) return `$'${text.replace(/[\p{Cc}\\']/gu, inAnsiQuotes)}'`;
  return text.replace(/[ '"\\|&;()<>!{}*[?\]^$`,]|^[#~]|(?<=[:=])~/g, '\\$&');
};
