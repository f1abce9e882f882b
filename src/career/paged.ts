/** Prints what may be longer than the screen: on a terminal it opens in the pager then, as git and man do it. */
import { writeLines } from '../os/lines.ts';
import type { Process } from '../os/process.ts';
import type { Line } from '../term/style.ts';

/** Prints the lines for as many columns as there are; a terminal whose keys can be read shows too many of them in the pager, under `name`. Resolves to the exit status. */
export const printPaged = async (process: Process, name: string, layout: (columns: number) => readonly Line[]): Promise<number> => {
  const { stdin, stdout, tty } = process;
  const lines = layout(stdout.columns);
  if (tty && stdin.isTty && stdout.isTty && lines.length >= tty.size.rows) {
    const { page } = await import('../tui/pager.ts');
    return page(process, [{ name, layout }]);
  }
  await writeLines(stdout, lines);
  return 0;
};
