/** What is said of the servers: in the events of a run, on the screen, and to a screen reader. */
import { type Sentences, say, translate } from '../../term/say.ts';
import { type Ended, goroutines, type Practice, type Server, unheard } from './server.ts';
import type { World } from './world.ts';

/** A practice in words. */
export interface PracticeWords {
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
export const phaseOf = (server: Server): string => {
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

const changes = (name: string, before: Server, after: Server): string[] => {
  const known = new Set(before.ended.map(({ id }) => id));
  const news = after.ended.filter((request) => !known.has(request.id) && isNews(request));
  return [
    ...news.map(({ id, kind, outcome }) => `${name}  ${kind} ${id}: ${translate(outcomeNames[outcome])}`),
    ...(after.phase === before.phase ? [] : [`${name}  ${phaseOf(after)}`]),
  ];
};

/** What has changed, a line each; the answers as usual are left out. */
export const happenings = (before: World, after: World): string[] => [
  ...changes('fault', before.faulty, after.faulty),
  ...changes('fix  ', before.mended, after.mended),
];

/** The same as sentences, without the single requests. */
export const sentences = (before: World, after: World): string[] => {
  const said = (name: string, was: Server, is: Server): string[] => {
    if (is.phase === was.phase || is.phase === 'serving') return [];
    return [`${name}: ${phaseOf(is)}${is.exit ? say`; ${unheard(is)} requests never heard of again` : ''}.`];
  };
  const sigterm = after.signalled !== undefined && before.signalled === undefined ? [translate('SIGTERM to both servers.')] : [];
  return [
    ...sigterm,
    ...said(translate('The server with the fault'), before.faulty, after.faulty),
    ...said(translate('The server with the fix'), before.mended, after.mended),
  ];
};
