/** fortune: prints a random saying of the person. */
import { speechOf } from '../../locales/reader.ts';
import { defineCommand } from '../../os/command.ts';
import { writeLines } from '../../os/lines.ts';
import { wrap } from '../../term/layout.ts';
import { line } from '../../term/style.ts';
import { MEASURE } from '../entries/display.ts';
import { resumeOf } from '../extension.ts';

export default defineCommand({
  name: 'fortune',
  summary: 'Print a random saying of this person',
  topic: 'fun',
  options: {},
  operands: [],
  description: ['The sayings are the paragraphs of the file about, and the likes; nothing is made up.'],
  examples: [{ line: 'fortune', shows: 'A different one each time' }],
  seeAlso: ['cat', 'cowsay'],
  linkable: true,
  run: async (process) => {
    const { stdout, host } = process;
    const { person } = resumeOf(process);
    const { translate } = await speechOf(process);
    const sayings = [...person.about, ...(person.likes ?? []).map((like) => `${translate('Likes')}: ${like}`)];
    const said = sayings[Math.floor(host.random() * sayings.length)] ?? person.tagline;
    return writeLines(stdout, wrap(line(said), Math.min(stdout.columns, MEASURE)));
  },
});
