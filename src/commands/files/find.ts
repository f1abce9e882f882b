/** find: walks trees of files and picks some out. */

import { type Named, namedFiles, walk } from '../../coreutils/files.ts';
import { compileQuery } from '../../languages/find/expression.ts';
import type { Query, Search } from '../../languages/find/search.ts';
import { defineCommand } from '../../os/command.ts';
import type { Process } from '../../os/process.ts';
import { quote } from '../../os/quote.ts';
import { guard } from '../../os/report.ts';
import { FAILURE, SUCCESS } from '../../os/status.ts';
import { createBatcher } from '../../os/stream.ts';

const isExpression = (argument: string): boolean => /^(?:-.|[(!]$)/.test(argument);

/** The paths, and the expression after them. */
const split = (args: readonly string[]): readonly [readonly string[], readonly string[]] => {
  const from = args.findIndex((argument) => !/^-[HLP]$/.test(argument));
  const rest = from < 0 ? [] : args.slice(from);
  const at = rest.findIndex(isExpression);
  return at < 0 ? [rest, []] : [rest.slice(0, at), rest.slice(at)];
};

const searchBelow = async ({ name: start, path, inode }: Named, query: Query, search: Search): Promise<void> => {
  const { predicate, minDepth, maxDepth, depthFirst } = query;
  for (const visit of walk(search.process.fs, start, path, inode)) {
    await search.process.pace();
    search.pruned = false;
    const turn = visit.phase === 'file' || (visit.phase === 'leave') === depthFirst;
    if (turn && visit.depth >= minDepth) await predicate({ ...visit, start }, search);
    if (search.ended) return;
    if (visit.phase === 'enter') visit.descend = visit.depth < maxDepth && !search.pruned;
  }
};

const startsOf = async (search: Search, operand: string): Promise<readonly Named[]> => {
  const files = await guard(search.process, quote(operand), () => namedFiles(search.process, operand));
  if (!files) search.failed = true;
  return files || [];
};

const run = async (process: Process, args: readonly string[]): Promise<number> => {
  const [paths, expression] = split(args);
  const query = compileQuery(expression, process);
  const output = createBatcher(process.stdout);
  const search: Search = { process, output, now: process.host.now(), pruned: false, ended: false, failed: false };
  for (const operand of paths.length === 0 ? ['.'] : paths) {
    if (search.ended) break;
    for (const start of await startsOf(search, operand)) await searchBelow(start, query, search);
  }
  for (const last of query.finish) await last(search);
  await output.flush();
  return search.failed ? FAILURE : SUCCESS;
};

export default defineCommand({
  name: 'find',
  summary: 'Walk through directories and pick files out',
  topic: 'files',
  options: {},
  operands: [
    { name: 'PATH', kind: 'directory', optional: true, repeat: true },
    { name: 'EXPRESSION', kind: 'text', optional: true },
  ],
  rawArguments: true,
  description: [
    'Tests: -name and -iname PATTERN (the last component), -path and -ipath PATTERN, -regex EXPRESSION (the whole path), -type f or d, -size N with c, k or M (+N more, -N less), -empty, -newer FILE, -newermt DATE, -mtime N days, -mmin N minutes, -perm MODE, -true, -false.',
    'Actions: -print, which is the default, -print0, -printf FORMAT, -ls, -exec COMMAND {} \\; for each file or + for all together, -ok, -delete, -prune, -quit.',
    'They are joined by -a (and, which may be left out), -o (or), ! (not), a comma, and parentheses. -maxdepth N, -mindepth N and -depth say where to look and in which order. Entries come sorted by name.',
  ],
  examples: [
    { line: "find . -name '*o*'", shows: 'Names with an o' },
    { line: 'find jobs -type f -newermt 2021-01-01', shows: 'Jobs that ended after a day' },
    { line: 'find . -type f -size +1k -exec wc -w {} +', shows: 'Count the words of the longer files' },
    { line: "find jobs -type f -printf '%TY %f\\n' | sort", shows: 'A line by a format' },
  ],
  statuses: { 1: 'something went wrong' },
  seeAlso: ['ls', 'tree', 'grep', 'xargs'],
  run: (process, { operands }) => run(process, operands),
});
