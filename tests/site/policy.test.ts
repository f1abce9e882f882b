/** The page's policy: what it lets a page ask is the site itself, and the game's server on this machine. */
import { expect, test } from 'vitest';
import { SERVER_PORT } from '../../src/exhibits/tilematch/protocol.ts';
import { contentSecurityPolicy, headersFile } from '../../src/site/policy.ts';

const connect = `connect-src 'self' ws://localhost:${SERVER_PORT} ws://127.0.0.1:${SERVER_PORT}`;

test('a page may ask its own site and the server of tilematch on this machine, and nobody else', () => {
  expect(contentSecurityPolicy('sha256-x').filter((rule) => rule.startsWith('connect-src'))).toEqual([connect]);
});

test('the headers say the same as the page', () => {
  const [, policy = ''] = /Content-Security-Policy: (.*)/.exec(headersFile('sha256-x')) ?? [];
  expect(policy.split('; ')).toEqual([...contentSecurityPolicy('sha256-x'), "frame-ancestors 'none'"]);
});
