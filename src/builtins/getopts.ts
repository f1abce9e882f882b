/** `getopts`: takes options off a script's arguments, one at a call (POSIX `getopts`). */
import { defineBuiltin } from '../os/builtin.ts';
import type { ShellPort } from '../os/shell-port.ts';

/** What one call found. */
interface Found {
  readonly letter: string;
  readonly argument: string | undefined;
  readonly problem?: 'unknown' | 'missing';
}

/** The next option, moving OPTIND and the offset in its cluster; undefined when the options are over. */
const nextOption = (known: string, args: readonly string[], shell: ShellPort): Found | undefined => {
  let index = Math.max(1, Number(shell.get('OPTIND')) || 1);
  const cluster = args[index - 1];
  let offset = shell.optionOffset;
  if (offset === 0) {
    if (cluster === '--') shell.set('OPTIND', String(index + 1));
    if (cluster === undefined || cluster === '--' || !/^-./.test(cluster)) return undefined;
    offset = 1;
  }
  const letter = cluster?.charAt(offset) ?? '';
  const rest = cluster?.slice(offset + 1) ?? '';
  const place = letter === ':' ? -1 : known.replace(/^:/, ' ').indexOf(letter);
  const takes = place >= 0 && known.charAt(place + 1) === ':';
  if (rest === '' || takes) index++;
  shell.optionOffset = rest === '' || takes ? 0 : offset + 1;
  const argument = takes ? (rest === '' ? args[index++ - 1] : rest) : undefined;
  shell.set('OPTIND', String(takes ? Math.min(index, args.length + 1) : index));
  if (place < 0) return { letter, argument: undefined, problem: 'unknown' };
  return takes && argument === undefined ? { letter, argument, problem: 'missing' } : { letter, argument };
};

const wordings = { unknown: 'illegal option', missing: 'option requires an argument' } as const;

export default defineBuiltin({
  name: 'getopts',
  summary: "take options off a script's arguments, one at a call",
  topic: 'shell',
  options: {},
  operands: [
    { name: 'LETTERS', kind: 'text' },
    { name: 'NAME', kind: 'variable' },
    { name: 'ARGUMENT', kind: 'text', optional: true, repeat: true },
  ],
  rawArguments: true,
  examples: [{ line: 'set -- -a -b 5; while getopts ab: letter; do echo $letter $OPTARG; done', shows: 'read options in a loop' }],
  run: async ({ stderr }, { operands: [letters, name, ...given] }, shell) => {
    const found = nextOption(letters, given.length > 0 ? given : shell.arguments, shell);
    const silent = letters.startsWith(':');
    shell.set(name, !found || (found.problem && !(silent && found.problem === 'missing')) ? '?' : found.problem ? ':' : found.letter);
    if (found?.problem && !silent) {
      await stderr.write(`${shell.get('0')}: ${wordings[found.problem]} -- ${found.letter}\n`, { role: 'bad' });
    }
    const argument = found?.problem ? (silent ? found.letter : undefined) : found?.argument;
    if (argument !== undefined) shell.set('OPTARG', argument);
    else shell.unset('OPTARG');
    return found ? 0 : 1;
  },
});
