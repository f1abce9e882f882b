/** Printing an entry: set for reading on a terminal, as its file elsewhere. */

import { writeLines } from '../../../os/lines.ts';
import type { Process } from '../../../os/process.ts';
import type { Entry } from '../../entry.ts';
import { entryDisplay } from '../../entry-display.ts';
import { entryText } from '../../entry-text.ts';

/** Prints the entry to standard output. */
export const printEntry = ({ stdout }: Process, entry: Entry): Promise<void> =>
  stdout.isTty ? writeLines(stdout, entryDisplay(entry, stdout.columns)) : stdout.write(entryText(entry));
