/** Backslash escapes as `printf`, its `%b` and `echo -e` read them (POSIX XCU printf and echo; bash's `\x`, `\u`, `\U`, `\e`). */

/** Whose escapes: the three differ in `\c`, in octal numbers and in quotes. */
export type EscapeDialect = 'format' | 'argument' | 'echo';

/** What escapes became. `stopped`: a `\c` ends all output here. `problems` are bash's complaints. */
export interface Unescaped {
  readonly text: string;
  readonly stopped: boolean;
  readonly problems: readonly string[];
}

const letters = new Map(
  Object.entries({ a: '\x07', b: '\b', e: '\x1b', E: '\x1b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '\\': '\\' }),
);

const octal = { format: /^[0-7]{1,3}/, argument: /^(?:0[0-7]{0,3}|[1-7][0-7]{0,2})/, echo: /^0[0-7]{0,3}/ } as const;

const hexadecimal = new Map([
  ['x', /^[0-9a-fA-F]{1,2}/],
  ['u', /^[0-9a-fA-F]{1,4}/],
  ['U', /^[0-9a-fA-F]{1,8}/],
]);

/** A byte above ASCII waits as a lone surrogate (U+DC80 to U+DCFF) until its neighbours are known. */
const byte = (value: number): string => String.fromCharCode((value & 0xff) < 0x80 ? value & 0xff : 0xdc00 + (value & 0xff));

const decoder = new TextDecoder('utf-8');

const joinBytes = (text: string): string =>
  text.replace(/[\udc80-\udcff]+/gu, (run) => decoder.decode(Uint8Array.from(run, (unit) => unit.charCodeAt(0) - 0xdc00)));

interface Escape {
  readonly text: string;
  readonly length: number;
  readonly problem?: string;
}

/** The escape that `rest` holds after its backslash. */
const readEscape = (rest: string, dialect: EscapeDialect): Escape => {
  const letter = rest.charAt(0);
  const plain = letters.get(letter);
  if (plain !== undefined) return { text: plain, length: 1 };
  const digits = octal[dialect].exec(rest)?.[0];
  if (digits !== undefined) return { text: byte(Number.parseInt(digits, 8)), length: digits.length };
  if (dialect === 'format' && /["'?]/.test(letter)) return { text: letter, length: 1 };
  const hex = hexadecimal.get(letter);
  if (!hex) return { text: `\\${letter}`, length: letter.length };
  const code = hex.exec(rest.slice(1))?.[0];
  if (code === undefined) {
    const problem = letter === 'x' ? 'missing hex digit for \\x' : `missing unicode digit for \\${letter}`;
    return { text: `\\${letter}`, length: 1, problem };
  }
  const value = Number.parseInt(code, 16);
  const text = letter === 'x' ? byte(value) : value > 0x10ffff ? '\ufffd' : String.fromCodePoint(value);
  return { text, length: code.length + 1 };
};

/** Replaces the escapes in `text`; what is no escape stays as it is. */
export const expandEscapes = (text: string, dialect: EscapeDialect): Unescaped => {
  const parts: string[] = [];
  const problems: string[] = [];
  let at = 0;
  for (let slash = text.indexOf('\\'); slash >= 0; slash = text.indexOf('\\', at)) {
    parts.push(text.slice(at, slash));
    if (dialect !== 'format' && text[slash + 1] === 'c') return { text: joinBytes(parts.join('')), stopped: true, problems };
    const found = readEscape(text.slice(slash + 1, slash + 10), dialect);
    parts.push(found.text);
    if (found.problem !== undefined) problems.push(found.problem);
    at = slash + 1 + found.length;
  }
  parts.push(text.slice(at));
  return { text: joinBytes(parts.join('')), stopped: false, problems };
};
