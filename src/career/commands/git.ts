/** git: shows the career as a history of commits. */

import { defineCommand } from '../../os/command.ts';
import { CommandError, UsageError } from '../../os/failure.ts';
import { plain } from '../../os/operands.ts';
import { parseArguments } from '../../os/options.ts';
import { log, logOptions, show } from './git/log.ts';
import { blame, branch, diff, status } from './git/work.ts';

const verbs = ['log', 'show', 'status', 'branch', 'diff', 'blame'] as const;

/** Verbs of git that would change something. */
const changes = new Set(
  'add am bisect checkout cherry-pick clean clone commit fetch gc init merge mv pull push rebase reset restore revert rm stash switch tag'.split(
    ' ',
  ),
);

export default defineCommand({
  name: 'git',
  summary: 'Show the career as a history of commits',
  topic: 'résumé',
  options: { version: { short: 'v', long: 'version', summary: 'print a version' } },
  dialect: { ...plain, missing: () => new UsageError(`a verb is missing: ${verbs.join(', ')}`) },
  arity: ({ options: { version } }) => (version ? { least: 0 } : {}),
  operands: [
    { name: 'VERB', kind: verbs },
    { name: 'ARGUMENT', kind: 'file', optional: true, repeat: true },
  ],
  inOrder: true,
  description: [
    'Each role is a commit, dated by its start; education is the first one. log takes --oneline, --graph, --author, --grep, --since, --until, --reverse, --stat, -n, a revision and paths. A path can be a slug or the name of an employer. DATE is a year, 2021-02, or ‘2 years ago’.',
    'show prints commits in full, status says what is in progress, branch lists the roles, diff compares two entries, and blame says who is to blame.',
    'Hashes come from the entries. You cannot rewrite history here: git refuses every verb that would.',
  ],
  examples: [
    { line: 'git log --oneline', shows: 'The career, one role a line' },
    { line: 'git log --graph --since=2020', shows: 'What began in 2020 or later' },
    { line: 'git show', shows: 'The newest role in full' },
    { line: 'git status', shows: 'What is in progress' },
  ],
  statuses: { 1: 'refused, or no such verb', 128: 'no such revision, path or date' },
  seeAlso: ['timeline', 'last', 'jobs'],
  linkable: true,
  run: async (process, { options, operands: [verb = '', ...rest] }) => {
    if (options.version) return process.stdout.write('git version 0 (cvsh)\n');
    switch (verb) {
      case 'log': {
        const given = parseArguments(logOptions, rest);
        return log(process, given.options, given.operands);
      }
      case 'show':
        return show(process, parseArguments({ stat: logOptions.stat }, rest).operands);
      case 'status':
        return status(process);
      case 'branch':
        return branch(process);
      case 'diff':
        return diff(process, rest);
      case 'blame':
        return blame(process, rest);
      default:
        if (changes.has(verb)) throw new CommandError(`${verb}: the past is read-only. Try: git log --oneline`);
        throw new CommandError(`'${verb}' is not a git command. See 'git --help'.`);
    }
  },
});
