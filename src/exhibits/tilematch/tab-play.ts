/** A match with another tab: one of them has the referee, and what the tabs agree on decides which. */
import { phrase } from '../../locales/speech.ts';
import type { Entry } from '../stage/log.ts';
import { forget } from './client.ts';
import { alsoSend, flow, heard, lost, opened, openTabs, sending } from './far.ts';
import { farView } from './far-view.ts';
import { openReferee } from './local.ts';
import { FIRST_RATING } from './match.ts';
import { type Arrival, closing, type Elsewhere, inWorld, type Model, type Played, queued, quiet, seatOf, told } from './model.ts';
import { begin as beginAsking, type Envelope, hearTab, parseEnvelope, passTabTime, type TabStep, type Tabs, type Turn } from './tabs.ts';
import { cut as cutLine, farWorld, mend, type Outward, received, type World, withSeat } from './world.ts';

/** Milliseconds that a tab asks for a referee: at least, and how much longer at most. */
const PATIENCE = 250;
const MORE_PATIENCE = 300;

const left = (model: Model): string => JSON.stringify({ k: 'left', from: model.around.tab } satisfies Envelope);

const begin = (model: Model): Played => {
  const visit = model.visit + 1;
  const world = farWorld(model.around.name, model.world.random.clone().integer(2 ** 31), 0);
  const chosen: Model = { ...model, visit, world, far: { state: 'opening', wire: undefined, tries: 0, heardAt: 0, tabs: undefined } };
  return quiet(told(chosen, { text: phrase`You look for other tabs.`, aloud: true }), openTabs(visit, left(model)));
};

/** Writes what goes out as envelopes: a player's frames to the referee's tab, the referee's to the players'. */
const wrapped =
  (tabs: Tabs, breaks: number) =>
  ({ to, text }: Outward): readonly string[] => {
    const [tab = '', line = ''] = to === undefined ? [tabs.host, breaks] : to.split('.');
    if (tab === '' || tab === tabs.self) return [];
    return [JSON.stringify({ k: 'frame', from: tabs.self, to: tab, line: Number(line), text } satisfies Envelope)];
  };

const flowOut = (model: Model, at: number): Played => {
  const { tabs } = model.far;
  return tabs ? flow(model, at, wrapped(tabs, seatOf(model).breaks)) : quiet(model);
};

/** The player without a referee: rating and match were that one's. */
const alone = (world: World): World => ({
  ...withSeat(lost(world), (seat) => ({ ...seat, client: { ...forget(seat.client), rating: FIRST_RATING } })),
  referee: undefined,
  inbound: [],
  outward: [],
});

/** A match ends with its referee. */
const ended = ({ world }: Model): readonly Entry[] => {
  const { table, result } = seatOf({ world }).client;
  return table && !result ? [{ text: phrase`Your match ended with it, unrated.`, role: 'bad', aloud: true }] : [];
};

const joined = (model: Model, world: World, entries: readonly Entry[], at: number): Model => {
  const there = withSeat(opened(world, at), (seat) => ({ ...seat, breaks: seat.breaks + 1 }));
  return queued(inWorld({ ...model, picked: undefined }, there, entries));
};

const host = (model: Model, at: number): Model => {
  const world = alone(model.world);
  // A tab may have the referee more than once; the time deals other tiles.
  const referee = openReferee(world.random.clone().integer(2 ** 31) + at, model.setting.timing);
  return joined(model, { ...world, referee }, [{ text: phrase`The referee is in this tab.`, role: 'accent', aloud: true }], at);
};

const join = (model: Model, at: number): Model => {
  const entry: Entry = { text: phrase`The referee is in another tab.`, role: 'accent', aloud: true };
  return joined(model, alone(model.world), [entry, ...ended(model)], at);
};

const orphaned = (model: Model): Model => {
  const entry: Entry = { text: phrase`The tab with the referee has gone.`, role: 'bad', aloud: true };
  return inWorld(model, alone(model.world), [entry, ...ended(model)]);
};

const turned = (model: Model, turn: Exclude<Turn, { kind: 'say' }>, at: number): Model => {
  switch (turn.kind) {
    case 'host':
      return host(model, at);
    case 'join':
      return join(model, at);
    case 'orphaned':
      return orphaned(model);
    case 'receive':
      return { ...model, world: received(model.world, { from: turn.line, text: turn.text }) };
    case 'closed':
      return { ...model, world: received(model.world, { from: turn.line, text: undefined }) };
    case 'hear':
      return turn.line === seatOf(model).breaks ? { ...model, world: heard(model.world, turn.text) } : model;
  }
};

const follow = (model: Model, { tabs, turns }: TabStep, at: number): Played => {
  const said: string[] = [];
  let next: Model = { ...model, far: { ...model.far, tabs } };
  for (const turn of turns) {
    if (turn.kind === 'say') said.push(JSON.stringify(turn.envelope));
    else next = turned(next, turn, at);
  }
  return alsoSend(flowOut(next, at), said);
};

const arrive = (model: Model, at: number): Played => {
  const patience = PATIENCE + model.world.random.clone().integer(MORE_PATIENCE);
  return follow({ ...model, world: { ...model.world, now: at } }, beginAsking(model.around.tab, patience, at), at);
};

const hear = (model: Model, arrival: Arrival): Played => {
  const { tabs } = model.far;
  if (arrival.kind === 'opened') return arrive({ ...model, far: { ...model.far, state: 'open', wire: arrival.wire } }, arrival.at);
  if (!tabs) return quiet(model);
  if (arrival.kind === 'time') return follow(model, passTabTime(tabs, arrival.at), arrival.at);
  const envelope = arrival.kind === 'heard' ? parseEnvelope(arrival.text) : undefined;
  return envelope ? follow(model, hearTab(tabs, envelope, arrival.at), arrival.at) : quiet(model);
};

const cut = (model: Model): Played => {
  const { tabs } = model.far;
  const { link, breaks } = seatOf(model);
  if (!tabs?.host) return quiet(model);
  const text = link.isUp ? phrase`You cut your own line.` : phrase`The line is there again.`;
  const next = inWorld(model, link.isUp ? cutLine(model.world) : mend(model.world), [{ text, role: 'warn', aloud: true }]);
  const envelope: Envelope = { k: 'cut', from: tabs.self, to: tabs.host, line: breaks };
  return alsoSend(flowOut(next, model.world.now), link.isUp && tabs.role === 'guest' ? [JSON.stringify(envelope)] : []);
};

const leave = (model: Model): Played => {
  const { wire } = model.far;
  return wire ? quiet(model, sending(wire, [left(model)]), closing(wire)) : quiet(model);
};

const again = (model: Model): Played => (model.far.tabs?.host === undefined ? quiet(model) : flowOut(queued(model), model.world.now));

/** Matches with other tabs. */
export const tabs: Elsewhere = { begin, hear, flow: flowOut, again, cut, leave, view: farView };
