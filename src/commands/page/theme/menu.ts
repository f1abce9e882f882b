/** The menu of themes: each is shown on the page as one moves over it. */
import type { Choice, Preferences } from '../../../os/host.ts';
import type { Role } from '../../../term/style.ts';
import { type Effect, leave, type Program, withEffects } from '../../../tui/program.ts';

/** Where the visitor stands in the list. */
export interface MenuModel {
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

/** The program; it sets the preference as the visitor moves. */
export const themeMenu = (themes: readonly Choice[], preferences: Preferences): Program<MenuModel, Message> => {
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
      themes.slice(first, first + canvas.rows - 2).forEach(({ name, summary }, row) => {
        const chosen = first + row === at;
        canvas.region(0, row, canvas.columns, 1).tap({ message: { kind: 'go', to: first + row } });
        canvas.put(0, row, `${chosen ? '❯' : ' '} ${name.padEnd(10)}`, chosen ? { role: 'title', inverse: true } : { role: 'command' });
        canvas.put(14, row, summary, { role: 'muted' });
      });
      let x = 0;
      for (const role of roles) x = canvas.put(x, canvas.rows - 1, `${role} `, { role });
    },
  };
};
