/** whoami: says who this résumé is about. */

import { speechOf } from '../../locales/reader.ts';
import type { Sentences } from '../../locales/speech.ts';
import { defineCommand } from '../../os/command.ts';
import { writeLines } from '../../os/lines.ts';
import { coreutils } from '../../os/operands.ts';
import type { Process } from '../../os/process.ts';
import { entryDisplay } from '../entries/display.ts';
import { aboutEntry, type Entry, jobName } from '../entries/entry.ts';
import { entryText } from '../entries/text.ts';
import { resumeOf } from '../extension.ts';

/** The label of the present job. */
const nowWords = { label: 'Now', lead: 'now' } as const satisfies Sentences;

/** Prints an entry: set for reading on a terminal, as its file elsewhere. */
const printEntry = async (process: Process, entry: Entry): Promise<void> => {
  const { stdout } = process;
  if (!stdout.isTty) return stdout.write(entryText(entry));
  return writeLines(stdout, entryDisplay(entry, stdout.columns, 1, await speechOf(process)));
};

export default defineCommand({
  name: 'whoami',
  summary: 'Say who this is',
  topic: 'résumé',
  options: {},
  dialect: coreutils,
  operands: [],
  description: [
    'Says what this person does, since when, where, and where now. You are a visitor: echo $USER.',
    'The file about has the rest: likes and contacts, if there are any.',
  ],
  examples: [
    { line: 'whoami', shows: 'Role, years, places, and the present job' },
    { line: 'whoami | grep Now', shows: 'The present job alone' },
  ],
  seeAlso: ['cat', 'timeline', 'finger'],
  linkable: true,
  run: (process) => {
    const { host } = process;
    const resume = resumeOf(process);
    const about = aboutEntry(resume, host.now());
    const present = resume.jobs.filter(({ end }) => end === 'now');
    const now = present.map((job) => ({ ...nowWords, text: jobName(job), run: `cat ${job.slug}` }));
    // The first paragraph tells in full what the tagline tells in short.
    const paragraphs = resume.person.about.length > 0 ? resume.person.about : about.paragraphs;
    const entry: Entry = { ...about, facts: [...about.facts, ...now], paragraphs, notes: [] };
    return printEntry(process, entry);
  },
});
