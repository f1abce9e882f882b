/** How the rewards look: the queue, the workers with their leases, the orders on their way, and whether each was issued once. */
import type { Sentences, Speech } from '../../locales/speech.ts';
import type { Line, Role, Style } from '../../term/style.ts';
import type { Canvas } from '../../tui/canvas.ts';
import { bar, verdict } from '../../tui/widgets.ts';
import { drawLog } from '../stage/log.ts';
import { faults, holds, isRight, issued } from './check.ts';
import { done, isOver, type Model } from './model.ts';
import type { Order, OrderState, Worker, World } from './world.ts';

/** From this size on the orders have a column of their own. */
const WIDE = { columns: 84, rows: 22 };
/** Columns of a lease's bar. */
const LEASE = 6;

const path: readonly OrderState[] = ['created', 'reserved', 'issued', 'told'];

const stateNames = { created: 'created', reserved: 'reserved', issued: 'issued', told: 'told', rejected: 'rejected' } satisfies Sentences;

const muted: Style = { role: 'muted' };

/** The states that an order has been through, and its books where they are wrong. */
const drawOrder = ({ say, translate }: Speech, canvas: Canvas, y: number, order: Order): void => {
  const { id, state, fence, credits, reservations } = order;
  const reached = path.indexOf(state);
  const role: Role = isRight(order) ? 'good' : 'bad';
  canvas.put(0, y, `#${id}`, { role: 'heading' });
  const dots = path.map((_, index): Line => [{ text: index <= reached ? '●' : '○', style: { role: index <= reached ? role : 'muted' } }]);
  canvas.line(
    6,
    y,
    dots.flatMap((dot, index) => (index > 0 ? [{ text: '─', style: muted }, ...dot] : dot)),
  );
  canvas.put(14, y, translate(stateNames[state]), { role: state === 'rejected' ? 'warn' : role });
  if (fence > 0) canvas.put(23, y, say`token ${fence}`, muted);
  if (!isRight(order)) canvas.put(33, y, `${Math.max(credits, reservations)}×`, { role: 'bad', bold: true });
};

/** The newest orders that fit. */
const drawOrders = (speech: Speech, canvas: Canvas, { orders }: World): void => {
  for (const [y, order] of orders.slice(-Math.max(1, canvas.rows)).entries()) drawOrder(speech, canvas, y, order);
};

const trouble = ({ say, translate }: Speech, { down, paused, stalling, cut }: Worker): string => {
  if (down > 0) return say`killed, ${down}`;
  if (paused > 0) return say`stalled, ${paused}`;
  if (stalling) return translate('will stall');
  return cut > 0 ? say`cut off, ${cut}` : '';
};

const drawLease = ({ say, translate }: Speech, canvas: Canvas, y: number, world: World, token: number): void => {
  const lease = world.leases.find((held) => held.token === token);
  canvas.put(0, y, say`token ${token}`, lease ? { role: 'accent' } : { role: 'bad' });
  if (lease) canvas.put(10, y, bar(lease.left / world.timing.lease, LEASE).trimEnd(), { role: 'accent' });
  else canvas.put(10, y, translate('over'), { role: 'bad' });
};

const drawWorker = (speech: Speech, canvas: Canvas, y: number, world: World, id: number, selected: boolean): void => {
  const worker = world.workers[id];
  if (!worker) return;
  const { task, step } = worker;
  canvas.put(0, y, `${selected ? '▸' : ' '}w${id + 1}`, { role: selected ? 'accent' : 'heading', bold: selected });
  canvas.put(4, y, task ? `#${task.order}` : speech.translate('idle'), task ? undefined : muted);
  const wrong = trouble(speech, worker);
  canvas.put(9, y, wrong === '' && task ? step : wrong, { role: wrong === '' ? 'good' : 'bad' });
  if (task && task.token > 0) drawLease(speech, canvas.region(22, 0), y, world, task.token);
};

const drawWorkers = (speech: Speech, canvas: Canvas, y: number, { course, selected }: Model): number => {
  const { world } = course;
  for (const id of world.workers.keys()) drawWorker(speech, canvas, y + id, world, id, id === selected);
  return y + world.workers.length;
};

/** The messages in the queue's order; those that nobody sees just now are pale. */
const drawQueue = ({ translate }: Speech, canvas: Canvas, y: number, { queue }: World): void => {
  let x = canvas.put(0, y, translate('queue '), muted);
  if (queue.length === 0) canvas.put(x, y, translate('empty'), muted);
  for (const { order, hidden } of queue) {
    if (x > canvas.columns) return;
    x = canvas.put(x, y, `#${order} `, hidden > 0 ? muted : { role: 'good' });
  }
};

const fencings = { full: 'full', writes: 'writes', none: 'none' } satisfies Sentences;
const fencingRole: Readonly<Record<World['fencing'], Role>> = { full: 'good', writes: 'warn', none: 'bad' };

const drawHeading = ({ say, translate }: Speech, canvas: Canvas, { course, paused }: Model): void => {
  const { fencing, stock, refused } = course.world;
  const rest = isOver(course) ? translate(' all done') : canvas.columns < WIDE.columns ? '' : say` ${course.toCome} to come`;
  canvas.line(0, 0, [
    { text: `${translate('fencing')} `, style: muted },
    { text: translate(fencings[fencing]), style: { role: fencingRole[fencing], bold: true } },
    { text: say` stock ${stock} refused ${refused}` },
    { text: paused ? translate(' paused') : rest, style: muted },
  ]);
};

/** The invariant, checked on orders, books and queue as they are now: the last two rows. */
const drawVerdict = ({ say, translate }: Speech, canvas: Canvas, { world }: Model['course']): void => {
  const { twice, astray, lost, missing } = faults(world);
  const right = holds(world);
  verdict(
    canvas,
    canvas.rows - 2,
    right,
    right ? translate('each reward issued exactly once') : translate('NOT each reward issued exactly once'),
  );
  const text = say`done ${done(world)} issued ${issued(world)} twice ${twice} lost ${lost} off ${astray + missing}`;
  canvas.put(2, canvas.rows - 1, text, muted);
};

const drawNarrow = (speech: Speech, model: Model, canvas: Canvas): void => {
  const { world } = model.course;
  drawHeading(speech, canvas, model);
  drawQueue(speech, canvas, 1, world);
  const y = drawWorkers(speech, canvas, 2, model);
  const room = Math.max(0, canvas.rows - 2 - y);
  const orders = Math.ceil(room * 0.6);
  drawOrders(speech, canvas.region(0, y, canvas.columns, orders), world);
  drawLog(speech, canvas.region(0, y + orders, canvas.columns, room - orders), model.log);
  canvas.region(0, canvas.rows - 2).fill(' ');
  drawVerdict(speech, canvas, model.course);
};

const drawWide = (speech: Speech, model: Model, canvas: Canvas): void => {
  const { world } = model.course;
  const left = 40;
  const height = canvas.rows - 3;
  drawHeading(speech, canvas, model);
  const orders = canvas.region(0, 1, left, height).box(speech.translate('orders'));
  orders.put(0, 0, path.join(' ─ '), muted);
  drawOrders(speech, orders.region(0, 1), world);
  const right = canvas.region(left + 1, 1, canvas.columns, height);
  const workers = right.region(0, 0, right.columns, world.workers.length + 4).box(speech.translate('workers and their leases'));
  drawQueue(speech, workers, drawWorkers(speech, workers, 0, model) + 1, world);
  drawLog(speech, right.region(0, world.workers.length + 4).box(speech.translate('events')), model.log);
  drawVerdict(speech, canvas, model.course);
};

/** Draws the model. */
export const draw = (model: Model, canvas: Canvas, speech: Speech): void => {
  if (canvas.columns >= WIDE.columns && canvas.rows >= WIDE.rows) drawWide(speech, model, canvas);
  else drawNarrow(speech, model, canvas);
};
