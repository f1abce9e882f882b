/** The shell under Node: the environment chooses the language of what the product says, and no error of a utility. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const cvsh = (args: readonly string[], env: Readonly<Record<string, string>>): string => {
  const { LANG: _lang, LC_ALL: _all, LC_MESSAGES: _messages, ...rest } = process.env;
  const { stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, '../../src/node/launch.mjs'), ...args], {
    encoding: 'utf8',
    env: { ...rest, ...env },
  });
  return stdout + stderr;
};

test.each([
  [{}, 'C.UTF-8'],
  [{ LANG: 'en_GB.UTF-8' }, 'C.UTF-8'],
  [{ LANG: 'id_ID.UTF-8' }, 'id_ID.UTF-8'],
  [{ LANG: 'id_ID.UTF-8', LC_ALL: 'C' }, 'C.UTF-8'],
])('%j', (env, lang) => {
  expect(cvsh(['-c', 'echo $LANG; cat nothing'], env)).toBe(`${lang}\ncat: nothing: No such file or directory\n`);
});

test('a command’s own language changes nothing for those beside it', () => {
  expect(cvsh(['-c', 'LC_ALL=id_ID.UTF-8 sleep 1 | cat nope'], { LC_ALL: 'C' })).toBe('cat: nope: No such file or directory\n');
});

test('its own usage is English', () => {
  expect(cvsh(['--help'], { LANG: 'id' })).toMatch(/^usage: cvsh \[-c LINE/);
  expect(cvsh(['--export'], { LANG: 'id' })).toMatch(/^cvsh: --export requires one directory\nusage: /);
});
