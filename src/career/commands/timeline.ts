/** timeline: draws the career as bars. */
import { speechOf } from '../../locales/reader.ts';
import { defineCommand } from '../../os/command.ts';
import { writeLines } from '../../os/lines.ts';
import { resumeOf } from '../extension.ts';
import { timelineLines } from '../forms/timeline.ts';

export default defineCommand({
  name: 'timeline',
  summary: 'Draw the career as a timeline',
  topic: 'résumé',
  options: {},
  operands: [],
  description: [
    'It draws a bar for each job and course of study, newest first, as wide as the terminal. A bar ends where its last year begins; the bar of the present job ends today.',
  ],
  examples: [{ line: 'timeline', shows: 'The whole career at a glance' }],
  seeAlso: ['jobs', 'git', 'last'],
  linkable: true,
  run: async (process) =>
    writeLines(process.stdout, timelineLines(resumeOf(process), process.stdout.columns, process.host.now(), await speechOf(process))),
});
