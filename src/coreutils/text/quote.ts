/** Names inside messages, quoted as gnulib quotes them. */

/** gnulib's `quote`: for values. */
export const quote = (text: string): string => `‘${text}’`;

/** gnulib's `quoteaf`: for file names, as the shell would take them back. */
export const quoteFile = (name: string): string => `'${name.replaceAll("'", "'\\''")}'`;
