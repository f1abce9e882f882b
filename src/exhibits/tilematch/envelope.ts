/** What the tabs of one site say to each other: who referees, and the frames between its tab and the others. */
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
