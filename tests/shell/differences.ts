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
  { line: '[[ a == ]]', stdout: '', status: 2, why: 'bash tells a syntax error here, yet its status is 0' },
  { line: 'echo [$BASH_VERSION]', stdout: '[]\n', status: 0, why: 'the shell is not bash, and does not say so' },
  { line: 'alias greet="echo hi"\ngreet', stdout: 'hi\n', status: 0, why: 'aliases work without a terminal too' },
];
