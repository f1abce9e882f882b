/** The manual page on adding to it: a command, an exhibit, a theme, each in one file. */

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
  name: 'What a visitor types; the file has the same name.',
  summary: 'A sentence without a full stop; help, whatis and completion show it.',
  topic: 'The heading under which help lists it.',
  options: 'A table: short name, long name, the name of a value, a summary. run gets the values parsed and typed.',
  operands:
    'A table: a name in capitals, the kind (Tab completes by it), and whether it is optional or repeatable. The shell rejects too few and too many before the command runs.',
  arity: ['The number of operands, if options change it.', 'If you leave it out, the table decides.'],
  dialect: [
    'How it reports wrong usage, and with which status.',
    'If you leave it out, the synopsis follows the message, and the status is 2.',
  ],
  rewrite: ['Turns arguments in old spellings into those of the table.', 'If you leave it out, arguments stay as they are.'],
  description: ['Paragraphs for the manual.', 'If you leave it out, the manual shows the summary.'],
  examples: 'Lines that the tests run, each with its purpose; at least one.',
  statuses: ['Exit statuses other than 0 and 2, with their meaning.', 'If you leave it out, the manual lists only those two.'],
  seeAlso: ['Names of other pages.', 'If you leave it out, the page has no such section.'],
  inOrder: ['Options end at the first operand, as in env.', 'If you leave it out, they can stand anywhere.'],
  rawArguments: ['run gets the arguments as they were typed, as in echo.', 'If you leave it out, the table parses them.'],
  linkable: [
    'A link can run it without Enter: it prints from the résumé, changes nothing, and ends by itself.',
    'If you leave it out, a link types it, and the visitor presses Enter.',
  ],
  filter: [
    'Without a file, or with -, it reads standard input; then a link waits for Enter.',
    'If you leave it out, a link runs it with or without operands.',
  ],
  section: ["The manual's section, as in man-pages(7).", 'If you leave it out, 1.'],
  runsAlone: [
    'Whether a click on its name in help runs it or shows its help.',
    'If you leave it out, a click runs it if a link can and it takes no operand.',
  ],
  run: 'What it does. It takes the process (streams, files, host; resumeOf in src/career/extension.ts finds the résumé in it) and the parsed arguments. It returns a status, or nothing for 0. It throws UsageError for wrong usage, and CommandError when anything else fails.',
};

const exhibitParts: Fields<Exhibit<OptionTable, unknown, unknown>> = {
  name: 'The slug of a system in data/resume.ts; the file has the same name.',
  summary: 'As for a command.',
  explains: 'Paragraphs on how it works, for the help screen and the manual.',
  options: 'As for a command; it already has --seed.',
  operands: ['As for a command.', 'If you leave it out, there are none.'],
  examples: 'As for a command.',
  seeAlso: ['As for a command.', 'If you leave it out, the page has no such section.'],
  demonstration: ['What the tour says, and the keys it presses.', 'If you leave it out, the tour skips it.'],
  program:
    'What fills the screen: the first model, a table of keys, update and view (both pure), and when time passes. You already have the frame, the footer, the help screen and the ways out.',
  headless: 'The same engine without a screen: the events of a run, one a line, then a summary.',
};

const themeParts: Fields<Theme> = {
  name: 'What a visitor types after theme; the file has the same name.',
  summary: 'A few words for the menu.',
  kind: 'dark or light.',
  background: 'As #rrggbb, like every colour.',
  foreground: 'Plain text: at least 4.5 to 1 against the background, and against the selection.',
  cursor: 'At least 3 to 1.',
  selection: 'Behind selected text.',
  palette: 'SGR 30 to 37, then 90 to 97; each at least 4.5 to 1 against the background.',
  accents: [
    'Full colours by their meaning, under text in the background’s colour.',
    'If you leave them out, it takes those of the palette.',
  ],
};

const page: ManualPage = {
  name: 'commands',
  section: 7,
  summary: 'how to add a command, an exhibit or a theme: one new file each',
  sections: [
    {
      title: 'DESCRIPTION',
      blocks: [
        'A new command, exhibit or theme is one new file. There is nothing to register: the shell finds the file by its place and name, and loads it on demand.',
        'Synopsis, usage errors, help, manual, completion and highlighting come from the definition. The tests find it too: they run its examples, play it, or measure its contrast.',
      ],
    },
    { title: 'A COMMAND', blocks: ['src/commands/text/shout.ts:', fileAt(command, '../../../', '../../')] },
    { title: 'THE PARTS OF A COMMAND', blocks: fieldBlocks(commandParts) },
    {
      title: 'AN EXHIBIT',
      blocks: [
        'A program that shows a system of the résumé: an engine without a screen, clock or chance of its own, and two ways to watch it. Add the system under systems in the data; man data explains how. src/exhibits/lamp.ts:',
        fileAt(exhibit.replaceAll("'../../../exhibits/", "'./"), '../../../', '../'),
      ],
    },
    { title: 'THE PARTS OF AN EXHIBIT', blocks: fieldBlocks(exhibitParts) },
    { title: 'A THEME', blocks: ['src/themes/dawn.ts:', fileAt(theme, '../../../', '../')] },
    { title: 'THE PARTS OF A THEME', blocks: fieldBlocks(themeParts) },
    {
      title: 'THE CHECKS',
      blocks: [
        { term: 'npm run dev', text: 'shows it while you write it.' },
        { term: 'npm run check', text: 'checks types, layers, format and style; npm run fix fixes the format.' },
        {
          term: 'npm test',
          text: 'runs the examples; plays an exhibit for 500 steps at two sizes, and twice with the same seed; measures a theme’s contrast; and weighs the build.',
        },
      ],
    },
    { title: 'SEE ALSO', blocks: ['man data, man cvsh, man exhibits, man theme'] },
  ],
};

export default page;
