/** who: shows who is logged in, and where. */

import { type Cell, tableFor } from '../../coreutils/tables.ts';
import { defineCommand } from '../../os/command.ts';
import { writeLines } from '../../os/lines.ts';
import { coreutils } from '../../os/operands.ts';
import { resumeOf } from '../extension.ts';
import { loginName } from '../system/daemon.ts';
import { clock } from '../system/report.ts';

export default defineCommand({
  name: 'who',
  summary: 'Show who is logged in, and where',
  topic: 'résumé',
  options: {
    heading: { short: 'H', long: 'heading', summary: 'print a line of column headings' },
    count: { short: 'q', long: 'count', summary: 'print names and their number only' },
  },
  dialect: coreutils,
  operands: [
    { name: 'am', kind: ['am'], optional: true },
    { name: 'i', kind: ['i'], optional: true },
  ],
  description: ['Shows this person at the present job, and you. With two operands, as in who am i, it shows only you.'],
  examples: [{ line: 'who', shows: 'The present job as a login, and your own' }],
  seeAlso: ['w', 'last', 'whoami'],
  linkable: true,
  runsAlone: true,
  run: (process, { options, operands: [, second] }) => {
    const { stdout, env, host } = process;
    const resume = resumeOf(process);
    const login = loginName(resume.person);
    const all: (readonly Cell[])[] = [
      ...resume.jobs
        .filter(({ end }) => end === 'now')
        .map(({ slug, start, places }) => [login, slug, start, places.length > 0 ? `(${places.join(' / ')})` : '']),
      [env.get('USER') ?? 'visitor', host.kind, clock(process, '%Y-%m-%d %H:%M'), '(you)'],
    ];
    const rows = second === undefined ? all : all.slice(-1);
    if (options.count) return stdout.write(`${rows.map(([name]) => name).join(' ')}\n# users=${rows.length}\n`);
    return writeLines(
      stdout,
      tableFor(stdout, [...(options.heading ? [['NAME', 'LINE', 'TIME', 'COMMENT']] : []), ...rows], { drop: [3, 2] }),
    );
  },
});
