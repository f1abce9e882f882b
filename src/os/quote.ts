/** Names and values inside messages, spelt as gnulib's quotearg spells them, and words that a shell reads back. */

const UNPRINTABLE = /[\p{Cc}\p{Cn}\p{Cs}\u2028\u2029]/u;
/** Printable runs, and runs of what is not. */
const RUNS = /[\p{Cc}\p{Cn}\p{Cs}\u2028\u2029]+|[^\p{Cc}\p{Cn}\p{Cs}\u2028\u2029]+/gu;
/** What a shell could take for something else. */
const SPECIAL = /[ !"$&'()*;<=>?[\\^`|]|^[#~]|^[{}]$/;
/** What means the same between double quotes in C and in a shell. */
const PLAIN = /^[#~]?(?:[ '%+,\-./0-9:@A-Z\]_a-z]|[^\0-\x7f])*$/;

const letters = new Map([
  ['\x07', 'a'],
  ['\b', 'b'],
  ['\t', 't'],
  ['\n', 'n'],
  ['\v', 'v'],
  ['\f', 'f'],
  ['\r', 'r'],
]);

const encoder = new TextEncoder();

const escaped = (character: string): string => {
  const letter = letters.get(character);
  if (letter !== undefined) return `\\${letter}`;
  return Array.from(encoder.encode(character), (byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
};

const escapeAll = (run: string): string => Array.from(run, escaped).join('');

/** gnulib's `quote`, for values: `‘x’`, with C's escapes. */
export const quote = (text: string): string =>
  `‘${Array.from(text, (it) => (it === '\\' || it === '’' ? `\\${it}` : UNPRINTABLE.test(it) ? escaped(it) : it)).join('')}’`;

/** Between single quotes, whatever it holds: a word to every shell. */
export const singleQuoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** gnulib's `quoteaf`, for file names: `'x'`, as a shell would take it back. */
export const quoteFile = (name: string): string => {
  if (name === '') return "''";
  if (!UNPRINTABLE.test(name)) return name.includes("'") && PLAIN.test(name) ? `"${name}"` : singleQuoted(name);
  const runs = (name.match(RUNS) ?? []).map((run) => (UNPRINTABLE.test(run) ? `$'${escapeAll(run)}'` : singleQuoted(run)));
  return (runs[0]?.startsWith('$') ? "''" : '') + runs.join('');
};

/** gnulib's shell-escape style, for file names in a list: quoted only where a shell could misread them. */
export const quoteFileIfNeeded = (name: string): string =>
  name === '' || SPECIAL.test(name) || UNPRINTABLE.test(name) ? quoteFile(name) : name;

/** gnulib's `quotef`, for the file of which a message says something after a colon. */
export const quoteSubject = (name: string): string => (name.includes(':') ? quoteFile(name) : quoteFileIfNeeded(name));

/** A word of a command line: quoted unless every character is safe wherever it stands. */
export const quoteWord = (word: string): string => (/^[\w.+@%/-]+$/.test(word) ? word : singleQuoted(word));
