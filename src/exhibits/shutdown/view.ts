/** How the two servers look: what each is doing, its sums, and a timeline of every request. */
import type { Speech } from '../../locales/speech.ts';
import type { Role, Style } from '../../term/style.ts';
import type { Canvas } from '../../tui/canvas.ts';
import { across, chart, down } from '../../tui/widgets.ts';
import { addsUp, GRACE, goroutines, type Outcome, type Request, type Server, unheard } from './server.ts';
import { phaseOf, practices } from './text.ts';
import { STEP, type World, type WorldEvent } from './world.ts';

/** The timeline's length in milliseconds: a little more than the grace period, so that all of an ending is seen. */
const WINDOW = GRACE + 2000;
/** From this width on the servers stand side by side. */
const WIDE = 76;
/** From this width on there is room for whole sentences. */
const WORDY = 100;
/** From this height on a server has a frame. */
const ROOMY = 10;
/** From this height on a chart of its goroutines, of so many rows. */
const TALL = 20;
const CHART = 7;

const marks: Readonly<Record<Outcome, { readonly end: string; readonly role: Role }>> = {
  answered: { end: '━', role: 'good' },
  timeout: { end: '◇', role: 'warn' },
  cancelled: { end: '◆', role: 'warn' },
  refused: { end: '×', role: 'bad' },
  lost: { end: '✗', role: 'bad' },
};

/** Milliseconds to columns, the right edge being now. */
class Ruler {
  readonly #from: number;
  readonly #scale: number;
  constructor(now: number, columns: number) {
    this.#from = now - WINDOW;
    this.#scale = columns / WINDOW;
  }
  column(at: number): number {
    return Math.floor((at - this.#from) * this.#scale);
  }
}

const drawRequest = (canvas: Canvas, ruler: Ruler, request: Request, until: number, outcome: Outcome | undefined): void => {
  const { end, role } = outcome ? marks[outcome] : { end: '╸', role: 'accent' as const };
  const from = ruler.column(request.arrived);
  const to = Math.min(canvas.columns - 1, ruler.column(until));
  const y = request.lane % Math.max(1, canvas.rows);
  canvas.put(from, y, to > from ? `╺${'━'.repeat(to - from - 1)}${end}` : end, { role });
};

const drawTimeline = (canvas: Canvas, server: Server, { now, signalled }: World): void => {
  const ruler = new Ruler(now, canvas.columns);
  if (signalled !== undefined) {
    const x = ruler.column(signalled);
    for (let y = 0; y < canvas.rows; y++) canvas.put(x, y, '┊', { role: 'heading' });
  }
  for (const request of server.ended) drawRequest(canvas, ruler, request, request.at, request.outcome);
  for (const request of server.flight) drawRequest(canvas, ruler, request, now, undefined);
};

const phaseStyle = (server: Server): Style => {
  if (server.phase === 'serving') return { role: 'good' };
  if (server.phase !== 'exited') return { role: 'warn' };
  return { role: unheard(server) + (server.exit?.left ?? 0) > 0 ? 'bad' : 'good', bold: true };
};

const drawSums = ({ say }: Speech, canvas: Canvas, y: number, server: Server): void => {
  const { counts, blocked } = server;
  const bad = unheard(server);
  let x = canvas.put(0, y, say`lost:${bad} `, { role: bad > 0 ? 'bad' : 'muted' });
  x = canvas.put(x, y, say`goroutines:${goroutines(server)} `, { role: 'muted' });
  if (blocked > 0) x = canvas.put(x, y, say`stuck:${blocked} `, { role: 'bad' });
  canvas.put(x, y, `504:${counts.timeout} 503:${counts.cancelled} 200:${counts.answered}`, { role: 'muted' });
};

/** The numbers of goroutines over the timeline's window. */
const drawGoroutines = ({ say }: Speech, canvas: Canvas, { history }: Server): void => {
  const newest = history.length - 1;
  const samples = Array.from({ length: canvas.columns }, (_, x) => {
    const back = Math.round(((canvas.columns - 1 - x) / canvas.columns) * (WINDOW / STEP));
    return history[newest - back] ?? 0;
  });
  const most = samples.reduce((high, count) => Math.max(high, count), 1);
  canvas.put(0, 0, say`goroutines, at most ${most}`, { role: 'muted' });
  chart(canvas.region(0, 1), samples, { role: 'accent' });
};

const drawServer = (speech: Speech, canvas: Canvas, title: string, server: Server, world: World): void => {
  const narrow = canvas.columns < WIDE && canvas.rows < ROOMY;
  const inside = narrow ? canvas : canvas.box(title);
  const x = narrow ? inside.put(0, 0, `${title}: `, { role: 'heading' }) : 0;
  inside.put(x, 0, phaseOf(speech, server), phaseStyle(server));
  drawSums(speech, inside, 1, server);
  const chartRows = inside.rows >= TALL ? CHART : 0;
  drawTimeline(inside.region(0, 2, inside.columns, inside.rows - 2 - chartRows), server, world);
  if (chartRows > 0) drawGoroutines(speech, inside.region(0, inside.rows - chartRows), server);
};

const drawPractices = (canvas: Canvas<WorldEvent>, { mended }: World): void => {
  const narrow = canvas.columns < WIDE;
  const places = across(canvas, practices.length);
  practices.forEach(({ practice, name, short }, index) => {
    const place = places[index];
    const on = mended.practices[practice];
    place?.put(0, 0, `${index + 1} ${on ? '✓' : '✗'} ${narrow ? short : name}`, { role: on ? 'good' : 'bad' });
    place?.tap({ message: { kind: 'switch', practice } });
  });
};

const legend = ({ translate }: Speech, canvas: Canvas, y: number): void => {
  const items: readonly (readonly [string, Role])[] = [
    ['━ 200', 'good'],
    ['◇ 504', 'warn'],
    ['◆ 503', 'warn'],
    [translate('✗ cut'), 'bad'],
    [translate('× refused'), 'bad'],
    ['┊ TERM', 'heading'],
  ];
  let x = 0;
  for (const [text, role] of items) x = canvas.put(x, y, text, { role }) + (canvas.columns < WIDE ? 1 : 3);
};

const drawProof = ({ say, translate }: Speech, canvas: Canvas, y: number, { faulty, mended }: World): void => {
  const verdict = (server: Server): string =>
    !addsUp(server) ? translate('✗ sums') : unheard(server) === 0 ? '✓' : `✗ ${unheard(server)}`;
  const narrow = canvas.columns < WORDY;
  const x = canvas.put(
    0,
    y,
    narrow ? translate('heard back: ') : translate('each request is answered once, and no client is left without a word:  '),
  );
  const after = canvas.put(x, y, say`fault ${verdict(faulty)}`, { role: unheard(faulty) > 0 ? 'bad' : 'good' });
  canvas.put(after + 2, y, say`fix ${verdict(mended)}`, { role: unheard(mended) > 0 ? 'bad' : 'good' });
};

/** Draws the world. */
export const view = (world: World, canvas: Canvas<WorldEvent>, speech: Speech): void => {
  const body = canvas.region(0, 0, canvas.columns, canvas.rows - 3);
  const narrow = canvas.columns < WIDE;
  const [first, second] = narrow ? down(body, 2) : across(body, 2);
  if (first) drawServer(speech, first, narrow ? speech.translate('fault') : speech.translate('with the fault'), world.faulty, world);
  if (second) drawServer(speech, second, narrow ? speech.translate('fix') : speech.translate('with the fix'), world.mended, world);
  legend(speech, canvas, canvas.rows - 3);
  drawProof(speech, canvas, canvas.rows - 2, world);
  drawPractices(canvas.region(0, canvas.rows - 1), world);
};
