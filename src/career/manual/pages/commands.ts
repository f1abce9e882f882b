/** The manual page for those who add to it: a command, an exhibit, a theme, each in one file. */

import type { Exhibit } from '../../../exhibits/stage/exhibit.ts';
import type { Command } from '../../../os/command.ts';
import type { ManualPage } from '../../../os/man.ts';
import type { OptionTable } from '../../../os/options.ts';
import type { Theme } from '../../../term/theme.ts';
import theme from '../examples/dawn.ts?raw';
import exhibit from '../examples/lamp.ts?raw';
import command from '../examples/shout.ts?raw';
import { type Fields, fieldBlocks, fileAt } from '../fields.ts';

const commandParts: Fields<Command> = {
  name: 'What is typed; the file has the same name.',
  summary: 'A sentence without a full stop, for help, whatis and completion.',
  topic: 'Under which heading help lists it.',
  options: 'A table: short, long, the name of a value, a summary. The values come parsed and typed.',
  operands:
    'What follows: a name in capitals, the kind of thing it is, by which Tab completes it, and whether it may be left out or given several times. Too few or too many never reach the command.',
  arity: ['How many operands there may be when options change it.', 'Without it the table says.'],
  dialect: ['How wrong usage is told, and its status.', 'Without it the synopsis follows the message, and the status is 2.'],
  rewrite: ['Arguments in old spellings, made what the table knows.', 'Without it they are taken as they are.'],
  description: ['Paragraphs for the manual.', 'Without it the summary stands there.'],
  examples: 'Lines that the tests run, with what each is good for; at least one.',
  statuses: ['Exit statuses other than 0 and 2, with their meaning.', 'Without it the manual lists only those.'],
  seeAlso: ['Names of other pages.', 'Without it the page ends before that.'],
  inOrder: ['Options end at the first operand, as in env.', 'Without it they may stand anywhere.'],
  rawArguments: ['Arguments come as they were typed, as in echo.', 'Without it they are parsed by the table.'],
  linkable: [
    'A link may run it without Enter: it prints from the résumé, changes nothing, and ends by itself.',
    'Without it a link types it, and the visitor presses Enter.',
  ],
  filter: [
    'Without a file, or with -, it reads standard input; a link then waits for Enter.',
    'Without it a link runs it with or without operands.',
  ],
  section: ["The manual's section, as in man-pages(7).", 'Without it 1.'],
  runsAlone: [
    'Whether a click on its name in help runs it.',
    'Without it one does that a link may run and that takes no operand; any other shows its help.',
  ],
  run: 'What it does. It gets the process (streams, files, host; resumeOf in src/career/extension.ts finds the résumé in it) and the parsed arguments, and answers a status, or nothing for 0. It throws UsageError for wrong usage, CommandError for everything else that does not work.',
};

const exhibitParts: Fields<Exhibit<OptionTable, unknown, unknown>> = {
  name: 'The slug of a system in data/resume.ts; the file has the same name.',
  summary: 'As of a command.',
  job: 'The slug of the job it comes from.',
  explains: 'How it works, a paragraph each: the help screen, and the manual.',
  options: 'As of a command; --seed is there already.',
  operands: ['As of a command.', 'Without it there are none.'],
  examples: 'As of a command.',
  seeAlso: ['As of a command.', 'Without it the page ends before that.'],
  demonstration: ['What the tour says, and the keys it presses.', 'Without it the tour passes it over.'],
  program:
    'What fills the screen: the first model, a table of keys, update and view, both pure, and when time passes. The frame, the footer, the help screen and the ways out are there already.',
  headless: 'The same engine without a screen: the events of a run, a line each, then a summary.',
};

const themeParts: Fields<Theme> = {
  name: 'What is typed after theme; the file has the same name.',
  summary: 'A few words for the menu.',
  kind: 'dark or light.',
  background: 'As #rrggbb, like all of them.',
  foreground: 'Plain text: at least 4.5 to 1 against the background, and against the selection.',
  cursor: 'At least 3 to 1.',
  selection: 'Behind selected text.',
  palette: 'SGR 30 to 37, then 90 to 97; each at least 4.5 to 1 against the background.',
  accents: ['Full colours by their meaning, under text in the background’s colour.', 'Without them the palette’s are taken.'],
};

const page: ManualPage = {
  name: 'commands',
  section: 7,
  summary: 'how to add a command, an exhibit or a theme: one new file each',
  sections: [
    {
      title: 'DESCRIPTION',
      blocks: [
        'A new command, exhibit or theme is one new file. It is found by its place and its name; nothing else has to know of it, and it is loaded when it is first asked for.',
        'Synopsis, usage errors, help, manual, completion and highlighting are made from the definition. The tests run its examples, play it, measure its contrast, without a line that names it.',
      ],
    },
    { title: 'A COMMAND', blocks: ['src/commands/text/shout.ts:', fileAt(command, '../../../', '../../')] },
    { title: 'THE PARTS OF A COMMAND', blocks: fieldBlocks(commandParts) },
    {
      title: 'AN EXHIBIT',
      blocks: [
        'A program that shows a system of the résumé: an engine that knows no screen, clock or chance of its own, and two ways to watch it. The system is an entry under systems in the data, as man data has it. src/exhibits/lamp.ts:',
        fileAt(exhibit.replaceAll("'../../../exhibits/", "'./"), '../../../', '../'),
      ],
    },
    { title: 'THE PARTS OF AN EXHIBIT', blocks: fieldBlocks(exhibitParts) },
    { title: 'A THEME', blocks: ['src/themes/dawn.ts:', fileAt(theme, '../../../', '../')] },
    { title: 'THE PARTS OF A THEME', blocks: fieldBlocks(themeParts) },
    {
      title: 'THE CHECKS',
      blocks: [
        { term: 'npm run dev', text: 'shows it while it is written.' },
        { term: 'npm run check', text: 'the types, and the law of layers as far as the compiler holds it; npm run fix formats.' },
        {
          term: 'npm test',
          text: 'runs the examples; plays an exhibit for 500 steps at two sizes, and twice with one seed; measures a theme; and weighs what is built.',
        },
      ],
    },
    { title: 'SEE ALSO', blocks: ['man data, man cvsh, man exhibits, man theme'] },
  ],
};

export default page;
