/** A line that delays, loses and repeats frames, and the stream over it in which each message arrives once and in order. */
import type { Random } from '../stage/random.ts';

/** Frames that may be on the line at once; more are lost. */
const CAPACITY = 256;

/** What the line does to frames. */
export interface Faults {
  /** Milliseconds one way, at least; and how much more it may be, which lets frames overtake each other. */
  readonly delay: number;
  readonly jitter: number;
  /** Probabilities. */
  readonly loss: number;
  readonly repeat: number;
}

/** A frame on its way. */
interface Flight {
  readonly at: number;
  readonly toReferee: boolean;
  readonly text: string;
}

/** A line. */
export interface Link {
  readonly faults: Faults;
  readonly isUp: boolean;
  readonly flights: readonly Flight[];
  readonly sent: number;
  readonly lost: number;
  readonly repeated: number;
}

/** A line that is up and empty. */
export const newLink = (faults: Faults): Link => ({ faults, isUp: true, flights: [], sent: 0, lost: 0, repeated: 0 });

const flightOf = ({ delay, jitter }: Faults, toReferee: boolean, text: string, now: number, random: Random): Flight => ({
  at: now + delay + (jitter > 0 ? Math.round(random.exponential(jitter)) : 0),
  toReferee,
  text,
});

/** Puts a frame on the line. */
export const post = (link: Link, toReferee: boolean, text: string, now: number, random: Random): Link => {
  const { faults, flights, isUp } = link;
  const counted = { ...link, sent: link.sent + 1 };
  if (!isUp || flights.length >= CAPACITY || (faults.loss > 0 && random.chance(faults.loss))) return { ...counted, lost: link.lost + 1 };
  const flight = flightOf(faults, toReferee, text, now, random);
  if (faults.repeat === 0 || !random.chance(faults.repeat)) return { ...counted, flights: [...flights, flight] };
  const again = flightOf(faults, toReferee, text, now, random);
  return { ...counted, flights: [...flights, flight, again], repeated: link.repeated + 1 };
};

/** The frames that have arrived by now, in the order of their arrival, and the line without them. */
export const arrived = (link: Link, now: number): readonly [Link, readonly Flight[]] => {
  const due = link.flights.filter(({ at }) => at <= now);
  if (due.length === 0) return [link, []];
  return [{ ...link, flights: link.flights.filter(({ at }) => at > now) }, due.sort((a, b) => a.at - b.at)];
};

/** The line cut or mended; what was on it is lost. */
export const switched = (link: Link, isUp: boolean): Link => ({ ...link, isUp, flights: [], lost: link.lost + link.flights.length });

/** Milliseconds after which a message that nobody acknowledged is sent again; twice as long each time, up to the longest. */
const FIRST_WAIT = 400;
const LONGEST_WAIT = 3200;

/** Messages that may wait for an acknowledgement; whoever lets more wait is gone. */
const MOST_UNACKED = 256;
/** Messages kept that came before their turn, and how far before it. */
const MOST_EARLY = 64;

/** What is switched off to show what it is for. */
export interface Safeguards {
  /** A number that has been seen is not seen again. */
  readonly once: boolean;
  /** A number waits until those before it have come. */
  readonly inOrder: boolean;
}

/** All of them. */
export const safe: Safeguards = { once: true, inOrder: true };

interface Unacked<Out> {
  readonly seq: number;
  readonly body: Out;
  readonly dueAt: number;
  readonly wait: number;
}

/** One end of the line. Numbers begin with 1. */
export interface Stream<Out, In> {
  readonly sent: number;
  readonly unacked: readonly Unacked<Out>[];
  /** The highest number up to which all have come. */
  readonly received: number;
  readonly early: ReadonlyMap<number, In>;
  /** Something came that has not been acknowledged. */
  readonly owes: boolean;
}

/** A message on its way. */
interface DataFrame<Out> {
  readonly k: 'data';
  readonly s: number;
  readonly a: number;
  readonly m: Out;
}

/** A line on which nothing has been said. */
export const newStream = <Out, In>(): Stream<Out, In> => ({ sent: 0, unacked: [], received: 0, early: new Map(), owes: false });

/** Whether the other end has left too much unacknowledged. */
export const isStuffed = ({ unacked }: Stream<unknown, unknown>): boolean => unacked.length > MOST_UNACKED;

/** Takes a message to send; `dueFrames` answers it as soon as `now`. */
export const push = <Out, In>(stream: Stream<Out, In>, body: Out, now: number): Stream<Out, In> => {
  const seq = stream.sent + 1;
  return { ...stream, sent: seq, unacked: [...stream.unacked, { seq, body, dueAt: now, wait: FIRST_WAIT }] };
};

/** Whether anything is to be sent. */
export const isDue = ({ unacked, owes }: Stream<unknown, unknown>, now: number): boolean =>
  owes || unacked.some(({ dueAt }) => dueAt <= now);

/** The frames to send now: new ones, those that seem lost, or a bare acknowledgement where one is owed. */
export const dueFrames = <Out, In>(
  stream: Stream<Out, In>,
  now: number,
): readonly [Stream<Out, In>, readonly (DataFrame<Out> | { readonly k: 'ack'; readonly a: number })[]] => {
  if (!isDue(stream, now)) return [stream, []];
  const due = stream.unacked.filter(({ dueAt }) => dueAt <= now);
  const unacked = stream.unacked.map((message) =>
    message.dueAt <= now ? { ...message, dueAt: now + message.wait, wait: Math.min(LONGEST_WAIT, message.wait * 2) } : message,
  );
  const a = stream.received;
  const frames = due.map(({ seq, body }) => ({ k: 'data' as const, s: seq, a, m: body }));
  return [{ ...stream, unacked, owes: false }, frames.length > 0 ? frames : [{ k: 'ack', a }]];
};

/** The other end has everything up to `ack`; undefined when that much was never sent, which is a lie. */
export const acknowledged = <Out, In>(stream: Stream<Out, In>, ack: number): Stream<Out, In> | undefined => {
  if (ack > stream.sent) return undefined;
  if (stream.unacked.every(({ seq }) => seq > ack)) return stream;
  return { ...stream, unacked: stream.unacked.filter(({ seq }) => seq > ack) };
};

const inTurn = <Out, In>(stream: Stream<Out, In>): readonly [Stream<Out, In>, readonly In[]] => {
  const early = new Map(stream.early);
  const ready: In[] = [];
  let { received } = stream;
  for (let body = early.get(received + 1); body !== undefined; body = early.get(received + 1)) {
    received++;
    early.delete(received);
    ready.push(body);
  }
  return [{ ...stream, received, early, owes: true }, ready];
};

/** A message has come: the stream, and the messages whose turn it is now. */
export const accept = <Out, In>(
  stream: Stream<Out, In>,
  seq: number,
  body: In,
  safeguards: Safeguards = safe,
): readonly [Stream<Out, In>, readonly In[]] => {
  if (seq <= stream.received) return [{ ...stream, owes: true }, safeguards.once ? [] : [body]];
  if (!safeguards.inOrder) return [{ ...stream, received: seq, owes: true }, [body]];
  const tooEarly = seq > stream.received + MOST_EARLY || stream.early.size >= MOST_EARLY;
  // The one whose turn it is always has a place, or a full waiting room would wait for ever.
  if (tooEarly && seq !== stream.received + 1) return [stream, []];
  return inTurn({ ...stream, early: new Map(stream.early).set(seq, body) });
};

/** The line is new: whatever was not acknowledged is sent again at once. */
export const resumed = <Out, In>(stream: Stream<Out, In>, now: number): Stream<Out, In> => ({
  ...stream,
  unacked: stream.unacked.map((message) => ({ ...message, dueAt: now, wait: FIRST_WAIT })),
  owes: true,
});
