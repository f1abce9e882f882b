/** The shell's `set -o` and `shopt` options: their names, and the letters that `set` takes for some. */

/** Letters of `set` and the options for which they stand, in the order in which `$-` shows them. */
export const optionLetters: ReadonlyMap<string, string> = new Map([
  ['a', 'allexport'],
  ['e', 'errexit'],
  ['f', 'noglob'],
  ['n', 'noexec'],
  ['u', 'nounset'],
  ['v', 'verbose'],
  ['x', 'xtrace'],
  ['C', 'noclobber'],
]);

/** Every option that `set -o` knows here. */
export const setOptions: readonly string[] = [...optionLetters.values(), 'pipefail'].sort();

/** Every option that `shopt` knows here. */
export const shoptOptions: readonly string[] = ['dotglob', 'extglob', 'failglob', 'nocaseglob', 'nocasematch', 'nullglob'];
