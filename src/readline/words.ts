/** The words of a command line as history knows them (history manual, "Word Designators"). */

/** Words keep their quotes; operators are words of their own. */
export const wordsOf = (line: string): string[] => line.match(/(?:[^\s|&;<>()'"\\]|\\.?|'[^']*'?|"(?:[^"\\]|\\.?)*"?)+|[|&;<>()]+/gs) ?? [];
