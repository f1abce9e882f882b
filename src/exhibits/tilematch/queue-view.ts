/** How the queue looks: who waits, along the ratings, and the window that widens until somebody is in it. */
import type { Speech } from '../../locales/speech.ts';
import type { Canvas } from '../../tui/canvas.ts';
import { prose } from '../../tui/widgets.ts';
import { type Model, seatOf } from './model.ts';

/** Points of rating at each side of one's own that are shown. */
const REACH = 400;

/** Whether nobody can come but by another tab. */
const isAlone = ({ mode, world }: Model): boolean => mode === 'tab' && world.referee?.players === 1;

/** Draws the queue as the referee tells of it. */
export const drawQueue = ({ say, translate }: Speech, canvas: Canvas, model: Model): void => {
  const { client } = seatOf(model);
  const { lobby, rating, isQueued } = client;
  if (!isQueued || !lobby) {
    canvas.put(0, 0, isQueued ? translate('You are in the queue.') : translate('You are not in the queue: n looks for a match.'), {
      role: 'muted',
    });
    return;
  }
  const middle = Math.floor(canvas.columns / 2);
  const column = (of: number): number => Math.max(0, Math.min(canvas.columns - 1, Math.round(middle + ((of - rating) / REACH) * middle)));
  const waited = ((model.world.now - client.queuedAt) / 1000).toFixed(1);
  canvas.put(0, 0, say`${lobby.others} others wait; you for ${waited} s`);
  canvas.put(0, 2, '─'.repeat(canvas.columns), { role: 'muted' });
  const [from, to] = [column(rating - lobby.window), column(rating + lobby.window)];
  canvas.put(from, 2, '━'.repeat(Math.max(1, to - from + 1)), { role: 'accent' });
  for (const other of lobby.waiting)
    canvas.put(column(other), 1, '●', { role: Math.abs(other - rating) <= lobby.window ? 'accent' : 'muted' });
  canvas.put(middle, 1, '●', { role: 'good', bold: true });
  canvas.put(0, 3, `${rating - REACH}`, { role: 'muted' });
  canvas.centre(3, `${rating} ± ${lobby.window}`, { role: 'accent' });
  canvas.right(3, `${rating + REACH}`, { role: 'muted' });
  if (isAlone(model))
    prose(canvas, 5, [translate('Run tilematch in another tab or window of this browser too, and choose 2 there.')], { role: 'accent' });
  else prose(canvas, 5, [translate('Two are matched when each is in the other’s window, which widens.')], { role: 'muted' });
};
