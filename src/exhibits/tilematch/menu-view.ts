/** How the first screen looks: whom to play against, and what that takes. */
import type { Sentences, Speech } from '../../locales/speech.ts';
import type { Canvas } from '../../tui/canvas.ts';
import { prose } from '../../tui/widgets.ts';
import { type Message, type Mode, type Model, modes } from './model.ts';

/** Columns of prose. */
const WIDEST = 72;

const titles = {
  bot: 'Bots, at once',
  tab: 'Another tab or window',
  server: 'A server on this machine',
} satisfies Sentences;

const meaning = ({ say, translate }: Speech, { around, setting }: Model, mode: Mode): string => {
  switch (mode) {
    case 'bot':
      return say`${setting.bots} of them are in this page.`;
    case 'tab':
      return around.modes.includes(mode) ? translate('Choose this in both; one has the referee.') : translate('Not to be had here.');
    case 'server':
      return around.modes.includes(mode) ? say`npm run tilematch-server, at ${around.url}` : translate('Not to be had here.');
  }
};

/** Draws a choice in two rows. */
const drawChoice = (speech: Speech, canvas: Canvas<Message>, model: Model, mode: Mode, isAimed: boolean): void => {
  const isPossible = model.around.modes.includes(mode);
  canvas.put(0, 0, isAimed ? '▸' : ' ', { role: 'accent', bold: true });
  canvas.put(2, 0, `${modes.indexOf(mode) + 1}`, { role: 'accent', bold: true });
  canvas.put(4, 0, speech.translate(titles[mode]), isAimed ? { role: 'title', bold: true } : isPossible ? undefined : { role: 'muted' });
  prose(canvas.region(4, 1), 0, [meaning(speech, model, mode)], { role: 'muted' });
  canvas.tap({ message: { kind: 'mode', mode } });
};

/** Draws the first screen. */
export const drawMenu = (speech: Speech, canvas: Canvas<Message>, model: Model): void => {
  const columns = Math.min(canvas.columns - 2, WIDEST);
  const isRoomy = canvas.rows >= 20;
  const body = canvas.region((canvas.columns - columns) / 2, isRoomy ? 3 : 0, columns);
  body.put(0, 0, speech.translate('Choose an opponent'), { role: 'heading', bold: true });
  const height = isRoomy && columns < 50 ? 4 : 3;
  modes.forEach((mode, i) => {
    drawChoice(speech, body.region(0, 2 + i * height, columns, height), model, mode, i === model.aim);
  });
  const after = prose(body, 2 + modes.length * height + (isRoomy ? 1 : 0), [speech.translate('Nothing is connected before you choose.')], {
    role: 'muted',
  });
  if (model.around.claim !== '') prose(body, after, [speech.say`The résumé’s claim: ${model.around.claim}.`], { role: 'muted' });
};
