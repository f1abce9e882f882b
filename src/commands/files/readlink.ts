/** readlink: prints canonical paths; there are no links to read. */

import { canonicalPath, type Existing } from '../../coreutils/paths.ts';
import { defineCommand } from '../../os/command.ts';
import { VfsError } from '../../os/failure.ts';
import { coreutils } from '../../os/operands.ts';
import type { Process } from '../../os/process.ts';
import { quoteSubject } from '../../os/quote.ts';
import { guard } from '../../os/report.ts';
import { FAILURE, SUCCESS } from '../../os/status.ts';

const options = {
  canonical: { short: 'f', long: 'canonicalize', summary: 'print the absolute path; all but its last component must be there' },
  existing: { short: 'e', long: 'canonicalize-existing', summary: 'print the absolute path; every component must be there' },
  missing: { short: 'm', long: 'canonicalize-missing', summary: 'print the absolute path; no component need be there' },
  noNewline: { short: 'n', long: 'no-newline', summary: 'print no newline after a single path' },
  quiet: { short: 'q', long: 'quiet', summary: 'say nothing of what is not there, which is the default' },
  verbose: { short: 'v', long: 'verbose', summary: 'say what is wrong' },
  zero: { short: 'z', long: 'zero', summary: 'end each path with NUL' },
} as const;

const levels = { canonical: 'parents', existing: 'all', missing: 'none' } as const;

/** The path to print; throws EINVAL where a link would have to be read. */
const answer = (process: Process, operand: string, existing: Existing | undefined): string => {
  if (existing !== undefined) return canonicalPath(process, operand, existing);
  process.fs.stat(process.resolve(operand));
  throw new VfsError('EINVAL');
};

export default defineCommand({
  name: 'readlink',
  summary: 'Print canonical paths, there being no links to read',
  topic: 'files',
  options,
  dialect: coreutils,
  operands: [{ name: 'FILE', kind: 'file', repeat: true }],
  examples: [{ line: 'readlink -f jobs/../about', shows: 'The shortest way to say it' }],
  statuses: { 1: 'a file is no link, which none is, or is not there' },
  seeAlso: ['realpath'],
  run: async (process, { options: on, order, operands }) => {
    const last = order.findLast((key) => key === 'canonical' || key === 'existing' || key === 'missing');
    const end = on.zero ? '\0' : on.noNewline && operands.length === 1 ? '' : '\n';
    let status = SUCCESS;
    for (const operand of operands) {
      const what = on.verbose ? quoteSubject(operand) : undefined;
      const path = await guard(process, what, () => answer(process, operand, last && levels[last]));
      if (path === false) status = FAILURE;
      else await process.stdout.write(path + end);
    }
    return status;
  },
});
