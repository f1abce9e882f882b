/** All that can happen, one action at a time: pure, so that every order of actions can be tried. */
import { phrase, phraseOf, type Sentences } from '../../locales/speech.ts';
import type { Random } from '../stage/random.ts';
import { archived } from './check.ts';
import { enqueue } from './store.ts';
import { work } from './worker.ts';
import { abandon, type Fencing, tell, type Worker, type World, withWorker } from './world.ts';

/** What may befall a worker. */
export type Mishap = 'stall' | 'kill' | 'cut';

/** Something that happens. */
export type Action =
  | { readonly kind: 'order' }
  | { readonly kind: 'work'; readonly worker: number }
  /** Time goes by for leases, messages and mishaps. */
  | { readonly kind: 'tick' }
  | { readonly kind: Mishap; readonly worker: number }
  /** The queue delivers the message in this place once more. */
  | { readonly kind: 'duplicate'; readonly place: number }
  | { readonly kind: 'fence'; readonly fencing: Fencing };

const less = (ticks: number): number => Math.max(0, ticks - 1);

const tick = (world: World): World => ({
  ...world,
  queue: world.queue.map((message) => (message.hidden > 0 ? { ...message, hidden: message.hidden - 1 } : message)),
  leases: world.leases.filter(({ left }) => left > 1).map((lease) => ({ ...lease, left: lease.left - 1 })),
  workers: world.workers.map((worker) => ({ ...worker, paused: less(worker.paused), down: less(worker.down), cut: less(worker.cut) })),
});

const order = (world: World): World => {
  const id = world.archive.orders + world.orders.length + 1;
  const orders = [...world.orders, { id, state: 'created', fence: 0, reservations: 0, credits: 0 } as const];
  return enqueue({ ...world, orders }, id);
};

const befall = (world: World, kind: Mishap, id: number): World => {
  const { timing } = world;
  const bad = { role: 'bad', aloud: true } as const;
  if (kind === 'stall')
    return tell(withWorker(world, id, { stalling: true }), phrase`Worker ${id + 1} will stand still just before it writes.`, bad);
  if (kind === 'cut') return tell(withWorker(world, id, { cut: timing.cut }), phrase`Worker ${id + 1} was cut off from the locks.`, bad);
  return tell(
    withWorker(abandon(world, id), id, { down: timing.down, stalling: false, paused: 0, cut: 0 }),
    phrase`Worker ${id + 1} was killed.`,
    bad,
  );
};

const duplicate = (world: World, place: number): World => {
  const message = world.queue[place];
  if (!message) return world;
  return tell(enqueue(world, message.order), phrase`The message of order ${message.order} came twice.`, { role: 'warn', aloud: true });
};

const fenceTexts = {
  full: 'The gate looks at every ticket again.',
  writes: 'The gate looks at tickets only when something is written.',
  none: 'The gate is open: nobody looks at tickets.',
} satisfies Sentences;

/** Whether a worker can do anything. */
export const able = ({ paused, down }: Worker): boolean => paused === 0 && down === 0;

/** The world after an action. */
export const act = (before: World, action: Action): World => {
  const world: World = before.events.length > 0 ? { ...before, events: [] } : before;
  switch (action.kind) {
    case 'order':
      return order(world);
    case 'work':
      return work(world, action.worker);
    case 'tick':
      return tick(world);
    case 'duplicate':
      return duplicate(world, action.place);
    case 'fence':
      return tell({ ...world, fencing: action.fencing }, phraseOf(fenceTexts[action.fencing]), { role: 'accent', aloud: true });
    default:
      return befall(world, action.kind, action.worker);
  }
};

/** The chance that a worker which is able does its next step in a tick. */
const BUSY = 0.75;

/** What happens in a tick by itself: time goes by, and workers work, in an order by chance. */
export const turn = (world: World, random: Random): World => {
  let next = archived(act(world, { kind: 'tick' }));
  const events = [...next.events];
  for (const worker of random.shuffle(world.workers.map((_, id) => id))) {
    const { workers } = next;
    if (!random.chance(BUSY) || !workers[worker] || !able(workers[worker])) continue;
    next = act(next, { kind: 'work', worker });
    events.push(...next.events);
  }
  return { ...next, events };
};

/** A mishap by chance, to a worker or the queue. */
export const mishap = (world: World, random: Random): Action => {
  const kind = random.pick(['stall', 'kill', 'cut', 'duplicate'] as const);
  if (kind === 'duplicate') return { kind, place: random.integer(Math.max(1, world.queue.length)) };
  return { kind, worker: random.integer(world.workers.length) };
};
