/** neofetch: shows the facts in short, beside an emblem; fastfetch is its other name. */
import type { Resume } from '../../../data/types.ts';
import { cutRow } from '../../coreutils/tables.ts';
import { type Command, defineCommand } from '../../os/command.ts';
import { writeLines } from '../../os/lines.ts';
import type { Process } from '../../os/process.ts';
import type { Line, Piece, Role } from '../../term/style.ts';
import { cells } from '../../term/width.ts';
import { beginning } from '../dates.ts';
import { resumeOf } from '../extension.ts';
import { countYears, loginName, yearsSince } from '../system/daemon.ts';
import { technologies } from '../technologies.ts';

const emblem = [
  '╭────────────╮',
  '│ ● ● ●      │',
  '├────────────┤',
  '│ $ cat me   │',
  '│ $ █        │',
  '│            │',
  '╰────────────╯',
] as const;

const swatches: readonly Role[] = ['bad', 'warn', 'good', 'heading', 'link', 'accent', 'muted', 'title'];

const facts = (resume: Resume, { stdout, host }: Process): readonly (readonly [label: string, text: string])[] => {
  const { person, jobs, systems } = resume;
  const present = jobs.find(({ end }) => end === 'now');
  const known = technologies(resume).length;
  const since = beginning(resume);
  return [
    ['Role', person.role],
    ...(present ? [['Host', `${present.employer}, ${present.title}`] as const] : []),
    ...(since === undefined ? [] : [['Uptime', `${countYears(yearsSince(resume, host.now()))}, since ${since}`] as const]),
    ...(person.places.length > 0 ? [['Locale', person.places.join(', ')] as const] : []),
    ...(jobs.length > 0 ? [['Jobs', `${jobs.length} (${jobs.filter(({ end }) => end === 'now').length} running)`] as const] : []),
    ...(known > 0 ? [['Packages', `${known} (tech)`] as const] : []),
    ...(systems.length > 0 ? [['Exhibits', String(systems.length)] as const] : []),
    ['Shell', 'cvsh'],
    ['Terminal', `${host.kind}, ${stdout.columns} columns`],
  ];
};

const lines = (process: Process): readonly Line[] => {
  const { stdout } = process;
  const resume = resumeOf(process);
  const { person } = resume;
  const title = person.name ?? loginName(person);
  const told: readonly Line[] = [
    [{ text: title, style: { role: 'title', bold: true } }],
    [{ text: '─'.repeat(cells(title)), style: { role: 'muted' } }],
    ...facts(resume, process).map(([label, text]): Line => [{ text: label, style: { role: 'soft' } }, { text: `: ${text}` }]),
    ...(stdout.isTty ? [[], swatches.map((role): Piece => ({ text: '███', style: { role } }))] : []),
  ];
  if (stdout.columns < 60) return told;
  const margin = ' '.repeat(emblem[0].length);
  return told.map((line, row) => {
    const beside = emblem[row] ?? (line.length > 0 ? margin : '');
    return [{ text: beside, style: { role: 'soft' } }, ...(line.length > 0 ? [{ text: '  ' }] : []), ...line];
  });
};

/** The command by that name. */
export const fetchCommand = (name: string): Command =>
  defineCommand({
    name,
    summary: 'Show the main facts beside a logo',
    topic: 'fun',
    options: {},
    operands: [],
    description: ['Shows role, present job, years, places and numbers, in the way people show their machines.'],
    examples: [{ line: name, shows: 'The person as a machine' }],
    seeAlso: ['whoami', 'uname', 'uptime'],
    linkable: true,
    run: (process) => {
      const { stdout } = process;
      const told = lines(process);
      return writeLines(stdout, stdout.isTty ? told.map((row) => cutRow(row, stdout.columns)) : told);
    },
  });

export default fetchCommand('neofetch');
