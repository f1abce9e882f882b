/** Tabs agree on one referee, whatever comes, goes, dies and sleeps. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  begin,
  type Envelope,
  hearTab,
  parseEnvelope,
  passTabTime,
  SILENCE,
  type TabStep,
  type Tabs,
  type Turn,
} from '../../../src/exhibits/tilematch/tabs.ts';

/** Tabs on one channel: each message reaches all others, in order, a little later. */
class Browser {
  now = 1_000_000;
  readonly tabs = new Map<string, Tabs>();
  readonly asleep = new Set<string>();
  readonly turns = new Map<string, Turn[]>();
  #flights: { readonly at: number; readonly envelope: Envelope }[] = [];

  open(name: string, patience: number): void {
    this.#follow(name, begin(name, patience, this.now));
  }

  /** Leaves and says so, or dies without a word. */
  end(name: string, isPolite: boolean): void {
    if (isPolite && this.tabs.has(name)) this.#flights.push({ at: this.now, envelope: { k: 'left', from: name } });
    this.tabs.delete(name);
    this.asleep.delete(name);
  }

  say(envelope: Envelope): void {
    this.#flights.push({ at: this.now, envelope });
  }

  /** Lets time pass in steps; a tab that sleeps neither hears nor steps, and hears all of it when it wakes. */
  pass(milliseconds: number): void {
    for (const end = this.now + milliseconds; this.now < end; ) {
      this.now += 50;
      const due = this.#flights.filter(({ at }) => at < this.now);
      this.#flights = this.#flights.filter(({ at }) => at >= this.now);
      for (const [name, tabs] of this.tabs) if (!this.asleep.has(name)) this.#follow(name, passTabTime(tabs, this.now));
      for (const { envelope } of due) for (const name of this.tabs.keys()) this.#hear(name, envelope);
    }
  }

  #hear(name: string, envelope: Envelope): void {
    const tabs = this.tabs.get(name);
    if (tabs && !this.asleep.has(name)) this.#follow(name, hearTab(tabs, envelope, this.now));
  }

  #follow(name: string, { tabs, turns }: TabStep): void {
    this.tabs.set(name, tabs);
    this.turns.set(name, [...(this.turns.get(name) ?? []), ...turns]);
    for (const turn of turns) if (turn.kind === 'say') this.#flights.push({ at: this.now, envelope: turn.envelope });
  }

  roles(): Record<string, string> {
    return Object.fromEntries([...this.tabs].map(([name, { role, host }]) => [name, role === 'guest' ? `guest of ${host}` : role]));
  }

  /** What followed for a tab, without what it said. */
  fate(name: string): readonly string[] {
    return (this.turns.get(name) ?? []).map(({ kind }) => kind).filter((kind) => kind !== 'say');
  }
}

describe('the referee', () => {
  test('is in the first tab, and the others join it', () => {
    const browser = new Browser();
    browser.open('a', 300);
    browser.pass(1000);
    browser.open('b', 300);
    browser.open('c', 400);
    browser.pass(1000);
    expect(browser.roles()).toEqual({ a: 'host', b: 'guest of a', c: 'guest of a' });
  });

  test('is in one tab when two come at the same moment', () => {
    const browser = new Browser();
    browser.open('a', 300);
    browser.open('b', 300);
    browser.pass(2000);
    expect(browser.roles()).toEqual({ a: 'host', b: 'guest of a' });
    expect([browser.fate('a'), browser.fate('b')]).toEqual([['host'], ['host', 'join']]);
  });

  test('goes to another tab at once when its own leaves', () => {
    const browser = new Browser();
    for (const [i, name] of ['a', 'b', 'c'].entries()) {
      browser.open(name, 300 + 100 * i);
      browser.pass(1000);
    }
    browser.end('a', true);
    browser.pass(1000);
    expect(browser.roles()).toEqual({ b: 'host', c: 'guest of b' });
    expect(browser.fate('c')).toEqual(['join', 'orphaned', 'join']);
  });

  test('goes to another tab after a silence when its own dies', () => {
    const browser = new Browser();
    browser.open('a', 300);
    browser.pass(1000);
    browser.open('b', 300);
    browser.pass(1000);
    browser.end('a', false);
    browser.pass(SILENCE - 1500);
    expect(browser.roles()).toEqual({ b: 'guest of a' });
    browser.pass(3000);
    expect(browser.roles()).toEqual({ b: 'host' });
  });

  test('stays where it went when its first tab wakes up again', () => {
    const browser = new Browser();
    browser.open('a', 300);
    browser.pass(1000);
    browser.open('b', 300);
    browser.pass(1000);
    browser.asleep.add('a');
    browser.pass(SILENCE + 2000);
    expect(browser.tabs.get('b')?.role).toBe('host');
    browser.asleep.delete('a');
    browser.pass(3000);
    expect(browser.roles()).toEqual({ a: 'guest of b', b: 'host' });
    expect(browser.fate('b').at(-1)).toBe('host');
  });

  test('is not given up by a tab that slept itself', () => {
    const browser = new Browser();
    browser.open('a', 300);
    browser.pass(1000);
    browser.open('b', 300);
    browser.pass(1000);
    browser.asleep.add('b');
    browser.pass(60_000);
    browser.asleep.delete('b');
    browser.pass(3000);
    expect(browser.fate('b')).toEqual(['join']);
  });

  test('hears guests, and notices when one cuts its line, falls silent or leaves', () => {
    const browser = new Browser();
    browser.open('a', 300);
    browser.pass(1000);
    for (const line of [0, 1]) browser.say({ k: 'frame', from: 'b', to: 'a', line, text: '{}' });
    browser.say({ k: 'frame', from: 'c', to: 'a', line: 0, text: '{}' });
    browser.say({ k: 'frame', from: 'c', to: 'z', line: 7, text: '{}' });
    browser.say({ k: 'cut', from: 'b', to: 'a', line: 0 });
    browser.say({ k: 'left', from: 'c' });
    browser.pass(SILENCE + 200);
    const turns = (browser.turns.get('a') ?? []).filter(({ kind }) => kind === 'receive' || kind === 'closed');
    expect(turns.map((turn) => ('line' in turn ? `${turn.kind} ${turn.line}` : ''))).toEqual([
      'receive b.0',
      'receive b.1',
      'receive c.0',
      'closed b.0',
      'closed c.0',
      'closed b.1',
    ]);
  });

  test('takes no more than 64 lines', () => {
    const browser = new Browser();
    browser.open('a', 300);
    browser.pass(1000);
    for (let line = 0; line < 100; line++) browser.say({ k: 'frame', from: 'b', to: 'a', line, text: '{}' });
    browser.pass(100);
    expect(browser.tabs.get('a')?.lines.size).toBe(64);
  });

  test('is in exactly one tab soon after any coming, going, dying and sleeping', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const event = fc.record({
      name,
      kind: fc.constantFrom('open', 'leave', 'die', 'sleep', 'wake'),
      patience: fc.integer({ min: 250, max: 550 }),
      pause: fc.constantFrom(0, 50, 300, 2000, 8000),
    });
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 25 }), (events) => {
        const browser = new Browser();
        browser.open('f', 300);
        for (const { name: tab, kind, patience, pause } of events) {
          if (kind === 'open' && !browser.tabs.has(tab)) browser.open(tab, patience);
          if (kind === 'leave' || kind === 'die') browser.end(tab, kind === 'leave');
          if (kind === 'sleep' && browser.tabs.has(tab)) browser.asleep.add(tab);
          if (kind === 'wake') browser.asleep.delete(tab);
          browser.pass(pause);
        }
        browser.asleep.clear();
        browser.pass(3 * SILENCE);
        const roles = Object.values(browser.roles());
        const hosts = [...browser.tabs.values()].filter(({ role }) => role === 'host').map(({ self }) => self);
        expect(hosts).toHaveLength(1);
        expect(roles.filter((role) => role === `guest of ${hosts[0]}`)).toHaveLength(roles.length - 1);
      }),
      { numRuns: 200 },
    );
  });
});

describe('an envelope', () => {
  test.each([
    '',
    'null',
    '{"k":"who"}',
    '{"k":"who","from":"__proto__"}',
    '{"k":"who","from":"a","more":1}',
    '{"k":"here","from":"a","since":-1}',
    '{"k":"frame","from":"a","to":"b","line":0,"text":"\\u001b[2J"}',
    '{"k":"frame","from":"a","to":"b","line":1e9,"text":"{}"}',
    `{"k":"frame","from":"a","to":"b","line":0,"text":"{${'x'.repeat(10_000)}}"}`,
  ])('is not %j', (text) => {
    expect(parseEnvelope(text)).toBeUndefined();
  });
});
