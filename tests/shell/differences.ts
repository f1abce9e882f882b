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
  { line: '[[ a == ]]', stdout: '', status: 2, why: 'bash tells a syntax error here, yet its status is 0' },
  { line: 'for 1x in a; do :; done', stdout: '', status: 2, why: 'a bad name is found before anything runs' },
  { line: 'select x in a b; do :; done', stdout: '', status: 2, why: 'select is out, and refused by name' },
  { line: 'coproc cat', stdout: '', status: 2, why: 'coproc is out, and refused by name' },
  { line: 'trap : INT', stdout: '', status: 1, why: 'only EXIT can be trapped here' },
  { line: 'echo [$BASH_VERSION]', stdout: '[]\n', status: 0, why: 'the shell is not bash, and does not say so' },
  { line: 'alias greet="echo hi"\ngreet', stdout: 'hi\n', status: 0, why: 'aliases work without a terminal too' },
];
