/** `theme`: the colours of terminal and page, chosen by name or from a menu that shows each as one moves over it. */

import { defineCommand } from '../../os/command.ts';
import { CommandError } from '../../os/failure.ts';
import type { Choice, Preferences } from '../../os/host.ts';
import { writeLines } from '../../os/lines.ts';
import { unavailable } from '../../os/report.ts';
import { table } from '../../term/layout.ts';
import type { Role, Style } from '../../term/style.ts';
import type { Colour } from '../../term/theme.ts';
import type { Canvas } from '../../tui/canvas.ts';
import { type Effect, leave, type Program, withEffects } from '../../tui/program.ts';
import { runProgram } from '../../tui/run.ts';
import { wordingOf } from '../../tui/wording.ts';

/** Where the visitor stands in the list. */
interface MenuModel {
  readonly themes: readonly Choice[];
  readonly at: number;
  /** The theme at the start, to go back to. */
  readonly before: string;
}

type Message =
  | { readonly kind: 'move'; readonly by: number }
  | { readonly kind: 'go'; readonly to: number }
  | { readonly kind: 'keep' | 'back' };

const roles: readonly Role[] = ['good', 'warn', 'bad', 'link', 'accent', 'heading', 'muted', 'title'];

const on: Style = { role: 'bright', ground: 'raised' };

/** A theme's ground with a letter pair and a cell of each colour; blank where there are none. Returns the column after it. */
const sample = (canvas: Canvas<Message>, x: number, y: number, [ground, text, ...others]: readonly Colour[] = []): number => {
  if (ground !== undefined && text !== undefined) {
    let at = canvas.put(x, y, ' Aa ', { sample: { text, ground } });
    for (const colour of others) at = canvas.put(at, y, '██', { sample: { text: colour, ground } });
    canvas.put(at, y, ' ', { sample: { text, ground } });
  }
  return x + 13;
};

/** The program; it sets the preference as the visitor moves. */
const themeMenu = (themes: readonly Choice[], preferences: Preferences): Program<MenuModel, Message> => {
  const show =
    (name: string | undefined): Effect<Message> =>
    () =>
      void preferences.set('theme', name ?? 'auto');
  const go = (model: MenuModel, to: number) => {
    const at = Math.min(Math.max(0, to), themes.length - 1);
    return withEffects<MenuModel, Message>({ ...model, at }, show(themes[at]?.name));
  };
  const before = preferences.get('theme');
  const start = themes.findIndex(({ name }) => name === before);
  return {
    title: 'theme',
    subtitle: 'each is shown as you move over it',
    init: { themes, before, at: Math.max(0, start) },
    bindings: [
      { chords: ['Up', 'k', 'C-p', 'S-Tab'], label: '↑↓', summary: 'move', message: { kind: 'move', by: -1 } },
      { chords: ['Down', 'j', 'C-n', 'Tab'], summary: 'move down', message: { kind: 'move', by: 1 }, quiet: true },
      { chords: ['Home'], summary: 'the first', message: { kind: 'go', to: 0 }, quiet: true },
      { chords: ['End'], summary: 'the last', message: { kind: 'go', to: themes.length - 1 }, quiet: true },
      { chords: ['Enter'], summary: 'keep it', message: { kind: 'keep' } },
      { chords: ['Escape', 'q', 'C-c'], label: 'Esc', summary: 'as before', message: { kind: 'back' } },
    ],
    update: (model, message) => {
      switch (message.kind) {
        case 'move':
          return go(model, model.at + message.by);
        case 'go':
          return go(model, message.to);
        case 'keep':
          return withEffects<MenuModel, Message>(model, leave);
        case 'back':
          return withEffects<MenuModel, Message>(model, show(model.before), leave);
      }
    },
    announce: ({ at }, { at: was }) => (at === was ? [] : [`${themes[at]?.name}, ${themes[at]?.summary ?? ''}`]),
    view: ({ at }, canvas) => {
      const first = Math.max(0, Math.min(at - Math.floor(canvas.rows / 2), themes.length - canvas.rows + 2));
      themes.slice(first, first + canvas.rows - 2).forEach(({ name, summary, colours }, row) => {
        const chosen = first + row === at;
        canvas.region(0, row, canvas.columns, 1).tap({ message: { kind: 'go', to: first + row } });
        if (chosen) canvas.region(0, row, canvas.columns, 1).fill(' ', on);
        canvas.put(0, row, `${chosen ? '›' : ' '} ${name}`, chosen ? { ...on, bold: true } : { role: 'command' });
        const end = sample(canvas, 12, row, colours);
        canvas.put(end + 2, row, summary, chosen ? on : { role: 'muted' });
      });
      let x = 0;
      for (const role of roles) x = canvas.put(x, canvas.rows - 1, `${role} `, { role });
    },
  };
};

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
    const preferences = host.preferences ?? unavailable('choosing a theme', 'the page in a browser has themes');
    if (name !== undefined) {
      if (!preferences.set('theme', name)) throw new CommandError(`${name}: no such theme; 'theme --list' lists them`);
      return 0;
    }
    const wording = await wordingOf(process);
    const themes = (await preferences.choices('theme')).map(({ name, summary, kind, ...choice }) => ({
      ...choice,
      name,
      summary: [...(kind === undefined ? [] : [kind]), summary].map(wording).join(': '),
    }));
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
