/** Formats of printf(3) as text: what is literal, and where a value goes (POSIX XBD 5). */

/** Where a value goes. `*` takes width or precision from the values. */
export interface Directive {
  /** As it was written. */
  readonly source: string;
  readonly flags: string;
  readonly width: number | '*' | undefined;
  readonly precision: number | '*' | undefined;
  /** Its letter; empty when the format ended before it. */
  readonly conversion: string;
  /** What `%(…)T` has between its parentheses. */
  readonly time: string | undefined;
}

/** A literal text (escapes untouched) or a directive. */
export type FormatPart = string | Directive;

/** How a value is set: width in characters of the output, already resolved. */
export interface Layout {
  readonly left: boolean;
  readonly plus: boolean;
  readonly space: boolean;
  readonly alternate: boolean;
  readonly zero: boolean;
  readonly width: number;
  readonly precision: number | undefined;
}

const withLengths = /%([-+ #0']*)(\*|\d+)?(?:\.(\*|\d*))?[hlLjzt]*(?:\(([^)]*)\)(?=T))?(.?)/suy;
const withoutLengths = /%([-+ #0']*)(\*|\d+)?(?:\.(\*|\d*))?()(.?)/suy;

const size = (text: string | undefined): number | '*' | undefined => (text === undefined ? undefined : text === '*' ? '*' : Number(text));

/**
 * Splits a format; `%%` becomes the literal text `%`, escapes are left alone. C's length modifiers (`%ld`) are passed over, unless
 * their letters are directives of their own, as in `stat`.
 */
export const parseFormat = (format: string, lengths = true): FormatPart[] => {
  const directive = lengths ? withLengths : withoutLengths;
  const parts: FormatPart[] = [];
  let at = 0;
  for (let percent = format.indexOf('%'); percent >= 0; percent = format.indexOf('%', at)) {
    if (percent > at) parts.push(format.slice(at, percent));
    directive.lastIndex = percent;
    const [source = '%', flags = '', width, precision, time, conversion = ''] = directive.exec(format) ?? [];
    at = percent + source.length;
    if (source === '%%') parts.push('%');
    else parts.push({ source, flags, width: size(width), precision: size(precision), conversion, time });
  }
  if (at < format.length) parts.push(format.slice(at));
  return parts;
};

/** The layout of a directive, given what its `*`s stand for: a negative width means left, a negative precision none. */
export const layoutOf = ({ flags }: Directive, width: number, precision: number | undefined): Layout => ({
  left: flags.includes('-') || width < 0,
  plus: flags.includes('+'),
  space: flags.includes(' '),
  alternate: flags.includes('#'),
  zero: flags.includes('0'),
  width: Math.abs(width),
  precision: precision !== undefined && precision < 0 ? undefined : precision,
});
