/** Lines of the language on which we choose to differ from bash: what we do instead, and why. */

/** One such line. */
export interface Difference {
  readonly line: string;
  readonly stdout: string;
  readonly status: number;
  readonly why: string;
}

export const differences: readonly Difference[] = [
  { line: 'echo $0', stdout: 'cvsh\n', status: 0, why: 'the shell is called cvsh' },
  { line: 'echo $[1+2]', stdout: '', status: 2, why: 'bash itself calls this spelling obsolete; it is refused by name' },
  { line: 'echo a; echo ${}', stdout: '', status: 2, why: 'a bad substitution is found before anything runs' },
  { line: 'echo a; echo ${x!y}', stdout: '', status: 2, why: 'a bad substitution is found before anything runs' },
  { line: '[[ a == ]]', stdout: '', status: 2, why: 'bash tells a syntax error here, yet its status is 0' },
  { line: 'for 1x in a; do :; done', stdout: '', status: 2, why: 'a bad name is found before anything runs' },
  { line: 'x=(1 2); echo no', stdout: '', status: 2, why: 'there are no arrays; they are refused by name' },
  { line: 'alias greet="echo hi"\ngreet', stdout: 'hi\n', status: 0, why: 'aliases work without a terminal too' },
];
