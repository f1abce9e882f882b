/** A table for a stream: on a narrow terminal it leaves out what matters least. */
import type { Writer } from '../../os/stream.ts';
import type { Line } from '../../term/style.ts';
import { type Cell, type TableOptions, tableLines } from './table.ts';

/** The table's lines; elsewhere than on a terminal it is always whole. */
export const tableFor = (
  { isTty, columns }: Writer,
  rows: readonly (readonly Cell[])[],
  options: Omit<TableOptions, 'columns'> = {},
): readonly Line[] => tableLines(rows, isTty ? { ...options, columns } : options);
