/** A stream of numbered messages over a line that loses, repeats and reorders: each arrives once, in order, as TCP does it. */

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
export interface DataFrame<Out> {
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
