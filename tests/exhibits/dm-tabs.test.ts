/** dm between tabs: how they find each other, what they say, and what a hostile one cannot do. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultOf } from '../../src/exhibits/dm/check.ts';
import { begin, update } from '../../src/exhibits/dm/model.ts';
import { hearPacket, newPairing, type Pairing, passTime } from '../../src/exhibits/dm/pairing.ts';
import { fair } from '../../src/exhibits/dm/wire.ts';
import dm from '../../src/exhibits/dm.ts';
import { Random } from '../../src/exhibits/stage/random.ts';
import { phrase } from '../../src/locales/speech.ts';
import type { Channel } from '../../src/os/host.ts';
import { runCommand } from '../../src/os/run.ts';
import { isClean } from '../../src/term/clean.ts';
import { createTestProcess } from '../tui/process.ts';
import { createTestScreen, type FakeHost, fakeHost, settle } from '../tui/screen.ts';

/** A channel as BroadcastChannel is one: what a member says, all others hear, a turn later. */
class Bus {
  readonly said: string[] = [];
  readonly #ears = new Map<Channel, (message: string) => void>();

  join(): Channel {
    const member: Channel = {
      send: (message) => {
        if (!this.#ears.has(member)) return;
        this.said.push(message);
        for (const [other, hear] of this.#ears) if (other !== member) setImmediate(hear, message);
      },
      onMessage: (listener) => {
        this.#ears.set(member, listener);
        return () => void this.#ears.delete(member);
      },
      onClose: () => () => {},
      close: () => void this.#ears.delete(member),
    };
    return member;
  }
}

interface Tab {
  readonly screen: ReturnType<typeof createTestScreen>;
  readonly host: FakeHost;
  readonly channel: Channel;
  readonly running: Promise<number>;
}

const open = async (bus: Bus, chance: number, columns = 120, rows = 40): Promise<Tab> => {
  const screen = createTestScreen(columns, rows);
  const channel = bus.join();
  const host: FakeHost = Object.assign(fakeHost(), { random: () => chance, channel: () => channel });
  const running = runCommand(dm, createTestProcess(['dm', '--seed', '7'], { screen, host }));
  await settle();
  return { screen, host, channel, running };
};

/** Time for all tabs, a little for each in turn. */
const pass = async (tabs: readonly Tab[], milliseconds: number): Promise<void> => {
  for (let passed = 0; passed < milliseconds; passed += 100) for (const { host } of tabs) await host.pass(100);
};

describe('two tabs', () => {
  test('find each other, talk, and each sees what the other wrote, and that it was read', async () => {
    const bus = new Bus();
    const one = await open(bus, 0.2);
    const other = await open(bus, 0.7);
    await pass([one, other], 3500);
    expect(one.screen.announced).toContain('Another tab is here: you talk to it.');
    expect(other.screen.announced).toContain('Another tab is here: you talk to it.');
    await one.screen.type('tgood evening\r\x1b');
    await pass([one, other], 1500);
    expect(other.screen.text()).toMatch(/1 good evening/);
    await other.screen.type('tand to you\r');
    await pass([one, other], 3500);
    expect(one.screen.text()).toMatch(/1 good evening +✓✓/);
    expect(one.screen.text()).toMatch(/1 and to you/);
    expect(one.screen.text()).toContain('Both phones show the same messages, once, in order.');
  });

  test('show the sign of typing', async () => {
    const bus = new Bus();
    const tabs = [await open(bus, 0.2), await open(bus, 0.7)] as const;
    await pass(tabs, 3500);
    await tabs[0].screen.type('thm');
    await pass(tabs, 1000);
    expect(tabs[1].screen.text()).toContain('types…');
    await pass(tabs, 3500);
    expect(tabs[1].screen.text()).not.toContain('types…');
  });

  test('mend what their wires do: drops, a break, messages written on both sides of it', async () => {
    const bus = new Bus();
    const tabs = [await open(bus, 0.2), await open(bus, 0.7)] as const;
    await pass(tabs, 3500);
    await tabs[0].screen.type('dmmo');
    await tabs[0].screen.type('m');
    await tabs[1].screen.type('mu');
    await pass(tabs, 3000);
    await tabs[0].screen.type('o');
    await pass(tabs, 9000);
    for (const { screen } of tabs) {
      for (const said of ['1 Hello?', '2 Is anybody there?', '3 This one may get lost.']) expect(screen.text()).toContain(said);
      expect(screen.text()).toContain('Both phones show the same messages, once, in order.');
      expect(screen.text()).toMatch(/said here/);
    }
  });

  test('part: the one who stays talks to the echo again', async () => {
    const bus = new Bus();
    const [one, other] = [await open(bus, 0.2), await open(bus, 0.7)];
    await pass([one, other], 3500);
    await other.screen.type('q');
    expect(await other.running).toBe(0);
    await pass([one], 500);
    expect(one.screen.announced).toContain('The other tab is gone: the echo is back.');
    expect(one.screen.text()).toMatch(/you .*echo/);
  });

  test('a partner that says nothing any more is gone after a while', async () => {
    const bus = new Bus();
    const [one, other] = [await open(bus, 0.2), await open(bus, 0.7)];
    await pass([one, other], 3500);
    other.channel.close();
    await pass([one], 9000);
    expect(one.screen.announced).toContain('The other tab is gone: the echo is back.');
  });

  test('a third tab finds nobody free, and keeps to the echo', async () => {
    const bus = new Bus();
    const tabs = [await open(bus, 0.2), await open(bus, 0.7)] as const;
    await pass(tabs, 3500);
    const third = await open(bus, 0.5);
    await pass([...tabs, third], 3500);
    expect(third.screen.announced).not.toContain('Another tab is here: you talk to it.');
    expect(tabs[0].screen.announced).not.toContain('The other tab is gone: the echo is back.');
  });

  test('talk without movement, where less of it is asked for', async () => {
    const bus = new Bus();
    const tabs = [await open(bus, 0.2), await open(bus, 0.7)] as const;
    for (const { host } of tabs) host.stillness = true;
    const late = await open(bus, 0.9);
    await late.screen.type('q');
    await tabs[0].screen.type('    m  ');
    await tabs[1].screen.type('  ');
    await tabs[0].screen.type('  ');
    expect(tabs[1].screen.text()).toContain('Hello?');
  });
});

/** The words between tabs that only know how to find each other. */
const gather = (names: readonly string[], order: readonly number[]): readonly Pairing[] => {
  const tabs = names.map((name) => newPairing(name, 0));
  const queue: { readonly json: string; readonly from: number }[] = [];
  let now = 0;
  for (const turn of order) {
    now += 100;
    const index = turn % names.length;
    const tab = tabs[index];
    if (!tab) continue;
    const passed = passTime(tab, now);
    tabs[index] = passed.pairing;
    for (const json of passed.outward) queue.push({ json, from: index });
    for (let next = queue.shift(); next; next = queue.shift()) {
      for (const [hearer, pairing] of tabs.entries()) {
        if (hearer === next.from) continue;
        const heard = hearPacket(pairing, next.json, now);
        tabs[hearer] = heard.pairing;
        for (const json of heard.outward) queue.push({ json, from: hearer });
      }
    }
  }
  return tabs;
};

test('any number of tabs make as many pairs as they can, and no partner is shared', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 2, maxLength: 5 }),
      fc.array(fc.nat(4), { minLength: 120, maxLength: 120 }),
      (names, order) => {
        const everyone = [...order, ...names.flatMap(() => names.map((_, index) => index))];
        const tabs = gather(names, everyone);
        const paired = tabs.filter(({ state }) => state === 'paired');
        for (const { name, partner } of paired) expect(tabs.find((tab) => tab.name === partner)?.partner).toBe(name);
        expect(paired.length).toBe(names.length - (names.length % 2));
      },
    ),
    { numRuns: 100 },
  );
});

describe('a hostile tab', () => {
  const paired = () => {
    let model = update(begin({ weather: fair, without: undefined, isStill: false, lines: [] }, new Random(7), 0), {
      kind: 'open',
      name: 'mmm',
      at: 0,
    });
    model = update(model, { kind: 'heard', json: JSON.stringify({ v: 1, from: 'zzz', to: 'mmm', word: 'offer' }), at: 10 });
    return model;
  };
  const frame = (value: unknown): string => JSON.stringify({ v: 1, from: 'zzz', to: 'mmm', frame: value });
  const hearing = (json: string, at = 20) => update(paired(), { kind: 'heard', json, at });

  test.each([
    ['no JSON', '{'],
    ['no object', '7'],
    ['nothing', 'null'],
    ['an array', '[]'],
    ['another version', JSON.stringify({ v: 2, from: 'zzz', to: 'mmm', word: 'bye' })],
    ['an unknown word', JSON.stringify({ v: 1, from: 'zzz', to: 'mmm', word: 'constructor' })],
    ['a field too many', JSON.stringify({ v: 1, from: 'zzz', to: 'mmm', word: 'ping', more: 1 })],
    ['a name that is none', JSON.stringify({ v: 1, from: '__proto__', to: 'mmm', word: 'ping' })],
    ['too long a text', frame({ k: 'msg', n: 1, t: 1, x: 'x'.repeat(241) })],
    ['far too long a packet', `"${'x'.repeat(100_000)}"`],
    ['an empty text', frame({ k: 'msg', n: 1, t: 1, x: ' ' })],
    ['a text that is none', frame({ k: 'msg', n: 1, t: 1, x: { toString: 'x' } })],
    ['a number that is none', frame({ k: 'msg', n: 1.5, t: 1, x: 'x' })],
    ['number zero', frame({ k: 'msg', n: 0, t: 1, x: 'x' })],
    ['a negative receipt', frame({ k: 'ack', got: -1, read: 0 })],
    ['a missing field', frame({ k: 'ack', got: 0 })],
    ['a polluting key', '{"v":1,"from":"zzz","to":"mmm","frame":{"__proto__":{"k":"ask"}}}'],
  ])('says %s, and is not heard', (_, json) => {
    const model = hearing(json);
    expect(model.pairing?.refused).toBe(1);
    expect(model.world).toEqual(update(paired(), { kind: 'heard', json: frame({ k: 'ask', more: 1 }), at: 20 }).world);
  });

  test.each([
    ['a receipt for what was never sent', { k: 'ack', got: 3, read: 0 }],
    ['that more was read than has come', { k: 'ack', got: 0, read: 1 }],
    ['that it needs what was never sent', { k: 'need', from: 1, to: 9 }],
    ['that it needs from the end to the beginning', { k: 'need', from: 2, to: 1 }],
    ['a stamp far in the future', { k: 'msg', n: 1, t: 1_999_999, x: 'x' }],
    ['a number far ahead', { k: 'msg', n: 900_000, t: 1, x: 'x' }],
    ['that it has had what it cannot have', { k: 'sync', ask: true, sent: 0, got: 7, read: 7 }],
  ])('claims %s, and is refused', (_, claim) => {
    const { world, log } = hearing(frame(claim));
    expect(world.near.refused).toBe(1);
    expect(faultOf(world)).toBeUndefined();
    expect(log.entries.at(-1)?.text).toEqual(phrase`A frame that cannot be true is refused.`);
  });

  test('cannot write on the screen but plain text', () => {
    const { world } = hearing(frame({ k: 'msg', n: 1, t: 1, x: 'a\u001b[2Jb\u202ec\nd\u0000' }));
    expect(world.near.talk.map(({ text }) => text)).toEqual(['a^[[2Jb<U+202E>c d^@']);
    expect(world.near.talk.every(({ text }) => isClean(text))).toBe(true);
  });

  test('cannot turn the order of its messages by stamps that go backwards', () => {
    let model = hearing(frame({ k: 'msg', n: 1, t: 900, x: 'first' }));
    model = update(model, { kind: 'heard', json: frame({ k: 'msg', n: 2, t: 3, x: 'second' }), at: 30 });
    expect(model.world.near.talk.map(({ text }) => text)).toEqual(['first', 'second']);
    expect(faultOf(model.world)).toBeUndefined();
  });

  test('that claims to have sent a million is asked, but for no more than the wire may carry', () => {
    let model = hearing(frame({ k: 'sync', ask: false, sent: 1_000_000, got: 0, read: 0 }));
    for (let at = 100; at < 6000; at += 100) model = update(model, { kind: 'tick', least: 50, at });
    const needs = model.world.wire.flights.filter(({ frame: { k } }) => k === 'need');
    expect(needs.length).toBe(2);
    expect(needs[0]?.frame).toEqual({ k: 'need', from: 1, to: 16 });
  });

  test('that floods is listened to a hundred times a second', () => {
    let model = paired();
    for (let i = 0; i < 1000; i++) model = update(model, { kind: 'heard', json: frame({ k: 'ask' }), at: 20 });
    expect(model.pairing?.refused).toBeGreaterThan(890);
    expect(model.world.wire.flights.length).toBeLessThanOrEqual(128);
  });

  test('nobody but the partner is heard', () => {
    const json = JSON.stringify({ v: 1, from: 'other', to: 'mmm', frame: { k: 'msg', n: 1, t: 1, x: 'psst' } });
    const model = hearing(json);
    expect(model.world.near.talk).toEqual([]);
    expect(JSON.parse(model.outward.at(-1) ?? '')).toMatchObject({ to: 'other', word: 'bye' });
  });

  test('whatever it says, nothing breaks, and what is shown stays right', () => {
    const number = fc.oneof(fc.integer({ min: -1, max: 40 }), fc.constantFrom(1_000_000, 2_000_000, 1.5));
    const claim = fc.oneof(
      fc.record({ k: fc.constant('msg'), n: number, t: number, x: fc.string({ unit: 'grapheme', maxLength: 20 }) }),
      fc.record({ k: fc.constant('ack'), got: number, read: number }),
      fc.record({ k: fc.constant('need'), from: number, to: number }),
      fc.record({ k: fc.constant('typing'), after: number }),
      fc.record({ k: fc.constant('sync'), ask: fc.boolean(), sent: number, got: number, read: number }),
      fc.record({ k: fc.constant('ask') }),
      fc.jsonValue(),
    );
    const deed = fc.oneof({ weight: 5, arbitrary: claim.map(frame) }, { weight: 1, arbitrary: fc.constantFrom('write', 'switch') });
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 60, size: 'max' }), (deeds) => {
        let model = paired();
        deeds.forEach((each, index) => {
          const at = 50 * index;
          if (each === 'write') model = update(model, { kind: 'line' });
          else if (each === 'switch') model = update(model, { kind: 'switch' });
          else model = update(model, { kind: 'heard', json: each, at });
          model = update(model, { kind: 'tick', least: 50, at });
          expect(faultOf(model.world)).toBeUndefined();
          expect(model.world.near.early.size).toBeLessThanOrEqual(32);
        });
      }),
      { numRuns: 100 },
    );
  });
});
