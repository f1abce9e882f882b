/** man: shows the manual. */
import { defineCommand } from '../../os/command.ts';
import { CommandError, UsageError } from '../../os/failure.ts';
import { writeLines } from '../../os/lines.ts';
import { type ManualPage, manualLines, reference } from '../../os/man.ts';
import { plain } from '../../os/operands.ts';
import type { Process } from '../../os/process.ts';
import { SUCCESS } from '../../os/status.ts';
import type { Source } from '../../tui/pager/model.ts';
import { apropos, findPage, NO_PAGE, whatis } from './man/pages.ts';

const options = {
  apropos: { short: 'k', long: 'apropos', summary: 'list the pages in whose summary a word occurs' },
  whatis: { short: 'f', long: 'whatis', summary: 'list the pages of these names with their summaries' },
} as const;

/** What stands above each page where the machine does not say: man(7)'s own title of the first section. */
const MANUAL = 'General Commands Manual';

const show = async (process: Process, pages: readonly ManualPage[]): Promise<number> => {
  const manual = (await process.commands.manual?.())?.name ?? MANUAL;
  const sourceOf = (page: ManualPage): Source => ({ name: reference(page), layout: (columns) => manualLines(page, manual, columns) });
  const [first, ...others] = pages.map(sourceOf);
  if (!first) return NO_PAGE;
  if (!process.tty || !process.stdout.isTty) {
    for (const page of pages) await writeLines(process.stdout, manualLines(page, manual, process.stdout.columns));
    return SUCCESS;
  }
  const { page } = await import('../../tui/pager.ts');
  return page(process, [first, ...others]);
};

/** `man 1 ls` asks for ls; `man 1` alone for a page called 1. */
const withoutSection = (operands: readonly string[]): readonly string[] =>
  operands.length > 1 && /^[1-8]$/.test(operands[0] ?? '') ? operands.slice(1) : operands;

export default defineCommand({
  name: 'man',
  summary: 'Read the manual of a command',
  topic: 'system',
  options,
  dialect: {
    ...plain,
    missing: () => new CommandError("What manual page do you want?\nFor example, try 'man cvsh', or 'help' for a list."),
  },
  operands: [{ name: 'NAME', kind: 'manual', repeat: true }],
  arity: ({ options: on }) => (on.apropos || on.whatis ? { least: 0 } : {}),
  description: [
    'On a terminal the page opens in the pager: Space goes on, / searches, q leaves, h lists all keys. Into a pipe it is printed as text.',
    "'man cvsh' tells of this place as a whole. A section number before the name is allowed, and makes no difference.",
  ],
  examples: [
    { line: 'man cvsh', shows: 'What this is, and how to get about' },
    { line: 'man ls | head -n 4', shows: 'The beginning of a page as text' },
    { line: 'man -k sort', shows: 'Pages that have to do with sorting' },
  ],
  statuses: { 16: 'a page was not found' },
  seeAlso: ['help', 'whatis', 'apropos', 'less'],
  linkable: true,
  run: async (process, { options: on, operands }) => {
    const names = withoutSection(operands);
    if (names.length === 0) throw new UsageError('what?');
    if (on.apropos) return apropos(process, names);
    if (on.whatis) return whatis(process, names);
    const pages = await Promise.all(names.map((name) => findPage(process.commands, name)));
    for (const [index, page] of pages.entries()) {
      if (!page) await process.stderr.write(`No manual entry for ${names[index]}\n`, { role: 'bad' });
    }
    const status = await show(
      process,
      pages.filter((page) => page !== undefined),
    );
    return pages.includes(undefined) ? NO_PAGE : status;
  },
});
