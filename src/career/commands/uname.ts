/** uname: says what the system is. */

import { hostName } from '../../coreutils/identity.ts';
import { defineCommand } from '../../os/command.ts';
import { coreutils } from '../../os/operands.ts';
import type { Process } from '../../os/process.ts';
import { beginning } from '../dates.ts';
import { resumeOf } from '../extension.ts';

const options = {
  all: { short: 'a', long: 'all', summary: 'print all of it' },
  kernel: { short: 's', long: 'kernel-name', summary: 'print the kernel’s name (the default)' },
  node: { short: 'n', long: 'nodename', summary: 'print the machine’s name' },
  release: { short: 'r', long: 'kernel-release', summary: 'print the year of the latest work' },
  version: { short: 'v', long: 'kernel-version', summary: 'print when work on it began' },
  machine: { short: 'm', long: 'machine', summary: 'print what it runs on' },
  processor: { short: 'p', long: 'processor', summary: 'as -m' },
  platform: { short: 'i', long: 'hardware-platform', summary: 'as -m' },
  system: { short: 'o', long: 'operating-system', summary: 'print the system’s name' },
} as const;

type Part = Exclude<keyof typeof options, 'all'>;

/** The parts in their printed order; the résumé is the system. */
const partsOf = (process: Process): Readonly<Record<Part, string>> => {
  const { fs, host } = process;
  const resume = resumeOf(process);
  const since = beginning(resume);
  const [latest = '0'] = [...(since === undefined ? [] : [since]), ...resume.jobs.map(({ start }) => start)].sort().reverse();
  return {
    kernel: 'cvsh',
    node: hostName(fs),
    release: latest.slice(0, 4),
    version: `#${resume.jobs.length}${since === undefined ? '' : ` since ${since}`}`,
    machine: host.kind,
    processor: host.kind,
    platform: host.kind,
    system: 'Résumé',
  };
};

export default defineCommand({
  name: 'uname',
  summary: 'Say what the system is',
  topic: 'system',
  options,
  dialect: coreutils,
  operands: [],
  description: ['The system is the résumé. Its version counts the jobs; its release is the year of the latest job.'],
  examples: [{ line: 'uname -a', shows: 'All of it' }],
  seeAlso: ['hostname', 'neofetch'],
  run: async (process, { options: on }) => {
    const entries = Object.entries(partsOf(process)) as [Part, string][];
    const asked = entries.filter(([part]) => (on.all ? part !== 'processor' && part !== 'platform' : on[part]));
    await process.stdout.write(`${(asked.length === 0 ? entries.slice(0, 1) : asked).map(([, text]) => text).join(' ')}\n`);
  },
});
