/** How the way to other tabs or to a server looks: how it stands, and what to do where there is none. */
import type { Sentences, Speech } from '../../locales/speech.ts';
import type { Canvas } from '../../tui/canvas.ts';
import { chart, prose } from '../../tui/widgets.ts';
import { percentile } from './local.ts';
import { type FarView, type Model, seatOf } from './model.ts';

const serverStatus = ({ say, translate }: Speech, model: Model): ReturnType<FarView['status']> => {
  const { far, around } = model;
  switch (far.state) {
    case 'opening':
      return [far.tries === 0 ? say`calling ${around.url}…` : say`the line broke: attempt ${far.tries} to come back…`, 'warn'];
    case 'cut':
      return [translate('line cut: x mends it'), 'warn'];
    case 'failed':
      return [translate('no way to the server: n tries again'), 'bad'];
    case 'closed':
      return [say`${translate(seatOf(model).client.notice ?? ('sent away' satisfies Sentences))}: n comes again`, 'bad'];
    case 'open':
      return undefined;
  }
};

const status = (speech: Speech, model: Model): ReturnType<FarView['status']> => {
  if (model.mode === 'server') return serverStatus(speech, model);
  if (model.mode !== 'tab' || seatOf(model).link.isUp) return undefined;
  return model.far.tabs?.host === undefined ? [speech.translate('asking the other tabs…'), 'warn'] : undefined;
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
  canvas.put(0, next + 1, speech.translate('Then n tries again; m chooses others.'));
  prose(canvas, next + 3, [pageAdvice(speech, model)], { role: 'muted' });
};

const place = ({ say, translate }: Speech, model: Model): string => {
  if (!seatOf(model).link.isUp) return translate('Out of reach.');
  return model.mode === 'server' ? say`On the server, ${model.around.url}.` : translate('In another tab of this browser.');
};

const drawReferee = (speech: Speech, canvas: Canvas, model: Model): void => {
  const { trips, answers } = seatOf(model).client;
  canvas.put(0, 0, place(speech, model));
  if (trips.length === 0) return;
  canvas.put(0, 2, speech.say`round trip  p50 ${percentile(trips, 50)} ms, p99 ${percentile(trips, 99)} ms`, { role: 'muted' });
  canvas.put(0, 3, speech.say`claim to answer  p50 ${percentile(answers, 50)} ms, p99 ${percentile(answers, 99)} ms`, { role: 'muted' });
  chart(canvas.region(0, 5), trips, { role: 'accent' });
};

/** What the match draws of the way out. */
export const farView: FarView = { status, isUnserved, drawUnserved, drawReferee };
