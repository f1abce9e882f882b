/** Terminal input decoded into keys (xterm's ctlseqs: PC-style function keys, bracketed paste, SGR mouse). */
import { graphemes } from './width.ts';

/** One press of a key, or what stands for one. */
export interface Key {
  /**
   * The key's name, its modifiers before it in the order `C-`, `M-`, `S-`: `C-a`, `M-f`, `S-Tab`, `C-Left`, `F1`, `Escape`.
   * A character that types itself is its own name. Also `Paste`, and where a mouse reports: `Click`, `WheelUp`, `WheelDown`.
   */
  readonly chord: string;
  /** What it inserts: a grapheme, or all of a paste; empty for a key that types nothing. Not yet clean. */
  readonly text: string;
  /** Where the mouse was: the cell, counted from 0. */
  readonly column?: number;
  readonly row?: number;
}

/** What the last chunk left open: the start of a control sequence, and the paste that has not ended. */
export interface PendingInput {
  readonly escape: string;
  readonly paste: string | undefined;
}

/** Nothing is open. */
export const noPendingInput: PendingInput = { escape: '', paste: undefined };

/** The keys of a chunk, and what to hand to the next call. */
export interface DecodedKeys {
  readonly keys: Key[];
  readonly pending: PendingInput;
}

/** Units that a paste keeps; the rest of it is dropped. */
export const PASTE_LIMIT = 65_536;

/** Units after which a control sequence without an end is given up. */
const SEQUENCE_LIMIT = 4096;

/** More printable units than this in one chunk are no typing, but a paste. */
const BURST = 64;

const PASTE_START = '\x1b[200~';
const PASTE_END = '\x1b[201~';

const functionKeyCodes = [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24];

const tildeKeys = new Map<number, string>([
  [1, 'Home'],
  [2, 'Insert'],
  [3, 'Delete'],
  [4, 'End'],
  [5, 'PageUp'],
  [6, 'PageDown'],
  [7, 'Home'],
  [8, 'End'],
  ...functionKeyCodes.map((code, index): [number, string] => [code, `F${index + 1}`]),
]);

const letterKeys = new Map([
  ['A', 'Up'],
  ['B', 'Down'],
  ['C', 'Right'],
  ['D', 'Left'],
  ['F', 'End'],
  ['H', 'Home'],
  ['P', 'F1'],
  ['Q', 'F2'],
  ['S', 'F4'],
]);

const controlKeys = new Map([
  [0, 'C-Space'],
  [9, 'Tab'],
  [13, 'Enter'],
  [27, 'Escape'],
  [32, 'Space'],
  [127, 'Backspace'],
]);

const mouseButtons = new Map([
  [0, 'Click'],
  [64, 'WheelUp'],
  [65, 'WheelDown'],
]);

const named = (chord: string): Key => ({ chord, text: '' });

const typed = (text: string): Key => ({ chord: text, text });

/** A modifier parameter is 1 and the sum of: shift 1, alt 2, control 4, meta 8. */
const withModifiers = (name: string, parameter: number): string => {
  const bits = Math.max(0, parameter - 1);
  return `${bits & 4 ? 'C-' : ''}${bits & 10 ? 'M-' : ''}${bits & 1 ? 'S-' : ''}${name}`;
};

const withMeta = ({ chord }: Key): Key => named(chord.startsWith('C-') ? `C-M-${chord.slice(2)}` : `M-${chord}`);

const controlKey = (code: number): Key => named(controlKeys.get(code) ?? `C-${String.fromCharCode(code + 64).toLowerCase()}`);

/** CSI < button ; column ; row M. */
const mouseKeys = ([button = 0, column = 1, row = 1]: readonly number[]): Key[] => {
  const chord = mouseButtons.get(button);
  return chord === undefined ? [] : [{ chord, text: '', column: column - 1, row: row - 1 }];
};

/** CSI code ; modifiers u: any key, by its code point. */
const codeKeys = (code: number, modifiers: number): Key[] => {
  const name = controlKeys.get(code) ?? (code > 0x20 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined);
  if (name === undefined) return [];
  return [modifiers <= 1 && !controlKeys.has(code) ? typed(name) : named(withModifiers(name, modifiers))];
};

/** The key of one whole CSI sequence; none for an answer, a report, or whatever is unknown. */
const sequenceKeys = (parameters: string, final: string): Key[] => {
  if (parameters.startsWith('<') && final === 'M') return mouseKeys(parameters.slice(1).split(';').map(Number));
  if (!/^[\d;:]*$/.test(parameters)) return [];
  const [first = 0, modifiers = 1] = parameters.split(/[;:]/).map(Number);
  if (final === 'u') return codeKeys(first, modifiers);
  if (final === 'Z') return [named('S-Tab')];
  const name = final === '~' ? tildeKeys.get(first) : letterKeys.get(final);
  return name === undefined ? [] : [named(withModifiers(name, modifiers))];
};

/** What was read at the input's start: its keys and its length in units, 0 when it goes on beyond the chunk. */
interface Read {
  readonly keys: Key[];
  readonly length: number;
}

const incomplete: Read = { keys: [], length: 0 };

const dropped = (length: number): Read => ({ keys: [], length });

/** The string of an OSC, DCS, SOS, PM or APC is an answer to a question: dropped, with its terminator. */
const readString = (input: string): Read => {
  const end = /\x07|\x1b\\/.exec(input);
  if (end) return dropped(end.index + end[0].length);
  return input.length > SEQUENCE_LIMIT ? dropped(input.length) : incomplete;
};

const readCsi = (input: string): Read => {
  const [part = '', parameters = '', final] = /^\x1b\[([0-?]{0,99})[ -/]*([@-~])?/.exec(input) ?? [];
  if (final !== undefined) return { keys: sequenceKeys(parameters, final), length: part.length };
  return part.length === input.length && part.length < SEQUENCE_LIMIT ? incomplete : dropped(part.length);
};

const readSs3 = (input: string): Read => {
  const final = input[2];
  if (final === undefined) return incomplete;
  return { keys: final === 'R' ? [named('F3')] : sequenceKeys('', final), length: 3 };
};

/** ESC before a key is Meta; a second ESC is, where a control sequence follows. */
const readMeta = (input: string): Read => {
  if (input[1] === '\x1b' && input[2] === undefined) return incomplete;
  if (input[1] === '\x1b' && input[2] !== '[' && input[2] !== 'O') return { keys: [named('Escape')], length: 1 };
  const after = input[1] === '\x1b' ? readEscape(input.slice(1)) : readOne(input.slice(1, 1 + BURST));
  return after.length === 0 ? incomplete : { keys: after.keys.map(withMeta), length: after.length + 1 };
};

const readEscape = (input: string): Read => {
  const introducer = input[1];
  if (introducer === undefined) return incomplete;
  if (introducer === '[') return readCsi(input);
  if (introducer === 'O') return readSs3(input);
  return ']P^_X'.includes(introducer) && input.length > 2 ? readString(input) : readMeta(input);
};

/** One control character, or one grapheme. */
const readOne = (input: string): Read => {
  const code = input.charCodeAt(0);
  if (code < 0x20 || code === 0x7f) return { keys: [controlKey(code)], length: 1 };
  if (code > 0x7f && code < 0xa0) return dropped(1);
  const [first = input] = graphemes(input);
  return { keys: [typed(first)], length: first.length };
};

const clipped = (text: string): string => text.slice(0, PASTE_LIMIT);

/** A run of printable text, a control character, or a control sequence. */
const read = (input: string): Read => {
  if (input[0] === '\x1b') return readEscape(input);
  const run = /^[^\x00-\x1f\x7f-\x9f]+/.exec(input)?.[0];
  if (run === undefined) return readOne(input);
  const keys = run.length > BURST ? [{ chord: 'Paste', text: clipped(run) }] : Array.from(graphemes(run), typed);
  return { keys, length: run.length };
};

/** How much of the input's end may be the start of the paste's end mark. */
const heldBack = (input: string): number => {
  let length = PASTE_END.length - 1;
  while (!input.endsWith(PASTE_END.slice(0, length))) length--;
  return length;
};

/**
 * The keys in `chunk`, read on from what the chunk before left open. An ESC at the very end stays pending, since it may
 * start a sequence: the owner calls `flushKeys` after a short delay, or at once where its source never splits a key.
 */
export const decodeKeys = (chunk: string, pending: PendingInput): DecodedKeys => {
  const keys: Key[] = [];
  let input = pending.escape + chunk;
  let paste = pending.paste;
  while (input !== '') {
    if (paste !== undefined) {
      const end = input.indexOf(PASTE_END);
      const length = end < 0 ? input.length - heldBack(input) : end;
      paste = clipped(paste + input.slice(0, length));
      if (end < 0) return { keys, pending: { escape: input.slice(length), paste } };
      keys.push({ chord: 'Paste', text: paste });
      input = input.slice(end + PASTE_END.length);
      paste = undefined;
    } else if (input.startsWith(PASTE_START)) {
      paste = '';
      input = input.slice(PASTE_START.length);
    } else {
      const next = read(input);
      if (next.length === 0) break;
      for (const key of next.keys) keys.push(key);
      input = input.slice(next.length);
    }
  }
  return { keys, pending: { escape: input, paste } };
};

/** The keys of what was left open when nothing more came: ESC is the Escape key; half a sequence is dropped; a paste waits on. */
export const flushKeys = (pending: PendingInput): DecodedKeys => {
  if (pending.paste !== undefined) return { keys: [], pending };
  const escapes = /^\x1b*$/.test(pending.escape) ? pending.escape.length : 0;
  const meta = /^\x1b[[O]$/.test(pending.escape) ? [named(`M-${pending.escape[1]}`)] : [];
  return { keys: escapes > 0 ? Array.from({ length: escapes }, () => named('Escape')) : meta, pending: noPendingInput };
};
