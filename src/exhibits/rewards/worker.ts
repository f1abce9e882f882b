/** A worker: it takes a message, locks the order, moves it from state to state, and acknowledges the message last. */
import { phrase } from '../../locales/speech.ts';
import { acknowledge, acquire, load, nextStep, orderOf, putBack, receive, release, renew, type Transition, write } from './store.ts';
import { abandon, type Step, type Task, tell, type World, withWorker } from './world.ts';

const receiving = (world: World, id: number): World => {
  const got = receive(world);
  if (!got) return world;
  return withWorker(got.world, id, { step: 'lock', task: { message: got.message.id, order: got.message.order, token: 0 } });
};

const unreachable = (world: World, id: number): boolean => (world.workers[id]?.cut ?? 0) > 0;

const locking = (world: World, id: number, task: Task): World => {
  // Without the lock service nobody gets a lock; the message comes again by itself.
  if (unreachable(world, id)) return abandon(world, id);
  const got = acquire(world, task.order, id);
  if (!got) return abandon(putBack(world, task.message), id);
  return withWorker(got.world, id, { step: 'load', task: { ...task, token: got.token } });
};

const refused = (world: World, id: number, { order, token }: Task): World => {
  const { fence = 0 } = orderOf(world, order) ?? {};
  const text = phrase`Worker ${id + 1} came with ticket ${token}. The store has seen ${fence}, so it was refused.`;
  return tell({ ...abandon(world, id), refused: world.refused + 1 }, text, { role: 'accent', aloud: true });
};

/** The worker goes on with what the order waits for, as far as it knows. */
const proceeding = (world: World, id: number, task: Task): World => {
  const state = orderOf(world, task.order)?.state ?? 'told';
  return withWorker(world, id, { step: nextStep[state] ?? 'finish' });
};

const loading = (world: World, id: number, task: Task): World => {
  const loaded = load(world, task.order, task.token);
  return loaded ? proceeding(loaded, id, task) : refused(world, id, task);
};

/** What a step is worth telling of. */
const told = (world: World, id: number, { order, token }: Task, step: Transition): World => {
  const { credits = 0, reservations = 0, state } = orderOf(world, order) ?? {};
  const bad = { role: 'bad', aloud: true } as const;
  if (step === 'reserve' && reservations > 1)
    return tell(world, phrase`Order ${order} was reserved ${reservations} times: nobody looked at the old ticket.`, bad);
  if (state === 'rejected') return tell(world, phrase`Order ${order} was rejected: the stock is empty.`, { role: 'warn' });
  if (step !== 'issue') return world;
  if (credits > 1) return tell(world, phrase`Order ${order} was issued ${credits} times: nobody looked at the old ticket.`, bad);
  return tell(world, phrase`Order ${order} was issued by worker ${id + 1}, ticket ${token}.`, { role: 'good' });
};

const writing = (world: World, id: number, task: Task, step: Transition): World => {
  const written = write(world, task.order, task.token, step);
  return written ? proceeding(told(written, id, task, step), id, task) : refused(world, id, task);
};

const finishing = (world: World, id: number, { message, token }: Task): World => {
  const done = abandon(acknowledge(world, message), id);
  return unreachable(world, id) ? done : release(done, token);
};

const perform = (world: World, id: number, task: Task, step: Exclude<Step, 'receive'>): World => {
  switch (step) {
    case 'lock':
      return locking(world, id, task);
    case 'load':
      return loading(world, id, task);
    case 'finish':
      return finishing(world, id, task);
    default:
      return writing(world, id, task, step);
  }
};

/** After each step the worker renews its lease; it learns only now, and only if it gets through, that it has none any more. */
const renewing = (world: World, id: number): World => {
  const { task } = world.workers[id] ?? {};
  if (!task || task.token === 0 || unreachable(world, id)) return world;
  return renew(world, task.token) ?? tell(abandon(world, id), phrase`Worker ${id + 1} learnt that its lease is over.`, { role: 'muted' });
};

/** The worker stops where it is, for longer than its lease lasts. */
const stalled = (world: World, id: number): World =>
  tell(
    withWorker(world, id, { stalling: false, paused: world.timing.pause }),
    phrase`Worker ${id + 1} stood still, for longer than its lease lasts.`,
    { role: 'warn' },
  );

/** The world after one step of a worker. */
export const work = (world: World, id: number): World => {
  const { step = 'receive', task, stalling = false } = world.workers[id] ?? {};
  if (step === 'receive' || !task) return receiving(world, id);
  if (stalling && (step === 'reserve' || step === 'issue')) return stalled(world, id);
  return renewing(perform(world, id, task, step), id);
};
