/** The language of messages: utilities and the shell speak English, whatever the variables of POSIX 8.2 say; LANG tells the visitor's. */
import { describe, expect, it } from 'vitest';
import { localeOf } from '../../src/app/languages.ts';
import { createShell } from '../front-door.ts';

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
