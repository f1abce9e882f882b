import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openHistory } from '../../src/app/store/history.ts';
import { fileStorage, stateHome } from '../../src/node/host/storage.ts';
import { testHost } from '../host.ts';

let home = '';

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'cvsh-state-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

test('a value outlasts the storage that kept it, in a file that only its owner reads', () => {
  expect(fileStorage(home).set('cvsh:history:a', 'ls jobs\ncat é')).toBe(true);
  expect(fileStorage(home).get('cvsh:history:a')).toBe('ls jobs\ncat é');
  expect(readFileSync(join(home, 'cvsh', 'history', 'a'), 'utf8')).toBe('ls jobs\ncat é');
  expect(statSync(join(home, 'cvsh', 'history', 'a')).mode & 0o777).toBe(0o600);
});

test('keys are found by their beginning', () => {
  const storage = fileStorage(home);
  for (const key of ['cvsh:settings', 'cvsh:history:1', 'cvsh:history:2', 'other:1']) storage.set(key, 'x');
  expect([...storage.keys('cvsh:history:')].sort()).toEqual(['cvsh:history:1', 'cvsh:history:2']);
  expect(storage.keys('nothing:')).toEqual([]);
  storage.remove('cvsh:history:1');
  storage.remove('cvsh:history:never');
  expect(storage.keys('cvsh:history:')).toEqual(['cvsh:history:2']);
});

test.each(['..:..:etc', '../up', 'a::b', '', 'a:b/c', 'a:\0', '__proto__:.'])('%j is no key: nothing is read or written', (key) => {
  const storage = fileStorage(home);
  expect(storage.set(key, 'x')).toBe(false);
  expect(storage.get(key)).toBeUndefined();
  expect(storage.keys(key)).toEqual([]);
});

describe('what is damaged is set aside', () => {
  const cases: readonly (readonly [string, string | Buffer])[] = [
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0])],
    ['a text too long for a value', 'x'.repeat(70_000)],
  ];
  test.each(cases)('%s', (_name, content) => {
    mkdirSync(join(home, 'cvsh'));
    writeFileSync(join(home, 'cvsh', 'settings'), content);
    const storage = fileStorage(home);
    expect(storage.get('cvsh:settings')).toBeUndefined();
    expect(readFileSync(join(home, 'cvsh', 'settings.damaged'))).toEqual(Buffer.from(content));
    expect(storage.keys('cvsh:')).toEqual([]);
    expect(storage.set('cvsh:settings', '{}')).toBe(true);
    expect(storage.get('cvsh:settings')).toBe('{}');
  });

  test('a file where a directory should be', () => {
    writeFileSync(join(home, 'cvsh'), 'a file');
    const storage = fileStorage(home);
    expect(storage.set('cvsh:history:1', 'ls')).toBe(true);
    expect(storage.get('cvsh:history:1')).toBe('ls');
    expect(readFileSync(join(home, 'cvsh.damaged'), 'utf8')).toBe('a file');
  });

  test('a directory where a file should be', () => {
    mkdirSync(join(home, 'cvsh', 'settings'), { recursive: true });
    const storage = fileStorage(home);
    expect(storage.get('cvsh:settings')).toBeUndefined();
    expect(storage.set('cvsh:settings', '{}')).toBe(true);
  });
});

test('where nothing can be written, nothing throws', () => {
  const storage = fileStorage('/dev/null/nowhere');
  expect(storage.set('cvsh:settings', 'x')).toBe(false);
  expect(storage.get('cvsh:settings')).toBeUndefined();
  expect(storage.keys('cvsh:')).toEqual([]);
  storage.remove('cvsh:settings');
});

test('two histories at once keep what both write', () => {
  const one = openHistory(testHost({ storage: fileStorage(home), random: () => 0.1 }));
  const two = openHistory(testHost({ storage: fileStorage(home), random: () => 0.2 }));
  for (let i = 0; i < 20; i++) (i % 2 === 0 ? one : two).add(`line ${i}`);
  const entries = openHistory(testHost({ storage: fileStorage(home) })).entries();
  expect([...entries].sort()).toEqual(Array.from({ length: 20 }, (_, i) => `line ${i}`).sort());
});

test('the state’s home is the environment’s, if that is an absolute path', () => {
  const given = process.env['XDG_STATE_HOME'];
  try {
    process.env['XDG_STATE_HOME'] = '/state';
    expect(stateHome()).toBe('/state');
    process.env['XDG_STATE_HOME'] = 'relative';
    expect(stateHome()).toMatch(/\/\.local\/state$/);
  } finally {
    if (given === undefined) delete process.env['XDG_STATE_HOME'];
    else process.env['XDG_STATE_HOME'] = given;
  }
});
