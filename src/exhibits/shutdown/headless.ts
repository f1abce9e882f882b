/** The same two servers without a screen: SIGTERM after a while, what became of whom, and the sums. */
import { say, translate } from '../../term/say.ts';
import { addsUp, type Server, unheard } from './server.ts';
import { happenings, seconds } from './words.ts';
import { atRest, happen, type World } from './world.ts';

/** SIGTERM comes after so many milliseconds. */
const SIGNAL_AT = 2000;
/** A step between what the visitor does and the signal. */
const INJECT_AT = 1000;

/** What is done to the servers before SIGTERM. */
export interface Script {
  /** Batches of requests whose upstream hangs. */
  readonly hanging: number;
  /** Batches of long downloads. */
  readonly downloads: number;
}

const stamped = (world: World, lines: readonly string[]): string[] => lines.map((text) => `${seconds(world.now).padStart(5)} s  ${text}`);

const summary = (name: string, server: Server): string => {
  const { accepted, counts, exit } = server;
  const answers = say`200 ${counts.answered}, 504 ${counts.timeout}, 503 ${counts.cancelled}, refused ${counts.refused}, lost ${counts.lost}`;
  return say`${name}  accepted ${accepted}: ${answers}; goroutines left ${exit?.left ?? 0}; ${addsUp(server) ? translate('adds up') : translate('DOES NOT ADD UP')}`;
};

const inject = (start: World, { hanging, downloads }: Script): World => {
  let world = start;
  for (let i = 0; i < hanging; i++) world = happen(world, { kind: 'hang' });
  for (let i = 0; i < downloads; i++) world = happen(world, { kind: 'download' });
  return world;
};

/** The lines of a run. */
export function* run(start: World, script: Script): Generator<string> {
  let world = start;
  while (!atRest(world)) {
    const before = world;
    world = happen(world, { kind: 'step' });
    yield* stamped(world, happenings(before, world));
    if (world.now === INJECT_AT) world = inject(world, script);
    if (world.now === SIGNAL_AT) {
      world = happen(world, { kind: 'signal' });
      yield* stamped(world, [translate('SIGTERM to both')]);
    }
  }
  yield summary('fault', world.faulty);
  yield summary('fix  ', world.mended);
  yield say`clients that never heard: ${unheard(world.faulty)} with the fault, ${unheard(world.mended)} with the fix`;
}
