/** How the dashboard looks: the page as it is laid out, its calls, and the upstreams. */
import type { Speech } from '../../locales/speech.ts';
import type { Canvas } from '../../tui/canvas.ts';
import { across, bar, prose } from '../../tui/widgets.ts';
import { inFlight, queued } from './client.ts';
import { devices, upstreams } from './layouts.ts';
import { PAGE_DEADLINE, type Page, type Slot } from './page.ts';
import { healthNames, pageTitle, practices } from './text.ts';
import { attemptsOf, drawWaterfall, looks } from './waterfall.ts';
import { asksOnce, isPunctual, keepsLimits, partialShare, quantile, type World, type WorldEvent } from './world.ts';

/** From this width on the page is shown as it is laid out. */
const WIDE = 76;
/** From this width on there is room for whole sentences. */
const WORDY = 100;
/** Rows of a widget on the page, and where there is room for a bar of its time. */
const TILE = 4;
const TALL_TILE = 5;
/** Cells of an upstream's name. */
const NAME = 10;

const tileState = ({ translate }: Speech, { status, ended }: Slot, page: Page, calls: number): string => {
  if (status === 'waiting') return calls === 0 ? translate('waits its turn') : 'called';
  return status === 'there' ? `${(ended ?? 0) - page.begun} ms` : status;
};

const drawTile = (speech: Speech, canvas: Canvas, slot: Slot, page: Page, { client, now }: World): void => {
  const { mark, role } = looks[slot.status];
  const inside = canvas.box(speech.translate(slot.widget.title), { role: slot.status === 'there' ? 'good' : 'muted' });
  const calls = attemptsOf(slot, client).length;
  inside.put(0, 0, `${mark} ${tileState(speech, slot, page, calls)}`, { role });
  const notes = [upstreams[slot.widget.upstream]?.name ?? '', ...(slot.shared ? ['shared'] : []), ...(calls > 1 ? ['twin'] : [])];
  inside.put(0, 1, notes.join(' '), { role: 'muted' });
  inside.put(0, 2, bar(((slot.ended ?? now) - page.begun) / PAGE_DEADLINE, inside.columns), { role });
};

const drawPage = (speech: Speech, canvas: Canvas, world: World): void => {
  const { mine, device } = world;
  const columns = devices[device]?.columns ?? 1;
  const places = across(canvas.region(0, 0, columns === 1 ? Math.ceil(canvas.columns / 2) : canvas.columns), columns);
  const lines = Math.ceil(mine.slots.length / columns);
  const height = lines * TALL_TILE <= canvas.rows ? TALL_TILE : TILE;
  mine.slots.forEach((slot, index) => {
    const y = Math.floor(index / columns) * height;
    const place = places[index % columns];
    if (place && y + TILE <= canvas.rows) drawTile(speech, place.region(0, y, place.columns, height), slot, mine, world);
  });
};

const drawUpstream = ({ say, translate }: Speech, canvas: Canvas<WorldEvent>, { client, health, selected }: World, index: number): void => {
  const { name = '', limit = 0, usual = 0 } = upstreams[index] ?? {};
  const flying = inFlight(client, index);
  const waiting = queued(client, index);
  canvas.put(0, 0, `${index === selected ? '▸' : ' '}${name}`, index === selected ? { role: 'heading', bold: true } : undefined);
  const dots = '●'.repeat(Math.min(flying, limit)) + '○'.repeat(Math.max(0, limit - flying));
  const x = canvas.put(NAME + 1, 0, dots, { role: 'accent' });
  if (flying > limit) canvas.put(x, 0, `+${flying - limit}`, { role: 'bad' });
  canvas.put(NAME + 9, 0, waiting > 0 ? say`${waiting} wait` : `${usual} ms`, { role: waiting > 0 ? 'warn' : 'muted' });
  const state = health[index] ?? 'well';
  canvas.put(NAME + 18, 0, translate(healthNames[state]), { role: state === 'well' ? 'good' : 'bad' });
  canvas.tap({ message: { kind: 'select', by: index - selected } });
};

const drawUpstreams = (speech: Speech, canvas: Canvas<WorldEvent>, world: World): void => {
  for (let index = 0; index < upstreams.length; index++) drawUpstream(speech, canvas.region(0, index, canvas.columns, 1), world, index);
};

const numbers = ({ say }: Speech, world: World): readonly string[] => {
  const { asked, shared, called, hedged, won, abandoned } = world.client.counts;
  return [
    say`${world.traffic} pages/s, half of them out in ${quantile(world, 0.5)} ms, 95 % in ${quantile(world, 0.95)} ms; ${Math.round(100 * partialShare(world))} % partial`,
    say`${asked} questions, ${shared} shared, ${called} calls; twins ${hedged}, first ${won}; given up ${abandoned}`,
  ];
};

const drawNumbers = (speech: Speech, canvas: Canvas, world: World, claim: string): void => {
  const end = prose(canvas, 0, numbers(speech, world));
  if (claim !== '' && end + 2 <= canvas.rows) prose(canvas, end, [speech.say`The résumé’s own claim: ${claim}.`], { role: 'muted' });
};

const drawProof = ({ say, translate }: Speech, canvas: Canvas, world: World): void => {
  const narrow = canvas.columns < WORDY;
  const proofs: readonly (readonly [boolean, string])[] = [
    [keepsLimits(world), narrow ? 'limits' : translate('no upstream above its limit')],
    [isPunctual(world), narrow ? translate('in time') : say`every page within ${PAGE_DEADLINE} ms`],
    [asksOnce(world), narrow ? translate('asked once') : translate('no question asked twice at a time')],
  ];
  let x = 0;
  for (const [holds, text] of proofs)
    x = canvas.put(x, 0, `${holds ? '✓' : '✗'} ${text}`, { role: holds ? 'good' : 'bad' }) + (narrow ? 2 : 3);
};

const drawPractices = (canvas: Canvas<WorldEvent>, { client }: World): void => {
  const narrow = canvas.columns < WIDE;
  let x = 0;
  practices.forEach(({ practice, name, short }, index) => {
    const on = client.practices[practice];
    const end = canvas.put(x, 0, `${index + 1}${on ? '✓' : '✗'}${narrow ? short : name}`, { role: on ? 'good' : 'bad' });
    canvas.region(x, 0, end - x, 1).tap({ message: { kind: 'switch', practice } });
    x = end + (narrow ? 1 : 3);
  });
};

const drawNarrow = (speech: Speech, canvas: Canvas<WorldEvent>, world: World): void => {
  const { mine, client, now } = world;
  canvas.put(0, 0, pageTitle(speech, world), { role: 'heading' });
  canvas.right(0, `95 % ${quantile(world, 0.95)} ms`, { role: 'muted' });
  const rows = Math.max(0, canvas.rows - upstreams.length - 1);
  drawWaterfall(speech, canvas.region(0, 1, canvas.columns, rows), mine, client, now);
  drawUpstreams(speech, canvas.region(0, canvas.rows - upstreams.length), world);
};

const drawWide = (speech: Speech, canvas: Canvas<WorldEvent>, world: World, claim: string): void => {
  const [left, right] = across(canvas, 2);
  if (!left || !right) return;
  drawPage(speech, left.box(pageTitle(speech, world)), world);
  const callRows = Math.max(6, Math.min(world.mine.slots.length + 2, right.rows - upstreams.length - 2));
  drawWaterfall(
    speech,
    right.region(0, 0, right.columns, callRows).box(speech.translate('its calls')),
    world.mine,
    world.client,
    world.now,
  );
  const rest = right.region(0, callRows);
  drawUpstreams(speech, rest.region(0, 0, rest.columns, upstreams.length + 2).box(speech.translate('upstreams')), world);
  drawNumbers(speech, rest.region(1, upstreams.length + 2), world, claim);
};

/** Draws the world; `claim` is what the résumé says of the real one. */
export const view = (speech: Speech, world: World, canvas: Canvas<WorldEvent>, claim: string): void => {
  const body = canvas.region(0, 0, canvas.columns, canvas.rows - 2);
  if (canvas.columns < WIDE) drawNarrow(speech, body, world);
  else drawWide(speech, body, world, claim);
  drawProof(speech, canvas.region(0, canvas.rows - 2), world);
  drawPractices(canvas.region(0, canvas.rows - 1), world);
};
