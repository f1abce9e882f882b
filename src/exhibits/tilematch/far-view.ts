/** How the way to other tabs or to a server looks: how it stands, and what to do where there is none. */
import type { Sentences, Speech } from '../../locales/speech.ts';
import type { Canvas } from '../../tui/canvas.ts';
import { prose } from '../../tui/widgets.ts';
import { type FarView, type Model, seatOf } from './model.ts';

const serverStatus = ({ say, translate }: Speech, model: Model): ReturnType<FarView['status']> => {
  const { far, around } = model;
  switch (far.state) {
    case 'opening':
      return far.tries === 0 ? say`calling ${around.url}…` : say`the line broke: attempt ${far.tries} to come back…`;
    case 'cut':
      return translate('Your line is cut: x mends it.');
    case 'failed':
      return translate('no way to the server: n tries again');
    case 'closed':
      return say`${translate(seatOf(model).client.notice ?? ('sent away' satisfies Sentences))}: n comes again`;
    case 'open':
      return undefined;
  }
};

const status = (speech: Speech, model: Model): ReturnType<FarView['status']> => {
  if (model.mode === 'server') return serverStatus(speech, model);
  if (model.mode !== 'tab' || seatOf(model).link.isUp) return undefined;
  return model.far.tabs?.host === undefined ? speech.translate('asking the other tabs…') : undefined;
};

const pageAdvice = ({ say }: Speech, { around: { origin } }: Model): string => {
  const asked = `npm run tilematch-server -- --origin ${origin ?? 'URL'}`;
  return say`A page from elsewhere must be named to it: ${asked}. Some browsers ask you first, and some let no such page reach this machine: then npm start, and play there.`;
};

const isUnserved = (model: Model): boolean =>
  model.mode === 'server' && model.far.state === 'failed' && seatOf(model).client.table === undefined;

const drawUnserved = (speech: Speech, canvas: Canvas, model: Model): void => {
  const after = prose(canvas, 0, [speech.say`No answer at ${model.around.url}.`], { role: 'bad' });
  const next = prose(canvas, after, [speech.translate('In a copy of this project:')], undefined) - 1;
  canvas.put(2, next, 'npm run tilematch-server', { role: 'command' });
  canvas.put(0, next + 1, speech.translate('Then n tries again; m plays others.'));
  prose(canvas, next + 3, [pageAdvice(speech, model)], { role: 'muted' });
};

/** What the match draws of the way out. */
export const farView: FarView = { status, isUnserved, drawUnserved };
