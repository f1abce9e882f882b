/** Players far from the referee: over a network that drops, repeats, delays and breaks, the referee's score is everybody's. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Random } from '../../../src/exhibits/stage/random.ts';
import { heard, lost, opened, posted } from '../../../src/exhibits/tilematch/far.ts';
import { addsUp, openReferee } from '../../../src/exhibits/tilematch/local.ts';
import { advance, farWorld, type Seat, type World } from '../../../src/exhibits/tilematch/world.ts';

const STEP = 50;
const LONGEST = 120_000;

interface Weather {
  readonly seed: number;
  readonly loss: number;
  readonly repeat: number;
  /** Milliseconds that a frame takes at most; frames overtake each other. */
  readonly delay: number;
  /** When which player's line breaks. */
  readonly breaks: readonly { readonly at: number; readonly player: number }[];
}

const weathers: fc.Arbitrary<Weather> = fc.record({
  seed: fc.nat(1_000_000),
  loss: fc.constantFrom(0, 0.1, 0.4),
  repeat: fc.constantFrom(0, 0.3),
  delay: fc.constantFrom(0, 100, 900),
  breaks: fc.array(fc.record({ at: fc.integer({ min: 1000, max: 25_000 }), player: fc.nat(1) }), { maxLength: 5 }),
});

interface Frame {
  readonly at: number;
  readonly line: string;
  readonly toReferee: boolean;
  readonly text: string;
}

const seatOf = (world: World | undefined): Seat => world?.seats[0] as Seat;

/** Two bots, a network and a referee, until both have a result. */
const playOut = ({ seed, loss, repeat, delay, breaks }: Weather) => {
  const random = new Random(seed);
  const referee = openReferee(seed, { rounds: 2, round: 10_000, ready: 500, pause: 500 });
  const worlds = [0, 1].map((i) => farWorld(`Bot ${i}`, seed + i, 0, true));
  const lines = ['0.0', '1.0'];
  let flights: Frame[] = [];
  let truth: readonly [number, number] = [0, 0];
  const send = (line: string, toReferee: boolean, text: string, now: number): void => {
    const times = random.chance(loss) ? 0 : random.chance(repeat) ? 2 : 1;
    for (let i = 0; i < times; i++) flights.push({ at: now + random.integer(delay + 1), line, toReferee, text });
  };
  const tell = (now: number): void => {
    for (const { to, text } of referee.take()) send(to, false, text, now);
  };
  const live = (i: number, world: World, now: number): void => {
    const [next, out] = posted(advance(world, now));
    worlds[i] = next;
    for (const { text } of out) send(lines[i] ?? '', true, text, now);
  };
  for (let i = 0; i < 2; i++) live(i, opened(worlds[i] as World, 0), 0);
  let now = 0;
  while (now < LONGEST && !worlds.every((world) => seatOf(world).client.result)) {
    now += STEP;
    for (const { player } of breaks.filter(({ at }) => at >= now && at < now + STEP)) {
      referee.closed(lines[player] ?? '', now);
      lines[player] = `${player}.${now}`;
      live(player, opened(lost(worlds[player] as World), now), now);
    }
    const due = flights.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
    flights = flights.filter(({ at }) => at > now);
    for (const { line, toReferee, text } of due) {
      // What a broken line still carried is lost.
      const i = lines.indexOf(line);
      if (i < 0) continue;
      if (toReferee) referee.receive(line, text, now);
      else live(i, heard(worlds[i] as World, text), now);
    }
    referee.step(now);
    truth = referee.games[0]?.match.scores ?? truth;
    tell(now);
    for (let i = 0; i < 2; i++) {
      live(i, worlds[i] as World, now);
      expect(addsUp(seatOf(worlds[i]).client.table)).toBe(true);
    }
  }
  return { truth, clients: worlds.map((world) => seatOf(world).client) };
};

test('both players end with the referee’s score, whatever the network does', () => {
  fc.assert(
    fc.property(weathers, (weather) => {
      const { truth, clients } = playOut(weather);
      for (const { result, table } of clients) {
        expect(result?.scores).toEqual(truth);
        expect(table?.scores).toEqual(truth);
      }
      expect(truth[0] + truth[1]).toBeGreaterThan(0);
      expect((clients[0]?.rating ?? 0) + (clients[1]?.rating ?? 0)).toBe(2400);
    }),
    { numRuns: 40 },
  );
});

test('a player who lost the line in the queue is in the queue again', () => {
  const referee = openReferee(7, { rounds: 1, round: 10_000, ready: 500, pause: 500 });
  let world = farWorld('Ana', 7, 0, true);
  const talk = (line: string, now: number): void => {
    for (let turn = 0; turn < 4; turn++) {
      const [next, out] = posted(advance(world, now));
      world = next;
      for (const { text } of out) referee.receive(line, text, now);
      referee.step(now);
      for (const { text } of referee.take()) world = heard(world, text);
    }
  };
  world = opened(world, 0);
  talk('1', 0);
  expect(referee.queue).toHaveLength(1);
  referee.closed('1', 1000);
  expect(referee.queue).toHaveLength(0);
  world = opened(lost(world), 2000);
  talk('2', 2000);
  expect(referee.queue).toHaveLength(1);
  expect(referee.players).toBe(1);
});

test('a player whom the referee held to be lost greets again by the same secret', () => {
  const referee = openReferee(7, { rounds: 1, round: 10_000, ready: 500, pause: 500 });
  let world = opened(farWorld('Ana', 7, 0, true), 0);
  const talk = (now: number): void => {
    for (let turn = 0; turn < 6; turn++) {
      const [next, out] = posted(advance(world, now + turn * 100));
      world = next;
      for (const { text } of out) referee.receive('1', text, now + turn * 100);
      referee.step(now + turn * 100);
      for (const { text } of referee.take()) world = heard(world, text);
    }
  };
  talk(0);
  const { token } = seatOf(world).client;
  referee.closed('1', 6000);
  talk(7000);
  expect(seatOf(world).client).toMatchObject({ token, isWelcome: true });
  expect(referee.players).toBe(1);
  expect(referee.queue).toHaveLength(1);
});
