/** finger: shows the person as a login with a plan. */
import { defineCommand } from '../../os/command.ts';
import { CommandError } from '../../os/failure.ts';
import { writeLines } from '../../os/lines.ts';
import { wrap } from '../../term/layout.ts';
import { line } from '../../term/style.ts';
import { spanText } from '../dates.ts';
import { jobName } from '../entries/entry.ts';
import { resumeOf } from '../extension.ts';
import { slugOf } from '../names.ts';
import { loginName } from '../system/daemon.ts';

export default defineCommand({
  name: 'finger',
  summary: 'Show the person as a login with a plan',
  topic: 'résumé',
  options: {},
  operands: [{ name: 'NAME', kind: 'text', optional: true }],
  description: [
    'Shows login, role, where the person is logged in now, and the plan. NAME can be the login, or any word of the name or the role.',
  ],
  examples: [{ line: 'finger', shows: 'Who this is, in the style of 1985' }],
  statuses: { 1: 'there is no such person here' },
  seeAlso: ['whoami', 'who'],
  linkable: true,
  run: (process, { operands: [wanted] }) => {
    const { stdout, env } = process;
    const { person, jobs } = resumeOf(process);
    const login = loginName(person);
    const known = [login, ...login.split('-'), ...slugOf(person.role).split('-')];
    if (wanted !== undefined && !known.includes(slugOf(wanted))) throw new CommandError(`${wanted}: no such user.`);
    const present = jobs.filter(({ end }) => end === 'now');
    return writeLines(stdout, [
      line(person.name === undefined ? `Login: ${login}` : `Login: ${login}    Name: ${person.name}`),
      line(`Role: ${person.role}`),
      line(`Directory: ${env.get('HOME') ?? '/'}    Shell: cvsh`),
      ...present.map((job) => line(`On as ${jobName(job)}, ${spanText(job.start, job.end)}`)),
      ...(present.length > 0 ? [] : [line('Not logged in anywhere.')]),
      line('No mail.'),
      line('Plan:'),
      ...wrap(line(person.tagline), stdout.columns),
    ]);
  },
});
