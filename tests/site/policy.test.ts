/** The page's policy: what it lets a page ask is the site itself, and the game servers that the build was told of. */
import { expect, test, vi } from 'vitest';
import { contentSecurityPolicy, headersFile } from '../../src/site/policy.ts';

const connect = (server: string): readonly string[] => {
  vi.stubEnv('GAME_SERVER', server);
  try {
    return contentSecurityPolicy('sha256-x').filter((rule) => rule.startsWith('connect-src'));
  } finally {
    vi.unstubAllEnvs();
  }
};

test.each([
  ['', "connect-src 'self'"],
  ['ws://localhost:8787', "connect-src 'self' ws://localhost:8787"],
  ['wss://games.example.org ws://[::1]:9000', "connect-src 'self' wss://games.example.org ws://[::1]:9000"],
  ["https://example.org *; script-src 'unsafe-inline'", "connect-src 'self'"],
])('with GAME_SERVER=%s a page may ask: %s', (server, rule) => {
  expect(connect(server)).toEqual([rule]);
});

test('the headers say the same as the page', () => {
  const [, policy = ''] = /Content-Security-Policy: (.*)/.exec(headersFile('sha256-x')) ?? [];
  expect(policy.split('; ')).toEqual([...contentSecurityPolicy('sha256-x'), "frame-ancestors 'none'"]);
});
