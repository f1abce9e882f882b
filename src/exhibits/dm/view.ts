/** How the conversation looks: two phones, and between them each frame on the wire as far as it has come, newest at the bottom. */
import type { Sentences, Speech } from '../../locales/speech.ts';
import type { Role } from '../../term/style.ts';
import { cells } from '../../term/width.ts';
import type { Canvas } from '../../tui/canvas.ts';
import { block, comet, cut, type Hue, heading, write, writeMiddle, writeRight } from '../stage/paint.ts';
import type { Figure, Show, Verdict } from '../stage/show.ts';
import { faultOf } from './check.ts';
import type { Frame } from './frame.ts';
import type { Message, Model } from './model.ts';
import type { Peer } from './peer.ts';
import { lineOf } from './text.ts';
import { type Flight, faults, placeOf, type Wire } from './wire.ts';
import type { World } from './world.ts';

/** Columns from which the phones have room for whole messages. */
const WIDE = 90;

/** The three columns: a phone, the wire, the other phone. */
interface Columns<M> {
  readonly near: Canvas<M>;
  readonly wire: Canvas<M>;
  readonly far: Canvas<M>;
}

const columnsOf = <M>(canvas: Canvas<M>): Columns<M> => {
  const isWide = canvas.columns >= WIDE;
  const side = isWide ? Math.min(44, Math.floor(canvas.columns * 0.32)) : Math.floor(canvas.columns * 0.4);
  const other = isWide ? side : Math.floor(canvas.columns * 0.28);
  return {
    near: canvas.region(0, 0, side),
    wire: canvas.region(side + 1, 0, canvas.columns - side - other - 2),
    far: canvas.region(canvas.columns - other, 0, other),
  };
};

const links = { online: 'online', offline: 'offline', syncing: 'comparing' } satisfies Sentences;

const queued = ({ unacked }: Peer): number => unacked.filter(({ tries }) => tries === 0).length;

const stateOf = (speech: Speech, peer: Peer): readonly [text: string, role: Role] => {
  const waits = queued(peer);
  if (peer.link === 'offline') return [waits > 0 ? speech.say`offline, ${waits} wait` : speech.translate(links.offline), 'bad'];
  return [speech.translate(links[peer.link]), peer.link === 'online' ? 'good' : 'lit'];
};

const faultNames = { drop: 'lost', delay: 'late', swap: 'overtaken', twice: 'doubled' } as const satisfies Sentences;

/** What waits for the next frames, or what the wire does to all of them. */
const wireState = (speech: Speech, { isCut, armed, weather, latency }: Wire): readonly [text: string, role: Role] => {
  if (isCut) return [speech.translate('the wire is cut'), 'bad'];
  const next = faults.filter((fault) => armed[fault] > 0);
  if (next.length > 0) return [speech.say`next: ${next.map((fault) => speech.translate(faultNames[fault])).join(', ')}`, 'lit'];
  const { loss, twice, jitter } = weather;
  if (loss + twice + jitter > 0) return [speech.say`storm: loses ${Math.round(100 * loss)} %, doubles ${Math.round(100 * twice)} %`, 'bad'];
  return [speech.say`the wire, ${latency / 1000} s long`, 'quiet'];
};

/** How far a message of one's own has come: queued, sent, delivered, read. */
const receiptOf = ({ read, got, sent, link }: Peer, number: number): string => {
  if (number <= read) return '✓✓';
  if (number <= got) return '✓';
  return number <= sent && link === 'online' ? '·' : '…';
};

const hueOf = ({ frame, fate }: Flight): Hue => {
  if (fate === 'lost') return 'bad';
  if (frame.k === 'msg') return 'accent';
  return frame.k === 'ack' ? 'good' : 'other';
};

/** What stands on a frame. */
const labelOf = (speech: Speech, frame: Frame): string => {
  switch (frame.k) {
    case 'msg':
      return String(frame.n);
    case 'ack':
      return speech.say`got ${frame.got}`;
    case 'need':
      return frame.from === frame.to ? speech.say`need ${frame.from}` : speech.say`need ${frame.from}–${frame.to}`;
    case 'sync':
      return speech.translate('compare');
    case 'ask':
      return speech.translate('read it?');
    case 'typing':
      return '…';
  }
};

const bubble = (canvas: Canvas, y: number, text: string, isOwn: boolean, isRight: boolean): void => {
  const shown = cut(text, canvas.columns - 4);
  const width = cells(shown) + 2;
  const x = isRight ? canvas.columns - width : 0;
  block(canvas, x, y, width, 1, isOwn ? 'accent' : 'accentSoft');
  write(canvas, x, y, ` ${shown} `);
};

/** What the receiver makes of a message that has come. */
const drawArrival = (
  speech: Speech,
  canvas: Canvas,
  y: number,
  number: number,
  text: string,
  receiver: Peer | undefined,
  isRight: boolean,
): void => {
  if (receiver?.early.has(number)) {
    const waits = speech.say`${number} waits for ${receiver.received + 1}`;
    write(canvas, isRight ? Math.max(0, canvas.columns - cells(waits)) : 0, y, cut(waits, canvas.columns), 'other');
  } else bubble(canvas, y, `${number} ${text}`, false, isRight);
};

/** A frame from where it set out to where it has come. */
const drawFlight = <M>(speech: Speech, { near, wire, far }: Columns<M>, y: number, flight: Flight, world: World): void => {
  const isNear = flight.from === world.near.side;
  const { frame, fate, mark } = flight;
  const [from, to] = isNear ? [0, wire.columns - 1] : [wire.columns - 1, 0];
  const place = placeOf(flight, world.now);
  comet(wire, y, from, to, place, { hue: hueOf(flight), label: fate === 'lost' ? '✗' : cut(labelOf(speech, frame), wire.columns - 4) });
  const [sender, receiver] = isNear ? [near, far] : [far, near];
  const [writer, reader] = isNear ? [world.near, world.far] : [world.far, world.near];
  if (fate === 'lost' && place < 0.75) {
    const text = speech.say`${labelOf(speech, frame)} is lost`;
    const x = isNear ? Math.round(place * (wire.columns - 3)) + 4 : 0;
    if (x + cells(text) <= wire.columns) write(wire, x, y, text, 'bad', true);
  }
  if (frame.k !== 'msg') return;
  const odd = mark === 'again' || mark === 'copy';
  if (odd)
    write(
      sender,
      0,
      y,
      cut(mark === 'again' ? speech.say`sends ${frame.n} again` : speech.say`${frame.n} is doubled`, sender.columns),
      'lit',
    );
  else if (isNear) {
    const receipt = writer ? receiptOf(writer, frame.n) : '';
    bubble(sender.region(0, 0, sender.columns - 3), y, `${frame.n} ${frame.x}`, true, true);
    write(sender, sender.columns - 2, y, receipt, receipt === '✓✓' ? 'good' : 'quiet', true);
  } else bubble(sender, y, `${frame.n} ${frame.x}`, true, false);
  if (fate === 'arrived') drawArrival(speech, receiver.region(1, 0, receiver.columns - 2), y, frame.n, frame.x, reader, false);
};

/** What was written and has not been on the wire. */
const drawQueue = (canvas: Canvas, y: number, peer: Peer): void => {
  peer.unacked
    .filter(({ tries }) => tries === 0)
    .slice(0, Math.max(0, canvas.rows - y))
    .forEach(({ said }, index) => {
      bubble(canvas.region(0, 0, canvas.columns - 3), y + index, `${said.number} ${said.text}`, true, true);
      write(canvas, canvas.columns - 2, y + index, '…', 'quiet', true);
    });
};

/** The row in which one writes; a tap begins. */
const drawDraft = (canvas: Canvas<Message>, { draft, lines, setting }: Model): void => {
  block(canvas, 0, 0, canvas.columns, 1, 'raised');
  const after = write(canvas, 0, 0, '› ', 'lit', true);
  if (draft === undefined) {
    write(canvas, after, 0, cut(`m: “${lineOf(setting.lines, lines)}”`, canvas.columns - after), 'quiet');
    canvas.tap({ chord: 'Enter' });
    return;
  }
  // The end of a long line is where it goes on.
  let shown = draft;
  while (cells(shown) > canvas.columns - after - 1) shown = [...shown].slice(1).join('');
  canvas.showCursor(write(canvas, after, 0, shown), 0);
};

const drawHero = (speech: Speech, canvas: Canvas<Message>, model: Model): void => {
  const { world } = model;
  const columns = columnsOf(canvas);
  const { near, wire, far } = columns;
  for (const phone of [near, far]) block(phone, 0, 0, phone.columns, phone.rows, 'panel');
  const inside = near.region(1, 0, near.columns - 2);
  heading(inside, 0, speech.translate('you'), ...stateOf(speech, world.near));
  heading(
    far.region(1, 0, far.columns - 2),
    0,
    world.far ? speech.translate('echo') : speech.translate('other tab'),
    ...(world.far ? stateOf(speech, world.far) : (['', 'quiet'] as const)),
  );
  const [text, role] = wireState(speech, world.wire);
  writeMiddle(wire, 0, wire.columns, 0, cut(text, wire.columns), role, role !== 'quiet');
  const pitch = canvas.rows >= 20 ? 2 : 1;
  const room = Math.max(0, Math.floor((canvas.rows - 2 - pitch) / pitch) - Math.ceil(queued(world.near) / pitch));
  const flights = world.wire.flights.filter(({ frame }) => frame.k !== 'typing').slice(-Math.max(1, room));
  const top = 1 + (pitch - 1);
  flights.forEach((flight, index) => void drawFlight(speech, { near: inside, wire, far }, top + index * pitch, flight, world));
  const end = top + flights.length * pitch;
  drawQueue(inside.region(0, 0, inside.columns, canvas.rows - 1), end, world.near);
  if (world.near.talk.length === 0)
    writeMiddle(
      inside,
      0,
      inside.columns,
      Math.min(end + 1, canvas.rows - 2),
      cut(speech.translate('No messages yet.'), inside.columns),
      'quiet',
    );
  const who = (world.far ?? world.near).otherTypesUntil;
  if (world.near.otherTypesUntil > world.now) write(far, 1, canvas.rows - 1, speech.translate('types…'), 'quiet');
  else if (world.far && who > world.now) writeRight(near, canvas.rows - 2, speech.translate('types…'), 'quiet');
  drawDraft(inside.region(0, canvas.rows - 1, inside.columns, 1), model);
};

/** Messages of this end that the other one shows, as far as is known. */
const shownThere = ({ near, far }: World): number => (far ? far.talk.filter(({ from }) => from === near.side).length : near.got);

const figuresOf = (speech: Speech, { world }: Model): readonly Figure[] => {
  const { wire, near } = world;
  return [
    {
      value: String(wire.lost),
      label: speech.translate('lost on the wire'),
      short: speech.translate('lost'),
      ...(wire.lost > 0 ? { hue: 'bad' as const } : {}),
    },
    { value: String(near.written), label: speech.translate('said here') },
    {
      value: String(shownThere(world)),
      label: speech.translate('shown there'),
      ...(near.written > 0 && shownThere(world) === near.written ? { hue: 'good' as const } : {}),
    },
  ];
};

const verdictOf = (speech: Speech, world: World): Verdict => {
  const fault = faultOf(world);
  return fault === undefined
    ? {
        holds: true,
        text: speech.translate('Both phones show the same messages, once, in order.'),
        short: speech.translate('Both show the same, in order.'),
      }
    : { holds: false, text: speech.say`NOT the same: ${fault}.`, short: speech.say`NOT the same: ${fault}.` };
};

const headlines = {
  first: 'Two phones on a bad wire. Press [m] to say something, then [d] to lose it on the way.',
  firstShort: 'Two phones, a bad wire. Press [m] to say something, [d] to lose it on the way.',
  next: 'Lost ones are asked for, doubles are dropped. Press [s] to do without, then [m] and [u].',
  nextShort: 'Press [s] to do without a safeguard, then [m] and [u].',
} satisfies Sentences;

/** What a visitor sees of the conversation. */
export const show = (model: Model, isTried: boolean, speech: Speech): Show<Message> => ({
  headline: speech.translate(isTried ? headlines.next : headlines.first),
  short: speech.translate(isTried ? headlines.nextShort : headlines.firstShort),
  figures: figuresOf(speech, model),
  verdict: verdictOf(speech, model.world),
  hero: (canvas) => drawHero(speech, canvas, model),
});
