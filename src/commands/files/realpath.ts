/** realpath: prints absolute paths. */

import { canonicalPath, type Existing, pathFrom } from '../../coreutils/paths.ts';
import { defineCommand } from '../../os/command.ts';
import { operandPaths } from '../../os/inputs.ts';
import { coreutils } from '../../os/operands.ts';
import type { OptionValues } from '../../os/options.ts';
import type { Process } from '../../os/process.ts';
import { quoteSubject } from '../../os/quote.ts';
import { demand, guard } from '../../os/report.ts';
import { FAILURE, SUCCESS } from '../../os/status.ts';

const options = {
  existing: { short: 'e', long: 'canonicalize-existing', summary: 'every component must be there' },
  missing: { short: 'm', long: 'canonicalize-missing', summary: 'no component need be there' },
  logical: { short: 'L', long: 'logical', summary: 'resolve .. before links, of which there are none' },
  physical: { short: 'P', long: 'physical', summary: 'resolve links as they come' },
  quiet: { short: 'q', long: 'quiet', summary: 'say nothing of what is not there' },
  relativeTo: { long: 'relative-to', value: 'DIR', kind: 'directory', summary: 'print the path as seen from DIR' },
  relativeBase: {
    long: 'relative-base',
    value: 'DIR',
    kind: 'directory',
    summary: 'as --relative-to, for what is below DIR; the rest absolute',
  },
  strip: { short: 's', long: 'strip', summary: 'do not follow links' },
  zero: { short: 'z', long: 'zero', summary: 'end each path with NUL' },
} as const;

/** How a canonical path is shown. */
const pathFormatter = (
  process: Process,
  { relativeTo, relativeBase }: OptionValues<typeof options>,
  existing: Existing,
): ((path: string) => string) => {
  const anchor = (directory: string): string =>
    demand(quoteSubject(directory), () => canonicalPath(process, directory, existing === 'none' ? 'none' : 'all'));
  const to = relativeTo ?? relativeBase;
  if (to === undefined) return (path) => path;
  const from = anchor(to);
  const base = relativeBase === undefined ? '/' : anchor(relativeBase);
  const isBelow = (path: string): boolean => base === '/' || path === base || path.startsWith(`${base}/`);
  return (path) => (isBelow(path) && isBelow(from) ? pathFrom(from, path) : path);
};

/** The paths that an operand stands for: its own, or those of the entries for which it is a bare name. */
const pathsOf = (process: Process, operand: string, existing: Existing): readonly string[] => {
  const found = operandPaths(process, operand);
  return found.length > 1 || found[0] !== process.resolve(operand) ? found : [canonicalPath(process, operand, existing)];
};

export default defineCommand({
  name: 'realpath',
  summary: 'Print absolute paths',
  topic: 'files',
  options,
  dialect: coreutils,
  operands: [{ name: 'FILE', kind: 'file', repeat: true }],
  description: ['A bare name of an entry of the résumé is found from anywhere.'],
  examples: [
    { line: 'realpath jobs/../about', shows: 'The shortest way to say it' },
    { line: 'realpath resume', shows: 'Where an entry is' },
    { line: 'realpath --relative-to=jobs about', shows: 'The way from one to the other' },
  ],
  statuses: { 1: 'a component is not there' },
  seeAlso: ['readlink', 'basename', 'dirname'],
  linkable: true,
  run: async (process, { options: on, operands, order }) => {
    const last = order.findLast((key) => key === 'existing' || key === 'missing');
    const existing: Existing = last === 'existing' ? 'all' : last === 'missing' ? 'none' : 'parents';
    const show = pathFormatter(process, on, existing);
    let status = SUCCESS;
    for (const operand of operands) {
      const paths = await guard(process, on.quiet ? undefined : quoteSubject(operand), () => pathsOf(process, operand, existing));
      if (paths) await process.stdout.write(paths.map((path) => show(path) + (on.zero ? '\0' : '\n')).join(''));
      else status = FAILURE;
    }
    return status;
  },
});
