/** What the page may load and do: its Content-Security-Policy, and the headers for hosts that read `_headers`. */

/** The game servers that a page may ask: the addresses in GAME_SERVER, apart by blanks. None unless it is set. */
const servers = (): readonly string[] =>
  (process.env['GAME_SERVER'] ?? '').split(/\s+/).filter((address) => /^wss?:\/\/[\w.:[\]-]+$/.test(address));

/** The policy for a page whose inline script has this hash (CSP 3). */
export const contentSecurityPolicy = (scriptHash: string): readonly string[] => [
  "default-src 'none'",
  `script-src 'self' '${scriptHash}'`,
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  ["connect-src 'self'", ...servers()].join(' '),
  "manifest-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types cvsh',
];

/** The `_headers` file: what a `meta` element cannot carry is here too. */
export const headersFile = (scriptHash: string): string => `/*
  Content-Security-Policy: ${[...contentSecurityPolicy(scriptHash), "frame-ancestors 'none'"].join('; ')}
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
  Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=(), usb=(), clipboard-write=(self), clipboard-read=(self)
  Cross-Origin-Opener-Policy: same-origin

/assets/*
  Cache-Control: public, max-age=31536000, immutable
`;
