/** What scripts add to the bar of the plain view: printing, and light or dark. */
import type { App } from '../../app/app.ts';
import type { Sentences } from '../../locales/speech.ts';

const words = {
  print: 'Print',
  auto: 'Colours: as the system',
  day: 'Colours: light',
  night: 'Colours: dark',
} as const satisfies Sentences;

/** Half a disc for the system's choice, a ring for light, a full disc for dark. */
const signs = { auto: '◐', day: '○', night: '●' } as const;

type Choice = keyof typeof signs;

const after: Readonly<Record<Choice, Choice>> = { auto: 'day', day: 'night', night: 'auto' };

const button = (id: string, act: () => void): HTMLButtonElement => {
  const element = document.createElement('button');
  element.type = 'button';
  element.id = id;
  element.addEventListener('click', act);
  return element;
};

/** Puts them at the end of the bar; a theme that is neither of the two counts as the system's. */
export const followPlainBar = (app: App, bar: HTMLElement): void => {
  const chosen = (): Choice => {
    const { theme } = app.settings.getState();
    return theme === 'day' || theme === 'night' ? theme : 'auto';
  };
  const print = button('print', () => globalThis.print());
  const colours = button('colours', () => app.settings.setState({ theme: after[chosen()] }));
  const draw = (): void => {
    const { translate, language } = app.speech;
    const label = translate(words[chosen()]);
    print.textContent = translate(words.print);
    colours.textContent = signs[chosen()];
    colours.title = label;
    colours.setAttribute('aria-label', label);
    for (const each of [print, colours]) each.lang = language;
  };
  draw();
  app.settings.subscribe(({ theme, view }, before) => {
    if (theme !== before.theme || view !== before.view) draw();
  });
  bar.append(print, colours);
};
