/** How the workers look: a card each with its ticket, the gate that looks at tickets, and the store behind it. */
import type { Sentences, Speech } from '../../locales/speech.ts';
import type { Ground, Role } from '../../term/style.ts';
import type { Canvas } from '../../tui/canvas.ts';
import { block, card, cut, DIGIT_ROWS, heading, large, largeColumns, meter, write, writeRight } from '../stage/paint.ts';
import type { Figure, Show, Verdict } from '../stage/show.ts';
import { holds, issued } from './check.ts';
import type { Mark, Message, Model } from './model.ts';
import { orderOf } from './store.ts';
import type { Order, OrderState, Worker, World } from './world.ts';

/** Columns from which gate and store stand beside the workers, and those of cards and store. */
const WIDE = 100;
const CARD = 58;
const STORE = 33;
/** Milliseconds of a tick, for spans of time. */
const TICK = 200;

/** How it stands with a worker. */
interface Standing {
  readonly text: string;
  readonly hue: 'good' | 'bad' | undefined;
  /** The ticket that it holds, or came with. */
  readonly token: number;
  /** Its share of the lease that is left, if it has one. */
  readonly left: number | undefined;
}

const troubleOf = (speech: Speech, { down, paused, cut: away }: Worker): string => {
  if (down > 0) return speech.say`killed, back in ${Math.ceil((down * TICK) / 1000)} s`;
  if (paused > 0) return speech.translate('stands still');
  return away > 0 ? speech.translate('cut off from the locks') : '';
};

const standingOf = (speech: Speech, world: World, id: number, mark: Mark | undefined): Standing => {
  const worker = world.workers[id];
  const task = worker?.task;
  const lease = world.leases.find(({ token, worker: holder }) => token === task?.token && holder === id);
  const trouble = worker ? troubleOf(speech, worker) : '';
  if (mark && !task) return { text: speech.translate('came back with an old ticket'), hue: 'bad', token: mark.token, left: undefined };
  if (!task || task.token === 0)
    return {
      text: trouble === '' ? (task ? speech.say`wants order ${task.order}` : speech.translate('waits for an order')) : trouble,
      hue: trouble === '' ? undefined : 'bad',
      token: 0,
      left: undefined,
    };
  const left = lease ? lease.left / world.timing.lease : undefined;
  if (!lease)
    return {
      text: trouble === '' ? speech.translate('its lease is over, it does not know') : speech.say`${trouble}, its lease is over`,
      hue: 'bad',
      token: task.token,
      left,
    };
  const text =
    trouble === ''
      ? worker.stalling
        ? speech.translate('will stand still at its next write')
        : speech.say`holds the lease on order ${task.order}`
      : trouble;
  return { text, hue: 'good', token: task.token, left };
};

/** A ticket: its number in large digits on its colour. Answers its columns. */
const drawTicket = (canvas: Canvas, token: number, hue: 'good' | 'bad'): number => {
  const columns = largeColumns(String(token)) + 4;
  const x = canvas.columns - columns - 1;
  block(canvas, x, 0, columns, canvas.rows, hue);
  const y = Math.floor((canvas.rows - DIGIT_ROWS) / 2);
  large(canvas, x + 2, Math.max(0, y), String(token), 'hole');
  return columns + 1;
};

const drawWorker = (speech: Speech, canvas: Canvas, model: Model, id: number): void => {
  const { world } = model.course;
  const standing = standingOf(speech, world, id, model.marks[id]);
  const { text, hue, token, left } = standing;
  const inside = card(canvas, hue ?? 'rule');
  const isTall = canvas.rows >= 5;
  const ticket = token > 0 && hue && isTall && canvas.columns >= 36 ? drawTicket(canvas, token, hue) : 0;
  const room = inside.columns - ticket;
  const y = canvas.rows >= 7 ? 1 : 0;
  const isSelected = id === model.selected;
  write(inside, 0, y, `${isSelected ? '› ' : ''}${speech.say`worker ${id + 1}`}`, isSelected ? 'lit' : undefined, true);
  if (ticket === 0 && token > 0) writeRight(inside, y, speech.say`ticket ${token}`, hue, true);
  const role: Role = hue ?? 'quiet';
  if (canvas.rows > 1) write(inside, 0, y + 1, cut(text, room), role);
  if (left === undefined && !(hue === 'bad' && token > 0)) return;
  const line = isTall ? y + 3 : y + 2;
  if (line >= canvas.rows) return;
  const width = Math.max(4, Math.min(20, room - 16));
  write(inside, 0, line, speech.translate('lease'), 'quiet');
  meter(inside, 7, line, width, left ?? 0, hue ?? 'good');
  write(
    inside,
    8 + width,
    line,
    left === undefined ? speech.translate('over') : speech.say`${((left * world.timing.lease * TICK) / 1000).toFixed(1)} s`,
    role,
    true,
  );
};

/** A worker's way to the store, as far as the gate lets it. */
const drawWay = (speech: Speech, canvas: Canvas, gate: number, model: Model, id: number): void => {
  const { world } = model.course;
  const { hue, token } = standingOf(speech, world, id, model.marks[id]);
  const step = world.workers[id]?.step ?? 'receive';
  const isRefused = model.marks[id] !== undefined && !world.workers[id]?.task;
  const isUnderWay =
    token > 0 && (isRefused || ((world.workers[id]?.paused ?? 0) === 0 && (step === 'reserve' || step === 'issue' || step === 'tell')));
  block(canvas, gate, 0, 3, canvas.rows, isUnderWay ? (isRefused ? 'bad' : hue === 'bad' ? 'badSoft' : 'goodSoft') : 'raised');
  if (!isUnderWay || !hue) return;
  const y = Math.floor(canvas.rows / 2);
  const text = isRefused
    ? speech.say`✗ refused: ${token} is too old`
    : hue === 'bad'
      ? speech.say`✗ let in: nobody looks at ${token}`
      : speech.say`✓ let in: ${token} is the newest`;
  write(canvas, 2, y - 1, cut(text, gate - 3), hue, true);
  block(canvas, 0, y, isRefused ? gate : canvas.columns, 1, hue);
};

/** The order to look at: the one of an old ticket, or else of the newest. */
const focusOf = ({ marks, course: { world } }: Model): Order | undefined => {
  const { workers, leases, orders } = world;
  const mark = marks.find((each, id) => each && !workers[id]?.task);
  const tasks = workers.flatMap(({ task }) => (task && task.token > 0 ? [task] : []));
  const old = tasks.find(({ token }) => !leases.some((lease) => lease.token === token));
  const newest = tasks.toSorted((one, other) => other.token - one.token)[0];
  const order = mark?.order ?? old?.order ?? newest?.order;
  return (order === undefined ? undefined : orderOf(world, order)) ?? orders.at(-1);
};

const path = { created: 'created', reserved: 'reserved', issued: 'issued', told: 'told' } satisfies Sentences;
const states = Object.keys(path) as (keyof typeof path)[];

const reached = (state: OrderState): number => (state === 'rejected' ? 0 : states.indexOf(state));

const stateText = (speech: Speech, state: keyof typeof path, { credits }: Order): string =>
  state === 'issued' && credits > 1 ? speech.say`issued ${credits} times` : speech.translate(path[state]);

const drawStore = (speech: Speech, canvas: Canvas, model: Model): void => {
  block(canvas, 0, 0, canvas.columns, canvas.rows, 'raised');
  const inside = canvas.region(3, 1, canvas.columns - 5, canvas.rows - 1);
  const order = focusOf(model);
  const isLarge = canvas.rows >= 18;
  const token = String(order?.fence ?? 0);
  heading(inside, 0, speech.translate('the store'), isLarge ? '' : speech.say`newest ticket ${token}`);
  if (isLarge) {
    write(inside, 0, 2, speech.translate('newest ticket seen'), 'quiet');
    large(inside, 0, 4, token, 'ink');
  }
  if (!order) return;
  const y = isLarge ? 11 : 1;
  write(inside, 0, y, speech.say`order ${order.id}`, undefined, true);
  const pitch = isLarge ? 2 : 1;
  states.forEach((state, index) => {
    const row = y + pitch * (index + 1);
    const isDone = index <= reached(order.state);
    const isWrong = state === 'issued' && order.credits > 1;
    block(inside, 0, row, 2, 1, isWrong ? 'bad' : isDone ? 'good' : 'rule');
    if (index < states.length - 1 && pitch > 1) block(inside, 0, row + 1, 1, 1, isDone && index < reached(order.state) ? 'good' : 'rule');
    write(inside, 4, row, stateText(speech, state, order), isWrong ? 'bad' : isDone ? undefined : 'quiet', isWrong);
    if (isDone) writeRight(inside, row, isWrong ? '✗' : '✓', isWrong ? 'bad' : 'good', true);
  });
};

const gates = {
  full: 'the gate looks at every ticket',
  writes: 'the gate looks at writes only',
  none: 'the gate is open',
} satisfies Sentences;
const gateGrounds: Readonly<Record<World['fencing'], Ground>> = { full: 'good', writes: 'accent', none: 'bad' };

const drawWide = (speech: Speech, canvas: Canvas, model: Model): void => {
  const { world } = model.course;
  const count = world.workers.length;
  const pitch = Math.max(4, Math.min(9, Math.floor((canvas.rows - 1) / count)));
  const store = canvas.columns - STORE;
  world.workers.forEach((_, id) => {
    drawWorker(speech, canvas.region(0, id * pitch, CARD, pitch - 1), model, id);
    drawWay(speech, canvas.region(CARD, id * pitch, store - CARD, pitch - 1), store - CARD - 6, model, id);
  });
  drawStore(speech, canvas.region(store, 0, STORE, count * pitch - 1), model);
  const y = Math.min(canvas.rows - 1, count * pitch);
  block(canvas, store - 6, y, 3, 1, gateGrounds[world.fencing]);
  write(canvas, CARD + 2, y, speech.translate(gates[world.fencing]), world.fencing === 'none' ? 'bad' : 'quiet');
  writeRight(canvas, y, speech.say`${world.queue.length} messages wait`, 'quiet');
};

const drawNarrow = (speech: Speech, canvas: Canvas, model: Model): void => {
  const { world } = model.course;
  const store = canvas.rows >= 18 ? 7 : 0;
  if (store > 0) drawStore(speech, canvas.region(0, 0, canvas.columns, store - 1), model);
  const rows = canvas.rows - store;
  const pitch = Math.max(2, Math.floor((rows + 1) / world.workers.length));
  world.workers.forEach((_, id) => {
    drawWorker(speech, canvas.region(0, store + id * pitch, canvas.columns, Math.min(7, pitch - (pitch > 3 ? 1 : 0))), model, id);
  });
};

const due = ({ orders, archive }: World): number => orders.length + archive.orders;

const figuresOf = (speech: Speech, { course: { world } }: Model): readonly Figure[] => [
  { value: String(due(world)), label: speech.translate('rewards due'), short: speech.translate('due') },
  { value: String(issued(world)), label: speech.translate('issued'), ...(issued(world) > due(world) ? { hue: 'bad' as const } : {}) },
  { value: String(world.refused), label: speech.translate('refused at the gate'), short: speech.translate('refused') },
];

const verdictOf = (speech: Speech, world: World): Verdict => {
  if (holds(world))
    return {
      holds: true,
      text: speech.translate('Each reward is issued exactly once.'),
      short: speech.translate('Each reward is issued just once.'),
    };
  const twice = world.orders.find(({ credits, reservations }) => credits > 1 || reservations > 1);
  if (!twice)
    return {
      holds: false,
      text: speech.translate('NOT exactly once: the books do not agree.'),
      short: speech.translate('NOT once: the books disagree.'),
    };
  return twice.credits > 1
    ? {
        holds: false,
        text: speech.say`NOT exactly once: order ${twice.id} was issued ${twice.credits} times.`,
        short: speech.say`NOT once: order ${twice.id} came ${twice.credits} times.`,
      }
    : {
        holds: false,
        text: speech.say`NOT exactly once: order ${twice.id} was reserved ${twice.reservations} times.`,
        short: speech.say`NOT once: order ${twice.id}, ${twice.reservations} times.`,
      };
};

const headlines = {
  first: 'Three workers, one order, a ticket each. Press [s] to stall one: its old ticket is refused.',
  firstShort: 'Three workers, one order. Press [s] to stall one: its old ticket is refused.',
  some: 'Workers, one order, a ticket each. Press [s] to stall one: its old ticket is refused.',
  next: 'Why look at tickets at all? Press [f] twice to open the gate, then [s]: a reward is issued twice.',
  nextShort: 'Press [f] twice to open the gate, then [s]: a reward is issued twice.',
} satisfies Sentences;

/** What a visitor sees of the workers. */
export const show = (model: Model, isTried: boolean, speech: Speech): Show<Message> => {
  const { world } = model.course;
  return {
    headline: speech.translate(isTried ? headlines.next : world.workers.length === 3 ? headlines.first : headlines.some),
    short: speech.translate(isTried ? headlines.nextShort : world.workers.length === 3 ? headlines.firstShort : headlines.some),
    figures: figuresOf(speech, model),
    verdict: verdictOf(speech, world),
    hero: (canvas) => (canvas.columns >= WIDE ? drawWide(speech, canvas, model) : drawNarrow(speech, canvas, model)),
  };
};
