/** How the two servers look: their requests on one axis of time, one SIGTERM through both, and what became of whom. */
import type { Sentences, Speech } from '../../locales/speech.ts';
import type { Role } from '../../term/style.ts';
import type { Canvas } from '../../tui/canvas.ts';
import { block, cut, type Hue, heading, stamp, write } from '../stage/paint.ts';
import type { Figure, Show, Verdict } from '../stage/show.ts';
import { addsUp, type Outcome, type Request, type Server, unheard } from './server.ts';
import { phaseOf, seconds } from './text.ts';
import type { World, WorldEvent } from './world.ts';

/** Milliseconds that are seen before the signal, and after it: enough for an ending by the deadline. */
const BEFORE = 5000;
const AFTER = 6000;
/** Columns from which a lane has room for sentences. */
const WORDY = 90;

const hues: Readonly<Record<Outcome, Hue>> = { answered: 'good', timeout: 'signal', cancelled: 'signal', refused: 'bad', lost: 'bad' };

/** Milliseconds to columns. The axis moves until the signal, and stands still from then on. */
const axisOf = ({ now, signalled }: World, columns: number): ((at: number) => number) => {
  const right = signalled === undefined ? now : Math.max(now, signalled + AFTER);
  const scale = columns / (signalled === undefined ? BEFORE : BEFORE + AFTER);
  const from = right - columns / scale;
  return (at) => Math.floor((at - from) * scale);
};

/** The row of a request: every other one where there is room. */
const rowsOf = ({ ended, flight }: Server, rows: number): ((request: Request) => number) => {
  const lanes = [...ended, ...flight].reduce((most, { lane }) => Math.max(most, lane + 1), 1);
  const pitch = 2 * lanes <= rows ? 2 : 1;
  return ({ lane }) => (lane * pitch + (pitch - 1)) % Math.max(1, rows);
};

const drawRequest = (canvas: Canvas, column: (at: number) => number, y: number, request: Request, until: number, hue: Hue): number => {
  const from = Math.max(0, column(request.arrived));
  const to = Math.min(canvas.columns, Math.max(from + 1, column(until)));
  // A blank between two requests of a row keeps them apart.
  if (to > 0) block(canvas, from, y, Math.max(1, to - from - (to - from > 1 ? 1 : 0)), 1, hue);
  return to;
};

/** The rest of a lane once its server has gone. */
const drawGone = (speech: Speech, canvas: Canvas, column: (at: number) => number, server: Server): void => {
  if (!server.exit) return;
  const x = Math.max(0, column(server.exit.at));
  const isBad = unheard(server) > 0;
  block(canvas, x, 0, canvas.columns - x, canvas.rows, isBad ? 'badSoft' : 'goodSoft');
  const at = x + (canvas.columns >= WORDY ? 8 : 2);
  const room = canvas.columns - at;
  const y = Math.max(0, Math.floor(canvas.rows / 2) - 1);
  const role: Role = isBad ? 'bad' : 'good';
  if (isBad) {
    write(
      canvas,
      at,
      y,
      cut(canvas.columns >= WORDY ? speech.say`${unheard(server)} requests without an answer` : speech.say`${unheard(server)} cut`, room),
      role,
      true,
    );
    if (canvas.columns >= WORDY) write(canvas, at, y + 1, cut(speech.translate('their clients wait for a reply that never comes'), room));
  } else {
    write(canvas, at, y, cut(speech.translate('exit 0'), room), role, true);
    write(canvas, at, y + 1, cut(speech.translate('all answered'), room), 'quiet');
  }
};

/** A server's requests, a bar each, from when they came to their end. */
const drawLane = (speech: Speech, canvas: Canvas, server: Server, world: World): void => {
  block(canvas, 0, 0, canvas.columns, canvas.rows, 'panel');
  const column = axisOf(world, canvas.columns);
  const row = rowsOf(server, canvas.rows);
  const { signalled } = world;
  drawGone(speech, canvas, column, server);
  for (const request of server.ended) {
    const end = drawRequest(canvas, column, row(request), request, request.at, hues[request.outcome]);
    if (signalled === undefined || request.at < signalled || end <= 0) continue;
    stamp(
      canvas,
      request.outcome === 'lost' ? end + 1 : end - 1,
      row(request),
      request.outcome === 'answered',
      canvas.columns >= WORDY ? 3 : 1,
    );
  }
  for (const request of server.flight) drawRequest(canvas, column, row(request), request, world.now, 'accent');
  if (signalled !== undefined) block(canvas, column(signalled), 0, 1, canvas.rows, 'signal');
};

const states = {
  'main returned': 'main returned: the process is gone',
  drained: 'answered everyone, then exited',
  deadline: 'told the last ones to ask elsewhere, then exited',
  SIGKILL: 'killed: it took too long',
} satisfies Sentences;

const gone = 'process gone' satisfies Sentences;
const ended = 'drained, exit 0' satisfies Sentences;

const stateOf = (speech: Speech, server: Server, isWordy: boolean): readonly [text: string, role: Role] => {
  if (server.phase === 'serving') return [speech.translate('serving'), 'quiet'];
  if (!server.exit) return [phaseOf(speech, server), 'lit'];
  return [
    isWordy ? speech.translate(states[server.exit.by]) : speech.translate(unheard(server) > 0 ? gone : ended),
    unheard(server) > 0 ? 'bad' : 'good',
  ];
};

const drawHero = (speech: Speech, canvas: Canvas, world: World): void => {
  const isWordy = canvas.columns >= WORDY;
  const rows = Math.max(1, Math.floor((canvas.rows - 3) / 2));
  const second = rows + 2;
  heading(canvas, 0, speech.translate('without the fix'), ...stateOf(speech, world.faulty, isWordy));
  drawLane(speech, canvas.region(0, 1, canvas.columns, rows), world.faulty, world);
  heading(canvas, second, speech.translate('with the fix'), ...stateOf(speech, world.mended, isWordy));
  drawLane(speech, canvas.region(0, second + 1, canvas.columns, rows), world.mended, world);
  if (world.signalled === undefined || canvas.rows < 5) return;
  const x = axisOf(world, canvas.columns)(world.signalled);
  block(canvas, Math.max(0, x - 4), rows + 1, 9, 1, 'signal');
  write(canvas, Math.max(0, x - 4), rows + 1, ' SIGTERM ', 'on', true);
};

const drained = ({ mended, signalled, now }: World): number => (mended.exit?.at ?? now) - (signalled ?? now);

const figuresOf = (speech: Speech, world: World): readonly Figure[] => {
  const { faulty, mended } = world;
  const [above, below] = [unheard(faulty), unheard(mended)];
  const hue = (count: number): Pick<Figure, 'hue'> => (world.signalled === undefined ? {} : { hue: count > 0 ? 'bad' : 'good' });
  const last: Figure =
    world.signalled === undefined
      ? { value: String(mended.flight.length), label: speech.translate('in flight') }
      : {
          value: seconds(drained(world)),
          unit: speech.translate('seconds'),
          label: speech.translate('to drain'),
          short: speech.translate('s to drain'),
        };
  return [
    { value: String(above), label: speech.translate('cut above'), ...hue(above) },
    { value: String(below), label: speech.translate('cut below'), ...hue(below) },
    last,
  ];
};

const verdictOf = (speech: Speech, { mended, signalled }: World): Verdict => {
  const bad = unheard(mended);
  const left = mended.exit?.left ?? 0;
  if (!addsUp(mended))
    return {
      holds: false,
      text: speech.translate('NOT every request is counted once.'),
      short: speech.translate('NOT every request counted.'),
    };
  if (bad > 0)
    return {
      holds: false,
      text: speech.say`NOT every client has an answer: ${bad} were cut below.`,
      short: speech.say`NOT all: ${bad} were cut below.`,
    };
  if (left > 0)
    return {
      holds: false,
      text: speech.say`NOT everything ended: ${left} goroutines were stuck.`,
      short: speech.say`NOT ended: ${left} were stuck.`,
    };
  return signalled === undefined
    ? {
        holds: true,
        text: speech.translate('So far each client has its answer, above and below.'),
        short: speech.translate('Each client has its answer so far.'),
      }
    : {
        holds: true,
        text: speech.translate('With the fix, every client has an answer.'),
        short: speech.translate('With the fix, each has an answer.'),
      };
};

const headlines = {
  first: 'Two servers get the same requests. Press [t]: the upper one drops them, the lower one drains them.',
  firstShort: 'Two servers, one SIGTERM. Press [t]: the upper one drops its requests, the lower one drains them.',
  next: 'Each part of the fix has a key. Press [2] to take one away, then [r] and [t]: see who is cut now.',
  nextShort: 'Press [2] to take a part of the fix away, then [r] and [t].',
} satisfies Sentences;

/** What a visitor sees of the servers. */
export const show = (world: World, isTried: boolean, speech: Speech): Show<WorldEvent> => ({
  headline: speech.translate(isTried ? headlines.next : headlines.first),
  short: speech.translate(isTried ? headlines.nextShort : headlines.firstShort),
  figures: figuresOf(speech, world),
  verdict: verdictOf(speech, world),
  hero: (canvas) => drawHero(speech, canvas, world),
});
