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
  { line: 'declare -a a', stdout: '', status: 2, why: 'there are no arrays; they are refused by name' },
  { line: 'read -a a <<< "1 2"', stdout: '', status: 2, why: 'there are no arrays; they are refused by name' },
  { line: 'echo ${!HO*}', stdout: '', status: 2, why: 'names by prefix go with arrays; they are refused by name' },
  { line: 'mapfile x < about', stdout: '', status: 127, why: 'builtins that are out are refused by name' },
  { line: 'select x in a b; do :; done', stdout: '', status: 2, why: 'select is out, and refused by name' },
  { line: 'coproc cat', stdout: '', status: 2, why: 'coproc is out, and refused by name' },
  { line: 'trap : INT', stdout: '', status: 1, why: 'only EXIT can be trapped here' },
  { line: 'echo [$BASH_VERSION]', stdout: '[]\n', status: 0, why: 'the shell is not bash, and does not say so' },
  { line: 'alias greet="echo hi"\ngreet', stdout: 'hi\n', status: 0, why: 'aliases work without a terminal too' },
];
