/** The keys of the line editor, from its own table. */

import { looking, type Speech } from '../../../locales/speech.ts';
import type { KeyHelp } from '../../../os/tty.ts';
import { table } from '../../../term/layout.ts';
import { type Line, line } from '../../../term/style.ts';
import { chordLabel } from '../../../tui/label.ts';

/** `C-x+C-u` as `Ctrl-X Ctrl-U`. */
const sequenceLabel = (sequence: string): string => sequence.split('+').map(chordLabel).join(' ');

const row = (speech: Speech, { chords, summary }: KeyHelp): readonly Line[] => [
  line(chords.split(' ').map(sequenceLabel).join(', '), { role: 'accent' }),
  line(speech.translate(summary), looking(speech)),
];

/** A row for each action. */
export const keyLines = (speech: Speech, keys: readonly KeyHelp[], columns: number): readonly Line[] => [
  line(speech.translate('Keys of the command line'), looking(speech, { role: 'heading', bold: true, level: 1 })),
  ...table(
    keys.map((key) => row(speech, key)),
    columns,
  ),
];
