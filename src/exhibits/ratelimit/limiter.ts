/** Three ways to limit a rate: a bucket of tokens, a sliding window, a number of slots. Times are in milliseconds. */

/** The rules: over time each lets about five requests a second through. */
export const RULES = {
  /** Tokens a second, and tokens that the bucket holds. */
  rate: 5,
  burst: 10,
  /** Requests in any span of time. */
  limit: 10,
  span: 2000,
  /** Handlers at once. */
  slots: 4,
} as const;

/** What can be left out, to see why it is there. */
export const parts = ['recovery', 'release', 'sliding', 'cap'] as const;

/** A part of the mechanism. */
export type Part = (typeof parts)[number];

/** The state of a limiter. */
export type Limiter =
  | { readonly kind: 'bucket'; readonly tokens: number; readonly at: number }
  | { readonly kind: 'window'; readonly times: readonly number[] }
  | { readonly kind: 'slots'; readonly used: number };

/** Which limiter. */
export type Kind = Limiter['kind'];

/** All of them, in the order in which they are shown. */
export const kinds: readonly Kind[] = ['bucket', 'window', 'slots'];

/** A limiter at rest. */
export const createLimiter = (kind: Kind, now: number): Limiter => {
  switch (kind) {
    case 'bucket':
      return { kind, tokens: RULES.burst, at: now };
    case 'window':
      return { kind, times: [] };
    case 'slots':
      return { kind, used: 0 };
  }
};

/** Whether a time counts in the window that ends now: a sliding one, or one that begins anew at fixed moments. */
const counts = (time: number, now: number, sliding: boolean): boolean =>
  sliding ? time > now - RULES.span : Math.floor(time / RULES.span) === Math.floor(now / RULES.span);

/** The limiter at a later moment: the bucket filled, old times forgotten. */
export const settled = (limiter: Limiter, now: number, on: ReadonlySet<Part>): Limiter => {
  switch (limiter.kind) {
    case 'bucket': {
      const tokens = limiter.tokens + (RULES.rate * (now - limiter.at)) / 1000;
      return { ...limiter, tokens: on.has('cap') ? Math.min(RULES.burst, tokens) : tokens, at: now };
    }
    case 'window':
      return { ...limiter, times: limiter.times.filter((time) => counts(time, now, on.has('sliding'))) };
    case 'slots':
      return limiter;
  }
};

/** The limiter after it has let a request through, which it may not have done yet; undefined if it refuses. It must be settled. */
export const admitted = (limiter: Limiter, now: number): Limiter | undefined => {
  switch (limiter.kind) {
    case 'bucket':
      return limiter.tokens >= 1 ? { ...limiter, tokens: limiter.tokens - 1 } : undefined;
    case 'window':
      return limiter.times.length < RULES.limit ? { ...limiter, times: [...limiter.times, now] } : undefined;
    case 'slots':
      return limiter.used < RULES.slots ? { ...limiter, used: limiter.used + 1 } : undefined;
  }
};

/** The limiter after a handler has ended. */
export const released = (limiter: Limiter): Limiter =>
  limiter.kind === 'slots' ? { ...limiter, used: Math.max(0, limiter.used - 1) } : limiter;
