/** tour: takes a visitor through all exhibits. */

import { tableFor } from '../../coreutils/tables.ts';
import { speechOf } from '../../locales/reader.ts';
import { looking, type Speech } from '../../locales/speech.ts';
import { defineCommand } from '../../os/command.ts';
import { writeLines } from '../../os/lines.ts';
import { SUCCESS } from '../../os/status.ts';
import { wrap } from '../../term/layout.ts';
import { type Line, line, type Piece } from '../../term/style.ts';
import { guide } from './tour/guide.ts';
import { findStops, type Stop } from './tour/stops.ts';

const link = (text: string, run: string): Piece => ({ text, style: { role: 'link', run } });

const caption = (speech: Speech, { command, title, job, look }: Stop, columns: number): readonly Line[] => [
  [{ text: command.name, style: { role: 'heading' } }, { text: `: ${title}${job === undefined ? '' : speech.say`, from ${job}`}` }],
  ...wrap(line(look, looking(speech)), columns, { indent: 2 }),
];

const row = ({ command, title, job }: Stop): readonly Line[] => [
  [link(command.name, command.name)],
  line(title),
  job === undefined ? [] : [link(`cat ${job}`, `cat ${job}`)],
];

export default defineCommand({
  name: 'tour',
  summary: 'See all exhibits in three minutes',
  topic: 'exhibits',
  section: 6,
  options: {},
  operands: [],
  description: [
    'On a terminal, it shows a few seconds of each exhibit, newest job first. Each exhibit plays by itself; below it you see what to look at and which job it comes from. Any key goes on to the next one, q leaves. If your system asks for less motion, each exhibit stands still until you press a key. At the end it lists what it showed, for you to run.',
    'In a pipe, it prints what it would say about each.',
  ],
  examples: [
    { line: 'tour | head -n 12', shows: 'What there is to see, as text' },
    { line: 'tour', shows: 'The tour itself', manual: true },
  ],
  seeAlso: ['exhibits'],
  linkable: true,
  run: async (process, _args) => {
    const speech = await speechOf(process);
    const stops = await findStops(speech, process);
    const { tty, stdout } = process;
    if (!tty || !stdout.isTty) {
      await writeLines(
        stdout,
        stops.flatMap((stop) => caption(speech, stop, stdout.columns)),
      );
      return SUCCESS;
    }
    const { shown, status } = await guide(process, tty, stops, speech);
    if (status === SUCCESS)
      await writeLines(stdout, [
        line(speech.translate('You have seen:'), looking(speech, { role: 'heading' })),
        ...tableFor(stdout, shown.map(row), { drop: [1] }),
      ]);
    return status;
  },
});
