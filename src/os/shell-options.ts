/** The shell's `set -o` and `shopt` options: their names, the letters that `set` takes for some, which are on at first. */

/** Letters of `set` and the options for which they stand, in the order in which `$-` shows them. */
export const optionLetters: ReadonlyMap<string, string> = new Map([
  ['a', 'allexport'],
  ['b', 'notify'],
  ['e', 'errexit'],
  ['f', 'noglob'],
  ['h', 'hashall'],
  ['k', 'keyword'],
  ['m', 'monitor'],
  ['n', 'noexec'],
  ['p', 'privileged'],
  ['t', 'onecmd'],
  ['u', 'nounset'],
  ['v', 'verbose'],
  ['x', 'xtrace'],
  ['B', 'braceexpand'],
  ['C', 'noclobber'],
  ['E', 'errtrace'],
  ['H', 'histexpand'],
  ['P', 'physical'],
  ['T', 'functrace'],
]);

/** Every option that `set -o` knows. */
export const setOptions: readonly string[] = [
  ...optionLetters.values(),
  ...'emacs history ignoreeof interactive-comments nolog pipefail posix vi'.split(' '),
].sort();

/** Every option that `shopt` knows. */
export const shoptOptions: readonly string[] = (
  'autocd assoc_expand_once cdable_vars cdspell checkhash checkjobs checkwinsize cmdhist compat31 compat32 compat40 compat41 compat42 ' +
  'compat43 compat44 complete_fullquote direxpand dirspell dotglob execfail expand_aliases extdebug extglob extquote failglob ' +
  'force_fignore globasciiranges globskipdots globstar gnu_errfmt histappend histreedit histverify hostcomplete huponexit ' +
  'inherit_errexit interactive_comments lastpipe lithist localvar_inherit localvar_unset login_shell mailwarn ' +
  'no_empty_cmd_completion nocaseglob nocasematch noexpand_translation nullglob patsub_replacement progcomp progcomp_alias ' +
  'promptvars restricted_shell shift_verbose sourcepath varredir_close xpg_echo'
).split(' ');

/** The options that are on when a shell begins. */
export const firstOptions: readonly string[] = (
  'braceexpand hashall interactive-comments checkwinsize cmdhist complete_fullquote extquote force_fignore globasciiranges ' +
  'globskipdots hostcomplete interactive_comments patsub_replacement progcomp promptvars sourcepath'
).split(' ');
