/** tech: lists each technology with the jobs in which it was used. */

import { tableFor } from '../../coreutils/tables.ts';
import { speechOf } from '../../locales/reader.ts';
import { looking, type Speech } from '../../locales/speech.ts';
import { defineCommand } from '../../os/command.ts';
import { CommandError } from '../../os/failure.ts';
import { writeLines } from '../../os/lines.ts';
import { quoteWord } from '../../os/quote.ts';
import { wrap } from '../../term/layout.ts';
import type { Line, Piece } from '../../term/style.ts';
import { spanText } from '../dates.ts';
import { BODY, besideMargin, dotted, MARGIN, SPREAD } from '../entries/display.ts';
import { resumeOf } from '../extension.ts';
import { type Technology, technologies } from '../technologies.ts';

const link = (text: string, run: string): Piece => ({ text, style: { role: 'link', run } });

const row = ({ name, jobs, projects }: Technology): readonly Line[] => [
  [link(name, `tech ${quoteWord(name)}`)],
  dotted([...jobs.map(({ slug, employer }) => link(employer, `cat ${slug}`)), ...projects.map((it) => link(it.name, `cat ${it.slug}`))]),
];

const details = (speech: Speech, { name, jobs, projects }: Technology): readonly (readonly Line[])[] => [
  ...jobs.map((job): readonly Line[] => [
    [{ text: name }],
    [link(job.slug, `cat ${job.slug}`)],
    [{ text: spanText(job.start, job.end, speech), style: looking(speech, { role: 'muted' }) }],
    [{ text: `${job.title}, ${job.employer}` }],
  ]),
  ...projects.map((project): readonly Line[] => [
    [{ text: name }],
    [link(project.slug, `cat ${project.slug}`)],
    [],
    [{ text: project.name }],
  ]),
];

export default defineCommand({
  name: 'tech',
  summary: 'List technologies and the jobs that used them',
  topic: 'résumé',
  options: {},
  operands: [{ name: 'NAME', kind: 'text', optional: true, repeat: true }],
  description: [
    'Without NAME, it lists every technology of the résumé, newest first, and where it was used. With NAME, in any letter case, it lists the roles that used it, with their years.',
    'There are no stars and no percentages: nobody knows what four out of five stars in Redis mean.',
  ],
  examples: [{ line: 'tech', shows: 'Every technology, and where it was used' }],
  statuses: { 1: 'a technology is not in the résumé, or the résumé names none' },
  seeAlso: ['grep', 'timeline'],
  linkable: true,
  run: async (process, { operands }) => {
    const { stdout } = process;
    const all = technologies(resumeOf(process));
    if (operands.length === 0) {
      if (all.length === 0) throw new CommandError('the résumé names no technologies');
      if (stdout.isTty && stdout.columns >= SPREAD) {
        return writeLines(
          stdout,
          all.map(row).flatMap(([name = [], used = []]) => besideMargin(wrap(name, MARGIN - 2), wrap(used, BODY))),
        );
      }
      return writeLines(stdout, tableFor(stdout, all.map(row)));
    }
    const wanted = operands.map((name) => ({ name, found: all.find((it) => it.name.toLowerCase() === name.toLowerCase()) }));
    const speech = await speechOf(process);
    const rows = wanted.flatMap(({ found }) => (found ? details(speech, found) : []));
    await writeLines(stdout, tableFor(stdout, rows, { drop: [3] }));
    const missing = wanted.filter(({ found }) => !found).map(({ name }) => name);
    if (missing.length > 0) throw new CommandError(`${missing.join(', ')}: not in the résumé`);
  },
});
