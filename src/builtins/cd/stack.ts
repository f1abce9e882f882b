/** The directory stack: the working directory, and those that `pushd` left (bash manual, "The Directory Stack"). */
import { CommandError, UsageError } from '../../os/failure.ts';
import type { ShellPort } from '../../os/shell-port.ts';

/** What `pushd`, `popd` and `dirs` are given. */
export interface StackArguments {
  /** The letters of the options. */
  readonly letters: string;
  /** `+N` and `-N`: a place, the working directory at 0. */
  readonly place: number | undefined;
  readonly directory: string | undefined;
}

/** The whole stack, the working directory first. */
export const stackOf = ({ cwd, directoryStack }: ShellPort): readonly string[] => [cwd, ...directoryStack];

/** The place that `+N` or `-N` names; throws CommandError when there is none. */
const placeOf = (text: string, shell: ShellPort): number => {
  const { length } = stackOf(shell);
  const number = Number(text.slice(1));
  if (number >= length) throw new CommandError(length === 1 ? 'directory stack empty' : `${text}: directory stack index out of range`);
  return text.startsWith('+') ? number : length - 1 - number;
};

/** Reads arguments, of which `known` are the option letters. */
export const readStackArguments = (args: readonly (string | undefined)[], known: string, shell: ShellPort): StackArguments => {
  let letters = '';
  let place: number | undefined;
  let directory: string | undefined;
  for (const arg of args) {
    if (arg === undefined) continue;
    if (directory === undefined && /^[-+]\d+$/.test(arg)) place = placeOf(arg, shell);
    else if (directory === undefined && /^-[a-z]+$/.test(arg)) {
      const wrong = [...arg.slice(1)].find((letter) => !known.includes(letter));
      if (wrong !== undefined) throw new UsageError(`-${wrong}: invalid option`);
      letters += arg.slice(1);
    } else if (directory === undefined && arg === '--') continue;
    else if (directory === undefined) directory = arg;
    else throw new CommandError('too many arguments');
  }
  return { letters, place, directory };
};

/** A directory as it is shown, with `~` for the home directory. */
const short = (path: string, home: string): string =>
  home !== '' && `${path}/`.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path;

/** The directories as `dirs` prints them: one line, or with `p` one a line, with `v` numbered, with `l` in full. */
export const showStack = (shell: ShellPort, letters = '', only?: number): string => {
  const home = letters.includes('l') ? '' : (shell.get('HOME') ?? '');
  const shown = stackOf(shell).map((path) => short(path, home));
  const line = (path: string, i: number): string => `${letters.includes('v') ? `${String(i).padStart(2)}  ` : ''}${path}\n`;
  if (only !== undefined) return line(shown[only] ?? '', only);
  return /[pv]/.test(letters) ? shown.map(line).join('') : `${shown.join(' ')}\n`;
};
