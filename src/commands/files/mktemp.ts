/** mktemp: makes a file or directory of a name that nobody has. */

import { defineCommand } from '../../os/command.ts';
import { CommandError, UsageError, VfsError } from '../../os/failure.ts';
import { coreutils } from '../../os/operands.ts';
import { joinPath } from '../../os/path.ts';
import type { Process } from '../../os/process.ts';
import { quote } from '../../os/quote.ts';
import { demand } from '../../os/report.ts';

const options = {
  directory: { short: 'd', long: 'directory', summary: 'make a directory' },
  parent: { short: 'p', value: 'DIR', kind: 'directory', summary: 'make it in DIR' },
  quiet: { short: 'q', long: 'quiet', summary: 'say nothing when it cannot be made' },
  suffix: { long: 'suffix', value: 'SUFFIX', summary: 'end the name with SUFFIX' },
  temporary: { short: 't', summary: 'take TEMPLATE as a name in $TMPDIR or /tmp' },
  tmpdir: { long: 'tmpdir', value: 'DIR', optional: true, kind: 'directory', summary: 'make it in DIR, or in $TMPDIR or /tmp' },
  unused: { short: 'u', long: 'dry-run', summary: 'make nothing, print a name only' },
} as const;

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

const TRIES = 100;

const fill = ({ host }: Process, template: string, suffix: string): string => {
  const blanks = /X{3,}(?=[^X]*$)/.exec(template);
  if (!blanks || (suffix !== '' && !template.endsWith('X'))) throw new CommandError(`too few X's in template ${quote(template + suffix)}`);
  const name = Array.from(blanks[0], () => letters.charAt(Math.floor(host.random() * letters.length))).join('');
  return template.slice(0, blanks.index) + name + template.slice(blanks.index + blanks[0].length) + suffix;
};

const create = (process: Process, name: string, directory: boolean): void => {
  const { fs } = process;
  const path = process.resolve(name);
  if (directory) fs.makeDirectory(path, 0o700);
  else {
    fs.writeFile(path, '');
    fs.setMode(path, 0o600);
  }
};

/** The first name of the pattern that is free. */
const freeName = (process: Process, template: string, suffix: string): string => {
  for (let tries = 0; tries < TRIES; tries++) {
    const name = fill(process, template, suffix);
    if (!process.fs.find(process.resolve(name))) return name;
  }
  throw new VfsError('EEXIST');
};

export default defineCommand({
  name: 'mktemp',
  summary: 'Make a file or directory of a name that nobody has',
  topic: 'files',
  options,
  dialect: { ...coreutils, extra: () => new UsageError('too many templates') },
  operands: [{ name: 'TEMPLATE', kind: 'text', optional: true }],
  description: [
    'Its name is printed. The last run of three or more X in TEMPLATE is filled by chance; without one it is /tmp/tmp.XXXXXXXXXX.',
  ],
  examples: [{ line: 'f=$(mktemp); echo hello >"$f"; cat "$f"; rm "$f"', shows: 'A place for something that will not stay' }],
  statuses: { 1: 'it could not be made' },
  seeAlso: ['touch', 'mkdir'],
  run: async (process, { options: on, operands: [template] }) => {
    const parent = on.parent ?? on.tmpdir;
    const elsewhere = template === undefined || on.temporary || parent !== undefined;
    const directory = elsewhere ? parent || process.env.get('TMPDIR') || '/tmp' : '';
    const pattern = template ?? 'tmp.XXXXXXXXXX';
    const name = freeName(process, directory === '' ? pattern : joinPath(directory, pattern), on.suffix ?? '');
    const what = `failed to create ${on.directory ? 'directory' : 'file'} via template ${quote(name)}`;
    if (!on.unused) demand(what, () => create(process, name, on.directory));
    await process.stdout.write(`${name}\n`);
  },
});
