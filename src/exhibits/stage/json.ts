/** Checks of JSON that came from somebody else: exactly the fields that are expected, each within its bounds. */

/** Whether a value is what is expected. */
export type Check<T> = (value: unknown) => value is T;

/** What a check lets through. */
export type Checked<C> = C extends Check<infer T> ? T : never;

type Fields = Readonly<Record<string, Check<unknown>>>;

/** Exactly this value. */
export const literal =
  <const T extends string | number | boolean | null>(expected: T): Check<T> =>
  (value): value is T =>
    value === expected;

/** A whole number, both ends included. */
export const whole =
  (from: number, to: number): Check<number> =>
  (value): value is number =>
    Number.isSafeInteger(value) && (value as number) >= from && (value as number) <= to;

/** A string of at most so many units that matches. */
export const text =
  (longest: number, pattern: RegExp): Check<string> =>
  (value): value is string =>
    typeof value === 'string' && value.length <= longest && pattern.test(value);

/** True or false. */
export const flag: Check<boolean> = (value): value is boolean => typeof value === 'boolean';

/** One of several shapes. */
export const either =
  <const C extends readonly Check<unknown>[]>(...checks: C): Check<Checked<C[number]>> =>
  (value): value is Checked<C[number]> =>
    checks.some((check) => check(value));

/** An array of at most so many. */
export const list =
  <T>(most: number, check: Check<T>): Check<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.length <= most && value.every((item) => check(item));

/** An array of two. */
export const two =
  <T>(check: Check<T>): Check<readonly [T, T]> =>
  (value): value is readonly [T, T] =>
    Array.isArray(value) && value.length === 2 && value.every((item) => check(item));

/** An object with these fields and no others. */
export const record =
  <const F extends Fields>(fields: F): Check<{ readonly [K in keyof F]: Checked<F[K]> }> =>
  (value): value is { readonly [K in keyof F]: Checked<F[K]> } => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const names = Object.keys(value);
    if (names.length !== Object.keys(fields).length) return false;
    return names.every((name) => Object.hasOwn(fields, name) && fields[name]?.((value as Record<string, unknown>)[name]));
  };

/** The value that a text of JSON stands for, if it is no longer than `longest` units and passes the check; else undefined. */
export const parse = <T>(json: string, longest: number, check: Check<T>): T | undefined => {
  if (json.length > longest) return undefined;
  try {
    const value: unknown = JSON.parse(json);
    return check(value) ? value : undefined;
  } catch {
    return undefined;
  }
};
