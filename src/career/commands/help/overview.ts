/** The first help: what to type to read the résumé. */

import { looking, type Speech } from '../../../locales/speech.ts';
import type { Process } from '../../../os/process.ts';
import { table, wrap } from '../../../term/layout.ts';
import { type Line, line, type Style } from '../../../term/style.ts';
import { resumeOf } from '../../extension.ts';

/** Whether a path of the home directory has something in it. */
const hasEntries = ({ fs, env }: Process, name: string): boolean => {
  const inode = fs.find(`${env.get('HOME') ?? ''}/${name}`);
  return inode?.kind === 'directory' && inode.entries.size > 0;
};

/** Lines to start with, and what they show; only those that work here. */
const worthTyping = ({ say, translate }: Speech, process: Process): readonly (readonly [line: string, shows: string])[] => {
  const { commands } = process;
  const resume = resumeOf(process);
  const present = resume.jobs.find(({ end }) => end === 'now') ?? resume.jobs[0];
  return [
    ...(resume.person.about.length > 0 ? [['cat about', translate('who this is')] as const] : []),
    ...(resume.jobs.length > 0 ? [['ls jobs', translate('the jobs, newest first')] as const] : []),
    ...(present ? [[`cat ${present.slug}`, say`the job at ${present.employer}`] as const] : []),
    ...(commands.has('timeline') ? [['timeline', translate('the career at a glance')] as const] : []),
    ...(hasEntries(process, 'exhibits') ? [['ls exhibits', translate('the systems, running')] as const] : []),
    ...(commands.has('contact') ? [['contact', translate('how to get in touch')] as const] : []),
  ];
};

/** The lines at the top of `help`. */
export const overview = (speech: Speech, process: Process, columns: number): Line[] => {
  const rows = worthTyping(speech, process).map(([command, shows]): readonly Line[] => [
    [{ text: '  ' }, { text: command, style: { role: 'command', run: command } }],
    line(shows, looking(speech)),
  ]);
  return [
    ...wrap(line(speech.translate('Type or click to start:'), looking(speech, { role: 'heading', bold: true })), columns),
    ...table(rows, columns),
    [],
  ];
};

/** A text whose parts in backquotes are lines that run when clicked. */
const withLines = (text: string, style: Style): Line =>
  text.split('`').map((part, index) => (index % 2 === 0 ? { text: part, style } : { text: part, style: { role: 'command', run: part } }));

/** The lines at its end. */
export const onward = (speech: Speech, columns: number): readonly Line[] => [
  [],
  ...wrap(
    withLines(
      speech.translate(
        '`man cvsh` is the manual. help NAME explains a command, help TOPIC a topic. See also `help all`, `help keys`, `help access`.',
      ),
      looking(speech),
    ),
    columns,
  ),
];
