/** How a migration looks: two racks of ranges, the workers between them, and whether each record is there once. */
import type { Sentences, Speech } from '../../locales/speech.ts';
import type { Ground, Role } from '../../term/style.ts';
import type { Canvas } from '../../tui/canvas.ts';
import { short } from '../stage/figures.ts';
import { block, comet, cut, heading, meter, write, writeRight } from '../stage/paint.ts';
import type { Figure, Show, Verdict } from '../stage/show.ts';
import type { Message, Model } from './model.ts';
import { BATCH, errorBudget, type Migration, type Worker, waveBounds } from './state.ts';
import { audit, copied, isWhole } from './store.ts';

/** Ranges in a row of a rack. */
const ACROSS = 12;
/** Columns from which racks and workers stand side by side, and those of the workers. */
const WIDE = 96;
const LANES = 32;

/** Where a range is on its way. */
type Place = 'waits' | 'moves' | 'orphan' | 'copied' | 'verified';

const grounds: Readonly<Record<Place, Ground>> = { waits: 'waits', moves: 'accent', orphan: 'bad', copied: 'other', verified: 'good' };

/** For each range, where it is and how much of it is in the new store. */
const placesOf = ({ plan, wave, ranges, leases, workers }: Migration): readonly (readonly [place: Place, share: number])[] => {
  const held = new Set(workers.flatMap((worker) => ('range' in worker ? [worker.range] : [])));
  const [begins] = waveBounds(plan, wave);
  return ranges.map(({ checkpoint, rows, begun }, index) => {
    const share = rows.length === 0 ? 0 : checkpoint / rows.length;
    if (index < begins) return ['verified', 1];
    if (share === 1) return ['copied', 1];
    if (held.has(index)) return ['moves', share];
    return [(leases[index] ?? 0) > 0 ? 'orphan' : begun ? 'moves' : 'waits', share];
  });
};

/** A rack of slots, a range each. The old store's drain from the left, the new one's fill from there. */
const drawRack = (canvas: Canvas, migration: Migration, which: 'old' | 'new' | 'both'): void => {
  const pitch = Math.min(4, Math.max(1, Math.floor((canvas.columns + 1) / ACROSS)));
  const width = Math.max(1, pitch - 1);
  const down = Math.min(3, Math.max(1, Math.floor((canvas.rows + 1) / Math.ceil(migration.ranges.length / ACROSS))));
  const height = Math.max(1, down - 1);
  placesOf(migration).forEach(([place, share], index) => {
    const [x, y] = [(index % ACROSS) * pitch, Math.floor(index / ACROSS) * down];
    const moved = Math.round(share * width);
    block(canvas, x, y, width, height, which === 'both' ? grounds[place] : 'panel');
    if (which === 'old') block(canvas, x + moved, y, width - moved, height, grounds[place]);
    if (which === 'new') block(canvas, x, y, place === 'moves' ? Math.max(1, moved) : moved, height, grounds[place]);
    if (which === 'new' && place === 'verified' && width >= 3) write(canvas, x + 1, y + (height > 1 ? 1 : 0), '✓', 'on', true);
  });
};

const stages = { read: 'read', write: 'write', verify: 'verify', checkpoint: 'save' } satisfies Sentences;

const doing = ({ say, translate }: Speech, worker: Worker): readonly [text: string, role: Role] => {
  switch (worker.kind) {
    case 'idle':
      return [translate('waits for work'), 'quiet'];
    case 'dead':
      return [say`dead, back in ${worker.left}`, 'bad'];
    case 'waiting':
      return [say`tries range ${worker.range + 1} again in ${worker.left}`, 'lit'];
    case 'busy':
      return [say`range ${worker.range + 1}  ${translate(stages[worker.stage])}`, 'quiet'];
  }
};

/** How far a worker is in its range. */
const placeOf = (worker: Worker, { plan }: Migration): number => {
  if (!('range' in worker)) return 0;
  const batches = Math.ceil((plan.ranges[worker.range] ?? 0) / BATCH);
  const done = worker.kind === 'busy' ? plan.stages.indexOf(worker.stage) / plan.stages.length : 0;
  return (worker.from / BATCH + done) / batches;
};

const drawWorker = (speech: Speech, canvas: Canvas, id: number, migration: Migration): void => {
  const worker = migration.workers[id] ?? { kind: 'idle' };
  const [text, role] = doing(speech, worker);
  const isDead = worker.kind === 'dead';
  heading(canvas, 0, speech.say`worker ${id + 1}`, text, role);
  const rows = Math.min(2, canvas.rows - 1);
  if (rows < 1) return;
  block(canvas, 0, 1, canvas.columns, rows, isDead ? 'badSoft' : 'panel');
  if (isDead) block(canvas, Math.floor(canvas.columns / 2) - 1, 1, 3, rows, 'bad');
  if ('range' in worker)
    comet(canvas, 1, 0, canvas.columns - 1, placeOf(worker, migration), {
      hue: worker.kind === 'busy' ? 'accent' : 'other',
      label: '  ',
      rows,
    });
};

const waveOf = ({ say }: Speech, { wave, plan }: Migration): string =>
  say`wave ${Math.min(wave + 1, plan.waves.length)} of ${plan.waves.length}`;

const phases = {
  copying: 'copying',
  'rolling back': 'rolling back',
  'cooling down': 'cooling down',
  halted: 'halted: r tries again',
  comparing: 'comparing the stores',
  done: 'done',
} satisfies Sentences;

const phaseOf = ({ say, translate }: Speech, { phase, down }: Migration): readonly [text: string, role: Role] => {
  if (down > 0) return [say`all down, back in ${down}`, 'bad'];
  return [translate(phases[phase]), phase === 'halted' || phase === 'rolling back' ? 'bad' : phase === 'done' ? 'good' : 'quiet'];
};

const drawWorkers = (speech: Speech, canvas: Canvas, migration: Migration): void => {
  const pitch = Math.max(1, Math.min(4, Math.floor((canvas.rows - 1) / migration.workers.length)));
  heading(canvas, 0, waveOf(speech, migration), ...phaseOf(speech, migration));
  migration.workers.forEach((_, id) => {
    drawWorker(speech, canvas.region(0, 2 + id * pitch, canvas.columns, Math.max(1, pitch - 1)), id, migration);
  });
};

const legend = {
  waits: 'waits',
  moves: 'on its way',
  copied: 'copied',
  verified: 'verified: read from the new store',
  orphan: 'its worker is dead',
} satisfies Readonly<Record<Place, Sentences>>;

const drawLegend = ({ say, translate }: Speech, canvas: Canvas, y: number, { plan }: Migration): void => {
  let x = 0;
  for (const place of Object.keys(legend) as Place[]) {
    block(canvas, x, y, 2, 1, grounds[place]);
    x = write(canvas, x + 3, y, translate(legend[place]), 'quiet') + 3;
  }
  const scale = say`1 slot = ${short(plan.records / plan.ranges.length)} records`;
  if (x + scale.length <= canvas.columns) writeRight(canvas, y, scale, 'quiet');
};

const amounts = ({ say }: Speech, { plan, ranges }: Migration): readonly [left: string, there: string] => {
  const done = copied(ranges) * plan.scale;
  return [say`${short(plan.records - done)} left`, say`${short(done)} there`];
};

const drawWide = (speech: Speech, canvas: Canvas, migration: Migration): void => {
  const side = Math.floor((canvas.columns - LANES - 8) / 2);
  const [left, there] = amounts(speech, migration);
  const rack = (x: number, name: string, amount: string, which: 'old' | 'new'): void => {
    const part = canvas.region(x, 0, Math.min(side, 4 * ACROSS - 1));
    heading(part, 0, name, amount);
    drawRack(part.region(0, 2, part.columns, canvas.rows - 4), migration, which);
  };
  rack(0, speech.translate('old store'), left, 'old');
  rack(canvas.columns - Math.min(side, 4 * ACROSS - 1), speech.translate('new store'), there, 'new');
  const free = canvas.columns - 2 * Math.min(side, 4 * ACROSS - 1);
  const lanes = Math.min(free - 8, 44);
  drawWorkers(speech, canvas.region(Math.floor((canvas.columns - lanes) / 2), 0, lanes, canvas.rows - 2), migration);
  drawLegend(speech, canvas, canvas.rows - 1, migration);
};

/** The workers as a row of marks, those that are dead in words. */
const drawBriefly = ({ say, translate }: Speech, canvas: Canvas, y: number, migration: Migration): void => {
  const width = Math.floor((canvas.columns + 1) / migration.workers.length);
  migration.workers.forEach((worker, id) => {
    const x = id * width;
    block(canvas, x, y, width - 1, 1, worker.kind === 'dead' ? 'badSoft' : 'panel');
    meter(canvas, x, y, width - 1, placeOf(worker, migration), 'accent', worker.kind === 'dead' ? 'badSoft' : 'panel');
    if (canvas.rows > y + 1) {
      const name = worker.kind === 'dead' ? translate('dead') : say`w${id + 1}`;
      write(canvas, x, y + 1, cut(name, width - 1), worker.kind === 'dead' ? 'bad' : 'quiet', worker.kind === 'dead');
    }
  });
};

const drawNarrow = (speech: Speech, canvas: Canvas, migration: Migration): void => {
  const rows = Math.ceil(migration.ranges.length / ACROSS);
  const [left, there] = amounts(speech, migration);
  if (canvas.rows < 2 * rows + 5) {
    heading(canvas, 0, waveOf(speech, migration), there);
    drawRack(canvas.region(0, 1, canvas.columns, canvas.rows - 3), migration, 'both');
    drawBriefly(speech, canvas, canvas.rows - 2, migration);
    return;
  }
  const rack = Math.min(2 * rows - 1, Math.floor((canvas.rows - 5) / 2));
  heading(canvas, 0, speech.translate('old store'), left);
  drawRack(canvas.region(0, 1, canvas.columns, rack), migration, 'old');
  drawBriefly(speech, canvas, rack + 2, migration);
  heading(canvas, rack + 4, speech.translate('new store'), there);
  drawRack(canvas.region(0, rack + 5, canvas.columns, rack), migration, 'new');
};

const verdictOf = ({ say, translate }: Speech, { ranges, counts }: Migration): Verdict => {
  const found = audit(ranges);
  const { lost, twice, stray } = found;
  if (isWhole(found) && counts.misled === 0)
    return {
      holds: true,
      text: translate('Every record is in one place, once, unchanged.'),
      short: translate('Each record once, and unchanged.'),
    };
  const wrong = found.wrong + counts.misled;
  const what =
    lost + stray > 0 ? say`${lost + stray} are missing` : twice > 0 ? say`${twice} are there twice` : say`${wrong} are not what they were`;
  return { holds: false, text: say`NOT every record is there once: ${what}.`, short: say`NOT right: ${what}.` };
};

const figuresOf = ({ say, translate }: Speech, { plan, ranges, counts, errors, wave }: Migration): readonly Figure[] => {
  const shown = Math.min(wave, plan.waves.length - 1);
  const budget = errorBudget(plan, shown);
  return [
    { value: String(Math.floor((100 * copied(ranges)) / plan.sample)), unit: '%', label: translate('moved'), short: translate('% moved') },
    { value: String(counts.retries), label: translate('tries repeated'), short: translate('repeated') },
    {
      value: String(errors),
      unit: say`of ${budget}`,
      label: say`errors in wave ${shown + 1}`,
      short: say`errors of ${budget}`,
      ...(errors / budget > 0.7 ? { hue: 'bad' as const } : {}),
    },
  ];
};

const headlines = {
  first: 'Six workers move 150 billion records to a new store. Press [k] to kill one: nothing is lost.',
  firstShort: 'Six workers move 150 billion records. Press [k] to kill one: nothing is lost.',
  some: 'Workers move records to a new store. Press [k] to kill one: nothing is lost.',
  next: 'Another worker goes on from the checkpoint. Press [w] to leave out a safeguard, then [x] to crash.',
  nextShort: 'Another goes on from there. Press [w] to leave out a safeguard, then [x].',
} satisfies Sentences;

/** What a visitor sees of the migration. */
export const show = ({ migration, claim }: Model, isTried: boolean, speech: Speech): Show<Message> => {
  const { plan } = migration;
  const isUsual = plan.workers === 6 && plan.records === 150e9;
  return {
    headline: speech.translate(isTried ? headlines.next : isUsual ? headlines.first : headlines.some),
    short: speech.translate(isTried ? headlines.nextShort : isUsual ? headlines.firstShort : headlines.some),
    claim,
    figures: figuresOf(speech, migration),
    verdict: verdictOf(speech, migration),
    hero: (canvas) => (canvas.columns >= WIDE ? drawWide(speech, canvas, migration) : drawNarrow(speech, canvas, migration)),
  };
};
