/** The line between a player and the referee: it takes time, and loses, repeats and cuts what the visitor tells it to. */
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
export interface Flight {
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
