/** The shell under Node speaks as the environment says. */
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
  [{}, 'C.UTF-8', 'No such file or directory'],
  [{ LANG: 'en_GB.UTF-8' }, 'C.UTF-8', 'No such file or directory'],
  [{ LANG: 'id_ID.UTF-8' }, 'id_ID.UTF-8', 'Tidak ada berkas atau direktori seperti itu'],
  [{ LANG: 'id_ID.UTF-8', LC_ALL: 'C' }, 'C.UTF-8', 'No such file or directory'],
])('%j', (env, lang, message) => {
  expect(cvsh(['-c', 'echo $LANG; cat nothing'], env)).toBe(`${lang}\ncat: nothing: ${message}\n`);
});

test('its own help too', () => {
  expect(cvsh(['--help'], { LANG: 'id' })).toMatch(/^penggunaan: cvsh \[-c BARIS/);
  expect(cvsh(['--export'], { LANG: 'id' })).toMatch(/^cvsh: --export: satu direktori diperlukan\npenggunaan: /);
});
