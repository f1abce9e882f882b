/** git's other verbs that read: status, branch, diff, blame. */

import { tableLines } from '../../../coreutils/tables.ts';
import { CommandError, VfsError } from '../../../os/failure.ts';
import { operandPaths } from '../../../os/inputs.ts';
import { writeLines } from '../../../os/lines.ts';
import { baseName } from '../../../os/path.ts';
import type { Process } from '../../../os/process.ts';
import { type Line, line } from '../../../term/style.ts';
import { beginning, spanText } from '../../dates.ts';
import { jobName } from '../../entries/entry.ts';
import { resumeOf } from '../../extension.ts';
import { commits } from './commits.ts';
import { FATAL, shortHash } from './select.ts';

/** Prints what is in progress. */
export const status = (process: Process): Promise<void> => {
  const { stdout } = process;
  const resume = resumeOf(process);
  const present = resume.jobs.filter(({ end }) => end === 'now');
  const rows = present.map(
    (job): Line => [
      { text: '\t' },
      { text: `running:   jobs/${job.slug}`, style: { role: 'good', run: `cat ${job.slug}` } },
      { text: `  (${jobName(job)}, ${spanText(job.start, job.end)})` },
    ],
  );
  return writeLines(stdout, [
    line('On branch main'),
    ...(rows.length > 0 ? [line('Work in progress:'), ...rows, []] : []),
    line('nothing to commit, working tree clean: what is done is done'),
  ]);
};

/** Prints each role as a branch, with the present one checked out. */
export const branch = (process: Process): Promise<void> =>
  writeLines(
    process.stdout,
    resumeOf(process).jobs.map(({ slug, end }) => [
      { text: end === 'now' ? '* ' : '  ' },
      { text: slug, style: { role: end === 'now' ? 'good' : 'link', run: `cat ${slug}` } },
    ]),
  );

/** The lines of the file that an operand names; CommandError as for git's other paths. */
const read = (process: Process, operand: string): { readonly name: string; readonly lines: readonly string[] } => {
  const [path = ''] = operandPaths(process, operand);
  try {
    return { name: baseName(path), lines: process.fs.readFile(path).trimEnd().split('\n') };
  } catch (error) {
    throw error instanceof VfsError ? new CommandError(`${operand}: ${error.message}`) : error;
  }
};

/** Prints, line by line, what the first of two entries has and the second does not, and the reverse. */
export const diff = async (process: Process, operands: readonly string[]): Promise<void> => {
  const [first, second] = operands;
  if (first === undefined || second === undefined) return;
  const a = read(process, first);
  const b = read(process, second);
  const gone = a.lines.filter((text) => text !== '' && !b.lines.includes(text));
  const come = b.lines.filter((text) => text !== '' && !a.lines.includes(text));
  await writeLines(process.stdout, [
    line(`--- a/${a.name}`, { bold: true }),
    line(`+++ b/${b.name}`, { bold: true }),
    ...gone.map((text) => line(`-${text}`, { role: 'bad' })),
    ...come.map((text) => line(`+${text}`, { role: 'good' })),
  ]);
};

/** Prints who is to blame for each line of an entry: always the same person. */
export const blame = (process: Process, [operand]: readonly string[]): Promise<void> => {
  if (operand === undefined) throw new CommandError('blame whom? Try: git blame about', FATAL);
  const file = read(process, operand);
  const known = commits(resumeOf(process));
  const commit = known.find(({ slug }) => slug === file.name) ?? known[0];
  const { person } = resumeOf(process);
  const hash = commit ? shortHash(commit) : '';
  const rows = file.lines.map((text, index) => [
    [{ text: hash, style: { role: 'warn' } as const }],
    `(${person.name ?? person.role}`,
    commit?.date ?? beginning(resumeOf(process)) ?? '',
    `${index + 1})`,
    text,
  ]);
  return writeLines(process.stdout, tableLines(rows, { right: [3] }));
};
