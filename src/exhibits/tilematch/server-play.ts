/** A match by way of a server: connecting, playing, and coming back when the line breaks. */
import { type Phrase, phrase, phraseOf } from '../../locales/speech.ts';
import type { Entry } from '../stage/log.ts';
import { flow, heard, lost, opened, openServer, retryLater } from './far.ts';
import { farView } from './far-view.ts';
import { type Arrival, closing, type Elsewhere, type Far, inWorld, type Model, type Played, queued, quiet, seatOf, told } from './model.ts';
import { farWorld } from './world.ts';

/** Attempts to come back: about as long as the referee keeps a place. Milliseconds before the first, twice as long each time. */
const MOST_TRIES = 5;
const FIRST_PAUSE = 500;

/** Milliseconds without a word from the server, which is pinged twice a second. */
const SILENCE = 6000;

const entry = (text: Phrase): Entry => ({ text, role: 'warn', aloud: true });

const withFar = (model: Model, far: Partial<Far>): Model => ({ ...model, far: { ...model.far, ...far } });

/** Tries to open the way to the server, by a new number. */
const openWay = (model: Model): Played => {
  const visit = model.visit + 1;
  return quiet(withFar({ ...model, visit }, { state: 'opening', wire: undefined }), openServer(visit, model.around.url));
};

const begin = (model: Model): Played => {
  const world = farWorld(model.around.name, model.world.random.clone().integer(2 ** 31), 0);
  const chosen: Model = { ...model, world, far: { state: 'opening', wire: undefined, tries: 0, heardAt: 0, tabs: undefined } };
  return openWay(told(chosen, { text: phrase`You call ${model.around.url}.`, aloud: true }));
};

/** What is to go out is the frame as it is. */
const flowOut = (model: Model, at: number): Played => flow(model, at, ({ text }) => [text]);

const arrive = (model: Model, at: number): Played => {
  const isBack = seatOf(model).client.token !== null;
  const there = inWorld(model, opened(model.world, at), isBack ? [entry(phrase`The line is there again.`)] : []);
  return flowOut(queued(there), at);
};

const giveUp = (model: Model, why: Phrase): Played => {
  const failed = withFar(model, { state: 'failed', wire: undefined, tries: 0 });
  return quiet(
    told(
      failed,
      { text: phrase`The server cannot be reached:`, role: 'bad', aloud: true },
      { text: phrase`${why}.`, role: 'bad', aloud: true },
    ),
  );
};

const tryAgain = (model: Model, why: Phrase): Played => {
  const { tries } = model.far;
  if (tries >= MOST_TRIES) return giveUp(model, why);
  const next = withFar(model, { state: 'opening', wire: undefined, tries: tries + 1 });
  return quiet(next, retryLater(next.visit, FIRST_PAUSE * 2 ** tries));
};

const lose = (model: Model): Played => {
  const wasSentAway = !seatOf(model).client.isConnected;
  const gone = inWorld(withFar(model, { wire: undefined }), lost(model.world));
  if (wasSentAway) return quiet(withFar(gone, { state: 'closed' }));
  return tryAgain(told(gone, entry(phrase`The line to the server broke.`)), phrase`it does not answer`);
};

/** Time passes; a server that answers not even pings is no better than a line that broke. */
const passTime = (model: Model, at: number): Played => {
  const { wire, heardAt } = model.far;
  if (!wire || at - heardAt < SILENCE) return flowOut(model, at);
  const { model: lost, effects } = lose({ ...model, visit: model.visit + 1 });
  return quiet(lost, closing(wire), ...effects);
};

const hear = (model: Model, arrival: Arrival): Played => {
  const { kind, at } = arrival;
  switch (kind) {
    case 'opened':
      return arrive(withFar(model, { state: 'open', wire: arrival.wire, tries: 0, heardAt: at }), at);
    case 'heard':
      return flowOut(withFar({ ...model, world: heard(model.world, arrival.text) }, { heardAt: at }), at);
    case 'time':
      return passTime(model, at);
    case 'lost':
      return lose(model);
    case 'failed':
      return model.far.tries > 0 ? tryAgain(model, phraseOf(arrival.why)) : giveUp(model, phraseOf(arrival.why));
    case 'retry':
      return openWay(model);
  }
};

const cut = (model: Model): Played => {
  const { state, wire } = model.far;
  if (state === 'open' && wire) {
    const without = withFar({ ...model, visit: model.visit + 1 }, { state: 'cut', wire: undefined });
    return quiet(inWorld(without, lost(model.world), [entry(phrase`You cut your own line.`)]), closing(wire));
  }
  return state === 'cut' ? openWay(model) : quiet(model);
};

/** By a new connection where there is none. */
const again = (model: Model): Played => {
  const { state } = model.far;
  if (state === 'closed' || state === 'failed') return openWay(model);
  return state === 'open' ? flowOut(queued(model), model.world.now) : quiet(model);
};

const leave = (model: Model): Played => (model.far.wire ? quiet(model, closing(model.far.wire)) : quiet(model));

/** Matches by way of a server. */
export const server: Elsewhere = { begin, hear, flow: flowOut, again, cut, leave, view: farView };
