/** The language of messages: utilities and the shell speak English, whatever the variables of POSIX 8.2 say; LANG tells the visitor's. */
import { describe, expect, it } from 'vitest';
import { resume } from '../../data/resume.ts';
import { createAssistant } from '../../src/app/editing/assistant.ts';
import { localeOf, speechFor } from '../../src/app/languages.ts';
import ratelimit from '../../src/exhibits/ratelimit.ts';
import { runCommand } from '../../src/os/run.ts';
import { createShell } from '../front-door.ts';
import { createTestProcess } from '../tui/process.ts';
import { createTestScreen, fakeHost } from '../tui/screen.ts';

const english = 'cat: nope: No such file or directory\n';

describe('utilities, builtins and the shell', () => {
  it.each([
    'LANG=id_ID.UTF-8 cat nope',
    'export LC_ALL=id_ID.UTF-8; cat nope',
    'LC_ALL=id_ID.UTF-8 sleep 0.01 | cat nope',
    'LC_ALL=C; LC_ALL=id_ID.UTF-8 sleep 0.01 | cat nope',
    'LC_ALL=id_ID.UTF-8; true | LC_ALL=C sleep 0.01 | cat nope',
  ])('speak English: %s', async (line) => {
    const { stdout, stderr } = await createShell({ host: { languages: ['id-ID'] } }).run(line);
    expect([stdout, stderr]).toEqual(['', english]);
  });

  it('have their usage and their manual in English', async () => {
    const shell = createShell();
    await shell.run('LANG=id_ID.UTF-8');
    expect((await shell.run('nothing')).stderr).toBe('nothing: command not found\n');
    expect((await shell.run('if; then')).stderr).toContain('cvsh: syntax error near unexpected token');
    expect((await shell.run('cat --help')).stdout).toMatch(/^usage: cat/);
    expect((await shell.run('man cat | head -n 1')).stdout).toContain('cvsh manual');
  });
});

describe('an Indonesian session', () => {
  const session = () => createShell({ resume, host: { languages: ['id-ID', 'en'] } });

  it('has help, its topics, keys and summaries in Indonesian', async () => {
    const shell = session();
    expect(await shell.show('help', 99)).toMatch(/^Ketik/);
    expect(await shell.show('help files', 100)).toMatch(/^Berkas\n[\s\S]*\bcp +Salin /);
    expect(await shell.show('help access', 100)).toMatch(/^Dengan pembaca layar/);
  });

  it('reads the résumé’s headings, labels and dates in Indonesian on the terminal, and the file as it is', async () => {
    const shell = session();
    expect(await shell.show('cat tiktok', 99)).toMatch(/TikTok[\s\S]* · 2025 – sekarang {2}● AKTIF\n/);
    expect((await shell.run('cat tiktok')).stdout).toMatch(/^Years: 2025 – now$/m);
    expect(await shell.show('resume', 100)).toMatch(/^PENGALAMAN\n─+\n[\s\S]*^PENDIDIKAN\n/m);
    expect(await shell.show('whoami', 99)).toMatch(/^Sejak 2017 · .* · sekarang /m);
    expect(await shell.show('timeline', 100)).toContain('– sekarang');
  });

  it('plays exhibits in Indonesian, on the screen and in a pipe', async () => {
    expect((await session().run('ratelimit --seed 7 | tail -n 1')).stdout).toContain('batas terjaga');
    const screen = createTestScreen(100, 30);
    const host = fakeHost();
    void runCommand(ratelimit, createTestProcess(['ratelimit', '--seed', '7'], { screen, host, language: 'id_ID.UTF-8' }));
    await speechFor(['id']);
    await host.pass(0);
    expect(screen.text()).toMatch(/bantuan[\s\S]*keluar/);
    await screen.type('?');
    expect(screen.text()).toContain('cara kerjanya');
  });

  it('keeps errors, usage and what imitates a format in English', async () => {
    const shell = session();
    expect((await shell.run('cat nope')).stderr).toBe(english);
    expect((await shell.run('ratelimit --seed x')).stderr).toMatch(/^ratelimit: invalid seed: 'x'\nusage: ratelimit /);
    expect((await shell.run('git log --oneline | head -n 1; systemctl is-active tiktok')).stdout).toMatch(/HEAD -> [\s\S]*\nactive\n$/);
  });

  it('describes what can be completed in Indonesian', async () => {
    const { complete } = createAssistant(session().machine);
    const described = async (line: string) => (await complete(line, line.length)).candidates.map(({ description }) => description);
    expect(await described('timel')).toEqual([expect.stringMatching(/^Gambarkan /)]);
    expect(await described('cat jobs/tik')).toEqual([['TikTok', 'Software Engineer', '2025 – sekarang']]);
  });

  it('goes back to English for a command, and for good', async () => {
    const shell = session();
    expect((await shell.run('LC_ALL=C help')).stdout).toMatch(/^Type/);
    expect((await shell.run('help')).stdout).toMatch(/^Ketik/);
    await shell.run('LANG=C');
    expect((await shell.run('help')).stdout).toMatch(/^Type/);
  });
});

it('a command’s language is its own: two speak side by side in one pipeline', async () => {
  const { stdout } = await createShell().run('LC_ALL=id_ID.UTF-8 help | cat - <(help) | grep -oE "^(Ketik|Type)"');
  expect(stdout).toBe('Ketik\nType\n');
});

it('LANG is the first of the visitor’s languages that is here', async () => {
  const langOf = async (...languages: string[]): Promise<string> => (await createShell({ host: { languages } }).run('echo $LANG')).stdout;
  expect(await langOf('id-ID', 'en')).toBe('id_ID.UTF-8\n');
  expect(await langOf('tlh', 'id')).toBe('id_ID.UTF-8\n');
  expect(await langOf('en-GB', 'id')).toBe('C.UTF-8\n');
  expect(await langOf('tlh')).toBe('C.UTF-8\n');
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
