/** Tries every order of actions on a small world of rewards, and finds the shortest way to what must not be. */
import { type Action, act } from '../../src/exhibits/rewards/engine.ts';
import type { World } from '../../src/exhibits/rewards/world.ts';

/** A state, how it was reached, and how much may still befall it. */
interface Node {
  readonly world: World;
  readonly mishaps: number;
  readonly from: Node | undefined;
  readonly action: Action | undefined;
}

/** What was found. */
export interface Exploration {
  readonly states: number;
  /** The shortest series of actions to a state in which `holds` is false. */
  readonly broken: readonly Action[] | undefined;
  /** States from which no series of actions leads to one that is `over`. */
  readonly stuck: number;
}

/** What to explore. */
export interface Question {
  readonly start: World;
  /** How many times a worker may be killed, or cut off from the lock service. */
  readonly mishaps: number;
  readonly holds: (world: World) => boolean;
  readonly over: (world: World) => boolean;
}

/** Only the order of tokens matters: the state with each token replaced by its rank. */
const keyOf = ({ world: { orders, queue, leases, workers, stock }, mishaps }: Node): string => {
  const tokens = new Set<number>();
  for (const { fence } of orders) tokens.add(fence);
  for (const { token } of leases) tokens.add(token);
  for (const { task } of workers) tokens.add(task?.token ?? 0);
  const sorted = [...tokens].sort((a, b) => a - b);
  const rank = new Map(sorted.map((token, index) => [token, index]));
  return JSON.stringify([
    orders.map(({ state, fence, reservations, credits }) => [state, rank.get(fence), reservations, credits]),
    queue.map(({ id, order, hidden }) => [id, order, hidden]),
    leases.map(({ order, worker, token, left }) => [order, worker, rank.get(token), left]),
    workers.map(({ step, task, down, cut }) => [step, task?.message, task?.order, rank.get(task?.token ?? 0), down, cut]),
    stock,
    mishaps,
  ]);
};

/** Whatever may happen next. A worker that stands still is one whose turn does not come. */
const actionsOf = ({ world, mishaps }: Node): readonly Action[] => {
  const able = world.workers.flatMap((worker, id) => (worker.down > 0 ? [] : [id]));
  return [
    { kind: 'tick' },
    ...able.map((worker) => ({ kind: 'work', worker }) as const),
    ...(mishaps > 0 ? able.flatMap((worker) => [{ kind: 'kill', worker } as const, { kind: 'cut', worker } as const]) : []),
  ];
};

const trace = (node: Node): readonly Action[] => {
  const actions: Action[] = [];
  for (let at: Node | undefined = node; at?.action; at = at.from) actions.unshift(at.action);
  return actions;
};

const after = (node: Node, action: Action): Node => ({
  world: act(node.world, action),
  mishaps: node.mishaps - (action.kind === 'kill' || action.kind === 'cut' ? 1 : 0),
  from: node,
  action,
});

/** How many of the states lead to none of the `ends`, going back along `parents`. */
const countStuck = (states: number, parents: readonly (readonly number[])[], ends: readonly number[]): number => {
  const good = new Set(ends);
  const todo = [...ends];
  for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
    for (const parent of parents[at] ?? []) {
      if (good.has(parent)) continue;
      good.add(parent);
      todo.push(parent);
    }
  }
  return states - good.size;
};

/** Explores every reachable state, breadth first; stops at the first one that is broken. */
export const explore = ({ start, mishaps, holds, over }: Question): Exploration => {
  const root: Node = { world: start, mishaps, from: undefined, action: undefined };
  const nodes = [root];
  const known = new Map([[keyOf(root), 0]]);
  const parents: number[][] = [[]];
  const ends: number[] = [];
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at] as Node;
    if (!holds(node.world)) return { states: nodes.length, broken: trace(node), stuck: 0 };
    if (over(node.world)) ends.push(at);
    for (const action of actionsOf(node)) {
      const next = after(node, action);
      const key = keyOf(next);
      let index = known.get(key);
      if (index === undefined) {
        index = nodes.push(next) - 1;
        known.set(key, index);
        parents.push([]);
      }
      parents[index]?.push(at);
    }
  }
  return { states: nodes.length, broken: undefined, stuck: countStuck(nodes.length, parents, ends) };
};
