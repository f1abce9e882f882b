/** systemctl: shows the jobs as services. */

import { tableFor } from '../../coreutils/tables.ts';
import { defineCommand } from '../../os/command.ts';
import { CommandError, UsageError } from '../../os/failure.ts';
import { writeLines } from '../../os/lines.ts';
import type { Process } from '../../os/process.ts';
import { type Line, line, type Piece } from '../../term/style.ts';
import { endText } from '../dates.ts';
import { jobName } from '../entries/entry.ts';
import { resumeOf } from '../extension.ts';
import { type Daemon, daemons } from '../system/daemon.ts';
import { findUnits, unitName } from '../system/report.ts';

/** systemd's status for a unit that is not active. */
const INACTIVE = 3;

const dot = ({ running }: Daemon): Piece => (running ? { text: '●', style: { role: 'good' } } : { text: '○', style: { role: 'muted' } });

const state = ({ running }: Daemon): Piece =>
  running ? { text: 'active (running)', style: { role: 'good' } } : { text: 'inactive (dead)', style: { role: 'muted' } };

const statusLines = (unit: Daemon): readonly Line[] => {
  const { job, id, running } = unit;
  return [
    [dot(unit), { text: ` ${unitName(unit)} - ${jobName(job)}` }],
    line(`     Loaded: loaded (~/jobs/${job.slug}; ${running ? 'enabled' : 'disabled'})`),
    [{ text: '     Active: ' }, state(unit), { text: ` since ${running || job.end === 'now' ? job.start : endText(job.end)}` }],
    line(`   Main PID: ${id} (${job.slug})`),
    ...(job.places.length > 0 ? [line(`     CGroup: ${job.places.join(' / ')}`)] : []),
    [{ text: '       Docs: ' }, { text: `cat ${job.slug}`, style: { role: 'link', run: `cat ${job.slug}` } }],
  ];
};

const list = (process: Process): Promise<void> => {
  const { stdout, host } = process;
  const resume = resumeOf(process);
  const units = daemons(resume, host.now());
  const rows = units.map((unit) => [
    [dot(unit), { text: ' ' }, { text: unitName(unit), style: { role: 'link', run: `systemctl status ${unit.job.slug}` } as const }],
    'loaded',
    [state(unit)],
    jobName(unit.job),
  ]);
  return writeLines(stdout, tableFor(stdout, [['  UNIT', 'LOAD', 'ACTIVE', 'DESCRIPTION'], ...rows], { drop: [1, 3, 2] }));
};

const status = async (process: Process, names: readonly string[]): Promise<number> => {
  const units = names.flatMap((name) => findUnits(process, name));
  await writeLines(
    process.stdout,
    units.flatMap((unit, index) => (index === 0 ? statusLines(unit) : [[], ...statusLines(unit)])),
  );
  return units.some(({ running }) => running) ? 0 : INACTIVE;
};

const isActive = async (process: Process, names: readonly string[]): Promise<number> => {
  const units = names.flatMap((name) => findUnits(process, name));
  await process.stdout.write(units.map(({ running }) => (running ? 'active\n' : 'inactive\n')).join(''));
  return units.some(({ running }) => running) ? 0 : INACTIVE;
};

const change = (verb: string, name: string): never => {
  throw new CommandError(`Failed to ${verb} ${name}: you cannot restart a career from a web page. Try: systemctl status ${name}`);
};

const verbs = ['status', 'list-units', 'is-active', 'start', 'stop', 'restart', 'enable', 'disable'] as const;

export default defineCommand({
  name: 'systemctl',
  summary: 'Show the jobs as services',
  topic: 'résumé',
  options: { all: { short: 'a', long: 'all', summary: 'no effect: inactive units are always listed' } },
  operands: [
    { name: 'VERB', kind: verbs, optional: true },
    { name: 'UNIT', kind: 'file', optional: true, repeat: true },
  ],
  description: [
    'list-units, the default, lists every job. status shows one job, or all roles at an employer. is-active says whether a job is the present one. systemctl refuses every other verb.',
  ],
  examples: [
    { line: 'systemctl', shows: 'Every job, and whether it is running' },
    { line: 'systemctl list-units | grep running', shows: 'The present one' },
  ],
  statuses: { 1: 'refused', 3: 'the unit is not active', 4: 'there is no such unit' },
  seeAlso: ['journalctl', 'ps', 'jobs'],
  linkable: true,
  run: async (process, { operands: [verb = 'list-units', ...names] }) => {
    if (verb === 'list-units') return list(process);
    if (!verbs.some((known) => known === verb)) throw new UsageError(`Unknown command verb ${verb}.`);
    const [first] = names;
    if (verb === 'status' && first === undefined) return list(process);
    if (first === undefined) throw new UsageError('too few arguments');
    if (verb === 'status') return status(process, names);
    return verb === 'is-active' ? isActive(process, names) : change(verb, first);
  },
});
