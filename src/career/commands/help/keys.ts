/** The keys of the line editor, from its own table. */
import type { KeyHelp } from '../../../os/tty.ts';
import { table } from '../../../term/layout.ts';
import { translate } from '../../../term/say.ts';
import { type Line, line } from '../../../term/style.ts';
import { chordLabel } from '../../../tui/label.ts';

/** `C-x+C-u` as `Ctrl-X Ctrl-U`. */
const sequenceLabel = (sequence: string): string => sequence.split('+').map(chordLabel).join(' ');

const row = ({ chords, summary }: KeyHelp): readonly Line[] => [
  line(chords.split(' ').map(sequenceLabel).join(', '), { role: 'accent' }),
  line(translate(summary)),
];

/** A row for each action. */
export const keyLines = (keys: readonly KeyHelp[], columns: number): readonly Line[] => [
  line(translate('Keys of the command line'), { role: 'heading', bold: true, level: 1 }),
  ...table(keys.map(row), columns),
];
