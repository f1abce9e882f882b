/** How the two pipelines look: the same rain of events before two dams, of which one spills over and the other holds. */
import type { Sentences, Speech } from '../../locales/speech.ts';
import type { Canvas } from '../../tui/canvas.ts';
import { count } from '../stage/figures.ts';
import { block, cut, heading, meter, write } from '../stage/paint.ts';
import type { Figure, Show, Verdict } from '../stage/show.ts';
import { CAPACITY, LONGEST_WAIT, latency, missing, oldest, type Pipeline, perSecond, QUEUE } from './pipeline.ts';
import { isBehind, seconds, storeState } from './text.ts';
import type { World, WorldEvent } from './world.ts';

/** Columns from which the dams stand side by side. */
const WIDE = 90;
/** Columns beyond a wall. */
const BEYOND = 14;

/** A size that grows by one for each doubling. */
const magnitude = (value: number): number => Math.ceil(Math.log2(1 + Math.max(0, value)));

/** What falls on a dam: each shop's events as they come, or, where they wait, the one write that they become. */
const drawRain = (canvas: Canvas, pipeline: Pipeline, events: readonly number[]): void => {
  const pitch = canvas.columns / events.length;
  events.forEach((now, shop) => {
    const waiting = pipeline.shops[shop]?.waiting?.count ?? 0;
    const x = Math.floor(shop * pitch);
    const width = Math.max(1, Math.floor((shop + 1) * pitch) - x - 1);
    const fused = Math.min(canvas.rows - 1, magnitude(waiting));
    if (now > 0) block(canvas, x, 0, 1, Math.min(canvas.rows - fused, magnitude(now)), 'accent');
    if (fused > 0) block(canvas, x, canvas.rows - fused, width, fused, 'other');
  });
};

/** The water behind the wall, as high as the queue of the store, and what it has spilt. */
const drawBasin = (speech: Speech, canvas: Canvas, pipeline: Pipeline): void => {
  const { columns, rows } = canvas;
  const wall = columns - BEYOND;
  const behind = latency(pipeline.store) / 1000;
  const level = Math.max(1, Math.round((behind / (QUEUE / CAPACITY)) * rows));
  const lost = missing(pipeline);
  block(canvas, 0, 0, wall, rows, 'panel');
  block(canvas, 0, rows - level, wall, level, isBehind(pipeline) ? 'bad' : 'other');
  block(canvas, wall, 0, 2, rows, 'ink');
  const pile = lost > 0 ? Math.min(rows - 2, magnitude(lost)) : 0;
  block(canvas, wall + 2, rows - 1 - pile, BEYOND - 2, pile, 'bad');
  if (pile > 0) write(canvas, wall + 3, Math.max(0, rows - 2 - pile), cut(speech.say`${count(lost)} lost`, BEYOND - 3), 'bad', true);
  meter(canvas, wall + 2, rows - 1, BEYOND - 2, perSecond(pipeline.history, 'writes') / CAPACITY, 'good');
};

const drawDam = (speech: Speech, canvas: Canvas, name: string, pipeline: Pipeline, { events }: World): void => {
  heading(canvas, 0, name, storeState(speech, pipeline), isBehind(pipeline) ? 'bad' : 'good');
  const rain = Math.max(1, Math.floor((canvas.rows - 1) * 0.4));
  drawRain(canvas.region(0, 1, canvas.columns - BEYOND, rain), pipeline, events);
  drawBasin(speech, canvas.region(0, 1 + rain), pipeline);
};

const drawHero = (speech: Speech, canvas: Canvas, world: World): void => {
  const isWide = canvas.columns >= WIDE;
  const half = isWide ? Math.floor((canvas.columns - 4) / 2) : canvas.columns;
  const rows = isWide ? canvas.rows : Math.floor((canvas.rows - 1) / 2);
  drawDam(speech, canvas.region(0, 0, half, rows), speech.translate('each event is a write'), world.straight, world);
  drawDam(
    speech,
    isWide ? canvas.region(half + 4, 0, half, rows) : canvas.region(0, rows + 1, half, rows),
    speech.translate('with the engine'),
    world.engine,
    world,
  );
};

const figuresOf = (speech: Speech, { straight, engine, now }: World): readonly Figure[] => {
  const [without, withIt] = [missing(straight), missing(engine)];
  return [
    { value: count(without), label: speech.translate('lost without'), ...(without > 0 ? { hue: 'bad' as const } : {}) },
    {
      value: count(withIt),
      label: speech.translate('lost with the engine'),
      short: speech.translate('lost with'),
      hue: withIt > 0 ? 'bad' : 'good',
    },
    {
      value: seconds(oldest(engine, now)),
      unit: speech.translate('seconds'),
      label: speech.translate('longest wait'),
      short: speech.translate('s of waiting'),
    },
  ];
};

const verdictOf = (speech: Speech, { engine, now }: World): Verdict => {
  const lost = missing(engine);
  const waits = oldest(engine, now);
  if (lost > 0)
    return {
      holds: false,
      text: speech.say`NOT all is kept: ${count(lost)} events are lost.`,
      short: speech.say`NOT kept: ${count(lost)} are lost.`,
    };
  if (waits > LONGEST_WAIT)
    return {
      holds: false,
      text: speech.say`NOT in time: an event has waited ${seconds(waits)} s, of at most ${seconds(LONGEST_WAIT)}.`,
      short: speech.say`NOT in time: one waits ${seconds(waits)} s.`,
    };
  return {
    holds: true,
    text: speech.translate('Nothing is lost, and nobody waits longer than promised.'),
    short: speech.translate('Nothing lost, nobody waits long.'),
  };
};

const headlines = {
  next: 'The engine adds up what waits. Press [1] to take that away, then [f] for a flood.',
  nextShort: 'It adds up what waits. Press [1] to take that away, then [f].',
} satisfies Sentences;

/** What a visitor sees of the pipelines. */
export const show = (world: World, isTried: boolean, speech: Speech): Show<WorldEvent> => ({
  headline: isTried
    ? speech.translate(headlines.next)
    : speech.say`A flash sale hits a store that takes ${CAPACITY} writes a second. Press [b]: one dam breaks, one holds.`,
  short: isTried
    ? speech.translate(headlines.nextShort)
    : speech.say`A store takes ${CAPACITY} writes a second. Press [b]: one dam breaks, one holds.`,
  figures: figuresOf(speech, world),
  verdict: verdictOf(speech, world),
  hero: (canvas) => drawHero(speech, canvas, world),
});
