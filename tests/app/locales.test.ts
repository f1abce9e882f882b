/** The language of messages: which variable chooses it, and from when on. */
import { describe, expect, it } from 'vitest';
import { localeOf } from '../../src/app/locales.ts';
import { createShell } from '../front-door.ts';

const english = 'cat: nothing: No such file or directory\n';
const indonesian = 'cat: nothing: Tidak ada berkas atau direktori seperti itu\n';

describe('the language of messages', () => {
  it.each([
    ['cat nothing', english],
    ['LANG=id cat nothing', indonesian],
    ['LANG=id_ID.UTF-8 cat nothing', indonesian],
    ['LANG=id_ID.UTF-8@latin cat nothing', indonesian],
    ['LC_MESSAGES=id LANG=en cat nothing', indonesian],
    ['LC_ALL=C LC_MESSAGES=id LANG=id cat nothing', english],
    ['LC_ALL= LC_MESSAGES= LANG=id cat nothing', indonesian],
    ['LANG=POSIX cat nothing', english],
    ['LANG=tlh cat nothing', english],
    ['LANG=__proto__ cat nothing', english],
    ['LANG= cat nothing', english],
    ['unset LANG; cat nothing', english],
    ['LANG=id; cat nothing', indonesian],
    ['export LC_ALL=id; cat nothing', indonesian],
    ['LANG=id true; cat nothing', english],
    ['(LANG=id; true); cat nothing', english],
    ['env LANG=id cat nothing', indonesian],
  ])('is chosen as POSIX 8.2 has it: %s', async (line, stderr) => {
    expect(await createShell().run(line)).toEqual({ stdout: '', stderr, status: 1 });
  });

  it('is each command’s own, beside others in a pipeline', async () => {
    const shell = createShell();
    for (let time = 0; time < 2; time++) {
      expect((await shell.run('LANG=id cat nothing | cat')).stderr).toBe(indonesian);
      expect((await shell.run('true | LANG=id cat nothing')).stderr).toBe(indonesian);
      expect((await shell.run('cat nothing')).stderr).toBe(english);
    }
  });

  it('lasts from line to line, and changes back', async () => {
    const shell = createShell();
    await shell.run('LANG=id');
    expect((await shell.run('nothing')).stderr).toBe('nothing: perintah tidak ditemukan\n');
    expect((await shell.run('if; then')).stderr).toContain('cvsh: galat sintaksis di dekat token tidak terduga');
    await shell.run('LANG=C');
    expect((await shell.run('nothing')).stderr).toBe('nothing: command not found\n');
  });

  it('is the first of the visitor’s languages that is here', async () => {
    const langOf = async (...languages: string[]): Promise<string> =>
      (await createShell({ host: { languages } }).run('echo $LANG; cat nothing 2>&1')).stdout;
    expect(await langOf('id-ID', 'en')).toBe(`id_ID.UTF-8\n${indonesian}`);
    expect(await langOf('tlh', 'id')).toBe(`id_ID.UTF-8\n${indonesian}`);
    expect(await langOf('en-GB', 'id')).toBe(`C.UTF-8\n${english}`);
    expect(await langOf('tlh')).toBe(`C.UTF-8\n${english}`);
  });

  it('is that of help and manual too', async () => {
    expect((await createShell().run('LANG=id man cat | head -n 1')).stdout).toContain('manual cvsh');
    expect((await createShell().run('LANG=id cat --help')).stdout).toMatch(/^penggunaan: cat/);
    expect((await createShell().run('LANG=id cat --nonsense')).stderr).toContain("opsi '--nonsense' tidak dikenal");
  });
});

it.each([
  ['en', 'C.UTF-8'],
  ['id', 'id_ID.UTF-8'],
  ['jv', 'jv_ID.UTF-8'],
  ['pt-PT', 'pt_PT.UTF-8'],
  ['zh-Hant', 'zh_TW.UTF-8'],
])('the language %s is the locale %s', (language, locale) => {
  expect(localeOf(language)).toBe(locale);
});
