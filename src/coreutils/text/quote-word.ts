/** A name as a word of a command line. */

/** The word as a shell reads it back: quoted only where it must be. */
export const quoteWord = (word: string): string => (/^[\w.+@%/-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
