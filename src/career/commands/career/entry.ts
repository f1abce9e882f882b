/** Printing an entry: set for reading on a terminal, as its file elsewhere. */

import { writeLines } from '../../../os/lines.ts';
import type { Process } from '../../../os/process.ts';
import { entryDisplay } from '../../entries/display.ts';
import type { Entry } from '../../entries/entry.ts';
import { entryText } from '../../entries/text.ts';

/** Prints the entry to standard output. */
export const printEntry = ({ stdout }: Process, entry: Entry): Promise<void> =>
  stdout.isTty ? writeLines(stdout, entryDisplay(entry, stdout.columns)) : stdout.write(entryText(entry));
