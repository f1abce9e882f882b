/** Which pages may open a game: those of this machine, and those that the server was told of. */

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

const isLoopback = (origin: string): boolean => {
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  return /^https?:$/.test(protocol) && loopback.has(hostname);
};

/** Whether a request with this Origin header (RFC 6454) may open a WebSocket. Only a browser sends one, and it cannot be talked out of it. */
export const isWelcome = (origin: string | undefined, others: readonly string[]): boolean =>
  origin === undefined || others.includes(origin) || isLoopback(origin);
