/** The career as a history of commits: one for each role, beginning with education. */
import type { Education, Job, PartialDate, Resume } from '../../../../data/types.ts';
import { startOf } from '../../dates.ts';
import { courseName, sectionEntries } from '../../entries/sections.ts';
import { entryText } from '../../entries/text.ts';

export interface Commit {
  /** 40 hexadecimal digits, made from the entry alone. */
  readonly hash: string;
  readonly slug: string;
  /** The file it added, relative to home. */
  readonly path: string;
  /** Lines of that file. */
  readonly lines: number;
  readonly author: string;
  /** When it began, as precisely as we know: `2023` or `2023-02`. */
  readonly date: string;
  /** The same as milliseconds since 1970. */
  readonly at: number;
  readonly subject: string;
  /** Paragraphs and highlights, without the indent. */
  readonly body: readonly string[];
  /** The present job. */
  readonly head: boolean;
}

/** FNV-1a over UTF-16 units from a given start, 32 bits. */
const fnv = (text: string, start: number): number => {
  let hash = start;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
};

/** A hash of 160 bits; it need not be cryptographic. */
const hashOf = (text: string): string =>
  [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f].map((start) => fnv(text, start).toString(16).padStart(8, '0')).join('');

const jobCommit = (job: Job, name: string, text: string): Commit => ({
  hash: hashOf(text),
  slug: job.slug,
  path: `jobs/${job.slug}`,
  lines: text.split('\n').length - 1,
  author: `${name} <${job.employer}>`,
  date: job.start,
  at: startOf(job.start),
  subject: `feat: ${job.title} at ${job.employer}`,
  body: [...job.summary, ...(job.highlights ?? []).map((highlight) => `- ${highlight}`)],
  head: job.end === 'now',
});

const educationCommit = (course: Education, start: PartialDate, name: string, text: string, first: boolean): Commit => ({
  hash: hashOf(text),
  slug: course.slug,
  path: `education/${course.slug}`,
  lines: text.split('\n').length - 1,
  author: `${name} <${course.institution}>`,
  date: start,
  at: startOf(start),
  subject: `${first ? 'Initial commit' : 'learn'}: ${courseName(course)}`,
  body: [],
  head: false,
});

/** Every commit, newest first. */
export const commits = (resume: Resume): readonly Commit[] => {
  const name = resume.person.name ?? resume.person.role;
  const texts = (section: 'jobs' | 'education'): readonly string[] => sectionEntries(resume, section, 0).map(entryText);
  const jobTexts = texts('jobs');
  const educationTexts = texts('education');
  const last = resume.education.length - 1;
  return [
    ...resume.jobs.map((job, index) => jobCommit(job, name, jobTexts[index] ?? '')),
    ...resume.education.flatMap((course, index) => {
      const { start = course.end } = course;
      return start === undefined || start === 'now'
        ? []
        : [educationCommit(course, start, name, educationTexts[index] ?? '', index === last)];
    }),
  ].sort((a, b) => b.at - a.at);
};
