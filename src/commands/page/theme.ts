/** `theme`: the colours of terminal and page, chosen by name or from a menu that shows each as one moves over it. */

import { cannot } from '../../coreutils/absent.ts';
import { defineCommand } from '../../os/command.ts';
import { CommandError } from '../../os/failure.ts';
import { writeLines } from '../../os/lines.ts';
import { table } from '../../term/layout.ts';
import { runProgram } from '../../tui/run.ts';
import { themeMenu } from './theme/menu.ts';

export default defineCommand({
  name: 'theme',
  summary: 'Choose the colours, by name or from a menu that shows them live',
  topic: 'page',
  options: { list: { short: 'l', long: 'list', summary: 'list the themes there are' } },
  operands: [{ name: 'NAME', kind: 'theme', optional: true }],
  description: [
    'Without a name, on the terminal, a menu opens: the arrows move, each theme is shown at once, Enter keeps it and Escape takes it back. `auto` follows the system, light or dark, and its wish for more contrast.',
    'The choice is kept in this browser and nowhere else.',
  ],
  examples: [
    { line: 'theme contrast', shows: 'the theme in which every colour stands out at least 7 to 1', manual: true },
    { line: 'theme --list', shows: 'the themes there are', manual: true },
  ],
  run: async (process, { options, operands: [name] }) => {
    const { host, stdout, tty } = process;
    const preferences = host.preferences ?? cannot('choosing a theme', 'the page in a browser has themes');
    if (name !== undefined) {
      if (!preferences.set('theme', name)) throw new CommandError(`${name}: no such theme; 'theme --list' lists them`);
      return 0;
    }
    const themes = await preferences.choices('theme');
    if (tty && stdout.isTty && !options.list) {
      return (await runProgram(process, themeMenu(themes, preferences))).status;
    }
    const now = preferences.get('theme');
    const rows = themes.map((theme) => [
      [{ text: theme.name === now ? '*' : ' ' }],
      [{ text: theme.name, style: { role: 'command', run: `theme ${theme.name}` } as const }],
      [{ text: theme.summary }],
    ]);
    await writeLines(stdout, table(rows, stdout.columns));
    return 0;
  },
});
