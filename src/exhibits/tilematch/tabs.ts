/** How tabs agree on which of them has the referee, and the envelopes in which they write to each other. */
import { type Check, type Checked, either, literal, parse, record, text, whole } from '../stage/json.ts';

/** Units of the longest envelope: a referee's frame, quoted. */
const LONGEST = 10_000;

/** A tab's name among the tabs. */
const tab = text(16, /^[0-9a-z]{1,16}$/);
/** A tab's connections to the referee, counted. */
const line = whole(0, 1e6);
const frame: Check<string> = text(LONGEST, /^\{/);

const envelope = either(
  /** Is there a referee? */
  record({ k: literal('who'), from: tab }),
  /** It is here, since then. */
  record({ k: literal('here'), from: tab, since: whole(0, Number.MAX_SAFE_INTEGER) }),
  record({ k: literal('frame'), from: tab, to: tab, line, text: frame }),
  /** A player's line is cut. */
  record({ k: literal('cut'), from: tab, to: tab, line }),
  /** A tab goes, and the referee with it if it was there. */
  record({ k: literal('left'), from: tab }),
);
/** One of them. */
export type Envelope = Checked<typeof envelope>;

/** What came over the channel; undefined for anything else. */
export const parseEnvelope = (json: string): Envelope | undefined => parse(json, LONGEST, envelope);

/** Milliseconds between two signs of life of the referee's tab, and after which a silent tab is held to be gone. */
const SIGN = 1000;
export const SILENCE = 5000;
/** A step later than this was slept through, as in a tab behind others; what came meanwhile is heard first. */
const SLEPT = 2000;
/** Connections of other tabs. */
const MOST_LINES = 64;

/** What a tab knows of the others. */
export interface Tabs {
  readonly self: string;
  readonly role: 'asking' | 'host' | 'guest';
  /** The tab with the referee. */
  readonly host: string | undefined;
  /** Since when it is this tab. */
  readonly since: number;
  /** When an asking tab takes the referee, a host gives a sign of life, a guest gives its host up. */
  readonly dueAt: number;
  /** Milliseconds that it asks before. */
  readonly patience: number;
  /** The others' connections to the referee here, and when each was heard last. */
  readonly lines: ReadonlyMap<string, number>;
  /** When time passed last. */
  readonly at: number;
}

/** What follows for this tab. */
export type Turn =
  | { readonly kind: 'say'; readonly envelope: Envelope }
  /** The referee is here from now on, or there, or has gone. */
  | { readonly kind: 'host' | 'join' | 'orphaned' }
  /** Something for the referee here. */
  | { readonly kind: 'receive'; readonly line: string; readonly text: string }
  | { readonly kind: 'closed'; readonly line: string }
  /** Something for the player here. */
  | { readonly kind: 'hear'; readonly line: number; readonly text: string };

/** A tab's knowledge, and what follows. */
export interface TabStep {
  readonly tabs: Tabs;
  readonly turns: readonly Turn[];
}

const still = (tabs: Tabs): TabStep => ({ tabs, turns: [] });

const say = (envelope: Envelope): Turn => ({ kind: 'say', envelope });

const ask = (tabs: Tabs, now: number): TabStep => ({
  tabs: { ...tabs, role: 'asking', host: undefined, dueAt: now + tabs.patience, lines: new Map() },
  turns: [say({ k: 'who', from: tabs.self })],
});

/** A tab that has just come. `patience` should differ from tab to tab, or two may take the referee at once. */
export const begin = (self: string, patience: number, now: number): TabStep =>
  ask({ self, role: 'asking', host: undefined, since: 0, dueAt: now, patience, lines: new Map(), at: now }, now);

const sign = ({ self, since }: Tabs): Turn => say({ k: 'here', from: self, since });

const becomeHost = (tabs: Tabs, now: number): TabStep => {
  const host: Tabs = { ...tabs, role: 'host', host: tabs.self, since: now, dueAt: now + SIGN };
  return { tabs: host, turns: [{ kind: 'host' }, sign(host)] };
};

const becomeGuest = (tabs: Tabs, host: string, now: number): TabStep => ({
  tabs: { ...tabs, role: 'guest', host, dueAt: now + SILENCE, lines: new Map() },
  turns: [{ kind: 'join' }],
});

const orphan = (tabs: Tabs, now: number): TabStep => {
  const { tabs: asking, turns } = ask(tabs, now);
  return { tabs: asking, turns: [{ kind: 'orphaned' }, ...turns] };
};

/** Two tabs had the referee. The newer one has: the older may have slept, and its guests have gone to the newer. */
const contend = (tabs: Tabs, other: string, since: number, now: number): TabStep => {
  const isNewer = tabs.since > since || (tabs.since === since && tabs.self < other);
  if (isNewer) return { tabs, turns: [sign(tabs)] };
  const { tabs: guest, turns } = becomeGuest(tabs, other, now);
  return { tabs: guest, turns: [say({ k: 'left', from: tabs.self }), ...turns] };
};

const hearSign = (tabs: Tabs, from: string, since: number, now: number): TabStep => {
  if (tabs.role === 'asking') return becomeGuest(tabs, from, now);
  return tabs.role === 'host' ? contend(tabs, from, since, now) : still(tabs);
};

const withoutLines = (tabs: Tabs, isGone: (line: string, heardAt: number) => boolean): TabStep => {
  const gone = [...tabs.lines].filter(([line, heardAt]) => isGone(line, heardAt)).map(([line]) => line);
  if (gone.length === 0) return still(tabs);
  const lines = new Map([...tabs.lines].filter(([line]) => !gone.includes(line)));
  return { tabs: { ...tabs, lines }, turns: gone.map((line) => ({ kind: 'closed', line })) };
};

const farewell = (tabs: Tabs, from: string, now: number): TabStep => {
  if (tabs.role === 'guest' && from === tabs.host) return orphan(tabs, now);
  return withoutLines(tabs, (line) => line.startsWith(`${from}.`));
};

const receive = (tabs: Tabs, { from, line, text }: Extract<Envelope, { k: 'frame' }>, now: number): TabStep => {
  if (tabs.role === 'guest' && from === tabs.host) return { tabs, turns: [{ kind: 'hear', line, text }] };
  const name = `${from}.${line}`;
  if (tabs.role !== 'host' || (!tabs.lines.has(name) && tabs.lines.size >= MOST_LINES)) return still(tabs);
  return { tabs: { ...tabs, lines: new Map(tabs.lines).set(name, now) }, turns: [{ kind: 'receive', line: name, text }] };
};

const hear = (tabs: Tabs, envelope: Envelope, now: number): TabStep => {
  switch (envelope.k) {
    case 'who':
      return tabs.role === 'host' ? { tabs, turns: [sign(tabs)] } : still(tabs);
    case 'here':
      return hearSign(tabs, envelope.from, envelope.since, now);
    case 'left':
      return farewell(tabs, envelope.from, now);
    case 'frame':
      return receive(tabs, envelope, now);
    case 'cut':
      return tabs.role === 'host' ? withoutLines(tabs, (line) => line === `${envelope.from}.${envelope.line}`) : still(tabs);
  }
};

/** Another tab has said something, perhaps to a third one. */
export const hearTab = (tabs: Tabs, envelope: Envelope, now: number): TabStep => {
  const isMine = envelope.from !== tabs.self && (!('to' in envelope) || envelope.to === tabs.self);
  if (!isMine) return still(tabs);
  const isHost = tabs.role === 'guest' && envelope.from === tabs.host;
  return hear(isHost ? { ...tabs, dueAt: now + SILENCE } : tabs, envelope, now);
};

const awake = (tabs: Tabs, now: number): Tabs => {
  if (now - tabs.at <= SLEPT) return { ...tabs, at: now };
  const slept = now - tabs.at;
  const lines = new Map([...tabs.lines].map(([line, heardAt]) => [line, heardAt + slept]));
  return { ...tabs, at: now, lines, dueAt: tabs.role === 'guest' ? tabs.dueAt + slept : tabs.dueAt };
};

/** Time has passed. */
export const passTabTime = (before: Tabs, now: number): TabStep => {
  const tabs = awake(before, now);
  if (tabs.role === 'host') {
    const { tabs: host, turns } = withoutLines(tabs, (_line, heardAt) => now - heardAt >= SILENCE);
    return now < host.dueAt ? { tabs: host, turns } : { tabs: { ...host, dueAt: now + SIGN }, turns: [...turns, sign(host)] };
  }
  if (now < tabs.dueAt) return still(tabs);
  return tabs.role === 'asking' ? becomeHost(tabs, now) : orphan(tabs, now);
};
