/** What is said of the two servers: sentences for a listener, and the lines of a run in a pipe. */
import type { Sentences, Speech } from '../../locales/speech.ts';
import { addsUp, type Ended, goroutines, type Practice, type Server, unheard } from './server.ts';
import { atRest, happen, type World } from './world.ts';

/** A practice in words. */
interface PracticeWords {
  readonly practice: Practice;
  readonly name: string;
  /** For a small screen. */
  readonly short: string;
  readonly summary: string;
}

/** The practices, in the order of their keys. */
export const practices: readonly PracticeWords[] = [
  {
    practice: 'readiness',
    name: 'not ready first',
    short: 'notice',
    summary: 'part of the fix: tells the balancer before it closes the listener',
  },
  { practice: 'drain', name: 'main waits', short: 'drain', summary: 'part of the fix: main waits for what is in flight' },
  { practice: 'room', name: 'channel of 1', short: 'room', summary: 'part of the fix: a late answer finds room in its channel' },
  { practice: 'deadline', name: 'deadline', short: 'limit', summary: 'part of the fix: waits five seconds, then cancels and says so' },
];

/** An outcome as a client sees it. */
const outcomeNames = {
  answered: '200',
  timeout: '504',
  cancelled: '503, retry elsewhere',
  refused: 'connection refused',
  lost: 'cut without an answer',
} satisfies Sentences;

/** The ways in which a server ends. */
const exitNames = {
  'main returned': 'main returned',
  drained: 'drained, exited',
  deadline: 'exited at its deadline',
  SIGKILL: 'SIGKILL',
} satisfies Sentences;

/** Seconds with one digit. */
export const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);

/** What the server is doing. */
export const phaseOf = ({ say, translate }: Speech, server: Server): string => {
  const { exit } = server;
  switch (server.phase) {
    case 'serving':
      return translate('serving');
    case 'leaving':
      return translate('not ready, still serving');
    case 'draining':
      return say`draining, ${goroutines(server)} to go`;
    case 'exited':
      return exit ? translate(exitNames[exit.by]) + (exit.left > 0 ? say`, ${exit.left} goroutines left` : '') : '';
  }
};

const isNews = ({ outcome }: Ended): boolean => outcome !== 'answered';

const changes = (speech: Speech, name: string, before: Server, after: Server): string[] => {
  const known = new Set(before.ended.map(({ id }) => id));
  const news = after.ended.filter((request) => !known.has(request.id) && isNews(request));
  return [
    ...news.map(({ id, kind, outcome }) => `${name}  ${kind} ${id}: ${speech.translate(outcomeNames[outcome])}`),
    ...(after.phase === before.phase ? [] : [`${name}  ${phaseOf(speech, after)}`]),
  ];
};

/** What has changed, a line each; the answers as usual are left out. */
const happenings = (speech: Speech, before: World, after: World): string[] => [
  ...changes(speech, 'fault', before.faulty, after.faulty),
  ...changes(speech, 'fix  ', before.mended, after.mended),
];

const above = 'Above' satisfies Sentences;
const below = 'Below' satisfies Sentences;

const exitSentence = ({ say }: Speech, where: string, { exit, counts }: Server, unanswered: number): string => {
  switch (exit?.by) {
    case 'main returned':
      return say`${where}, main returned at once, and ${unanswered} requests got no answer.`;
    case 'deadline':
      return say`${where}, the deadline came: ${counts.cancelled} clients were told to ask elsewhere.`;
    case 'SIGKILL':
      return say`${where}, patience ended: SIGKILL left ${unanswered} requests without an answer.`;
    default:
      return unanswered > 0
        ? say`${where}, main waited, but ${unanswered} clients found the door closed.`
        : say`${where}, main waited, and the last request was answered.`;
  }
};

const phaseSentence = (speech: Speech, where: string, before: Server, after: Server): readonly string[] => {
  if (after.phase === before.phase) return [];
  if (after.phase === 'leaving')
    return [speech.say`${where}, the server said that it is not ready, and went on serving until that was noticed.`];
  if (after.phase === 'draining')
    return [speech.say`${where}, the listener was closed; ${goroutines(after)} goroutines were still at work.`];
  return after.phase === 'exited' ? [exitSentence(speech, where, after, unheard(after))] : [];
};

/** The same as sentences, without the single requests. */
export const sentences = (speech: Speech, before: World, after: World): string[] => [
  ...(after.signalled !== undefined && before.signalled === undefined ? [speech.translate('SIGTERM came to both servers.')] : []),
  ...phaseSentence(speech, speech.translate(above), before.faulty, after.faulty),
  ...phaseSentence(speech, speech.translate(below), before.mended, after.mended),
];

/** SIGTERM comes after so many milliseconds. */
const SIGNAL_AT = 2000;
/** A step between what the visitor does and the signal. */
const INJECT_AT = 1000;

/** What is done to the servers before SIGTERM. */
interface Script {
  /** Batches of requests whose upstream hangs. */
  readonly hanging: number;
  /** Batches of long downloads. */
  readonly downloads: number;
}

const stamped = (world: World, lines: readonly string[]): string[] => lines.map((text) => `${seconds(world.now).padStart(5)} s  ${text}`);

const summary = ({ say, translate }: Speech, name: string, server: Server): string => {
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
export function* run(speech: Speech, start: World, script: Script): Generator<string> {
  let world = start;
  while (!atRest(world)) {
    const before = world;
    world = happen(world, { kind: 'step' });
    yield* stamped(world, happenings(speech, before, world));
    if (world.now === INJECT_AT) world = inject(world, script);
    if (world.now === SIGNAL_AT) {
      world = happen(world, { kind: 'signal' });
      yield* stamped(world, [speech.translate('SIGTERM to both')]);
    }
  }
  yield summary(speech, 'fault', world.faulty);
  yield summary(speech, 'fix  ', world.mended);
  yield speech.say`clients that never heard: ${unheard(world.faulty)} with the fault, ${unheard(world.mended)} with the fix`;
}
