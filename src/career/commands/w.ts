/** w: shows who is logged in, and what they are doing. */

import { tableFor } from '../../coreutils/tables.ts';
import { defineCommand } from '../../os/command.ts';
import { writeLines } from '../../os/lines.ts';
import { line } from '../../term/style.ts';
import { resumeOf } from '../extension.ts';
import { loginName } from '../system/daemon.ts';
import { clock, uptimeLine } from '../system/report.ts';

export default defineCommand({
  name: 'w',
  summary: 'Show who is logged in, and what they are doing',
  topic: 'résumé',
  options: { noHeader: { short: 'h', long: 'no-header', summary: 'leave out the header' } },
  operands: [],
  description: ['Like who, with the uptime above and the work beside each login.'],
  examples: [{ line: 'w', shows: 'The present job as work in progress' }],
  seeAlso: ['who', 'uptime'],
  linkable: true,
  run: (process, { options }) => {
    const { stdout, env, host } = process;
    const resume = resumeOf(process);
    const login = loginName(resume.person);
    const rows = [
      ...(options.noHeader ? [] : [['USER', 'TTY', 'LOGIN@', 'WHAT']]),
      ...resume.jobs.filter(({ end }) => end === 'now').map(({ slug, start, title }) => [login, slug, start, title]),
      [env.get('USER') ?? 'visitor', host.kind, clock(process, '%H:%M'), 'reading a résumé'],
    ];
    return writeLines(stdout, [...(options.noHeader ? [] : [line(uptimeLine(process))]), ...tableFor(stdout, rows, { drop: [0, 2] })]);
  },
});
