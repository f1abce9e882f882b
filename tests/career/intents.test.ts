import { describe, expect, test } from 'vitest';
import { resume } from '../../data/resume.ts';
import { intent, isEnglish } from '../../src/career/intents.ts';
import { cells } from '../../src/term/width.ts';
import { fixture } from '../fixtures/resume.ts';
import { createShell } from '../front-door.ts';

const meaning = (line: string, resume = fixture): string | undefined => intent(line.split(' '), resume);

describe('English words lead to a line', () => {
  test.each([
    ['jobs at northlight', 'cat northlight'],
    ['show me dock', 'cat dock'],
    ['Show me South Light, please', 'cat south-light'],
    ['what did you do at North Light?', 'cat north-light'],
    ['northlight', 'cat northlight'],
    ['NORTHLIGHT', 'cat northlight'],
    ['résumé', 'resume'],
    ['the cv', 'resume'],
    ['how can I contact you?', 'contact'],
    ['hire', undefined],
    ['I want to hire you', 'hire'],
    ['experience', 'ls jobs'],
    ['work', 'ls jobs'],
    ['skills', 'tech'],
    ['where did you use redis', 'tech Redis'],
    ['go', 'tech Go'],
    ['education', 'cat education/*'],
    ['who are you', 'whoami'],
    ['tell me about yourself', 'whoami'],
    ['hello', 'whoami'],
    ['about', 'cat about'],
    ['games', 'ls exhibits'],
    ['talks', 'ls talks'],
  ])('%s → %s', (line, expected) => {
    expect(meaning(line)).toBe(expected);
  });

  test.each(['xyzzy', 'toString', '__proto__', 'constructor', 'cat northlight | head', '$HOME', '', 'a b c d e f g h i j k dock m'])(
    '%j means nothing',
    (line) => {
      expect(meaning(line)).toBeUndefined();
    },
  );

  test('what is not in the résumé leads elsewhere or nowhere', () => {
    const { contacts: _contacts, ...person } = fixture.person;
    const bare = { ...fixture, person, jobs: [], education: [], talks: [], projects: [], systems: [] };
    expect(meaning('contact', bare)).toBe('hire');
    expect(meaning('skills', bare)).toBeUndefined();
    expect(meaning('experience', bare)).toBeUndefined();
    expect(meaning('northlight', bare)).toBeUndefined();
  });

  test('a line that begins with a command may still be English', () => {
    expect(isEnglish(['jobs', 'at', 'northlight'])).toBe(true);
    expect(isEnglish(['who', 'are', 'you'])).toBe(true);
    expect(isEnglish(['jobs', '-l'])).toBe(false);
    expect(isEnglish(['cat', 'dock'])).toBe(false);
  });
});

describe('a word that people type is answered, and never with an error', () => {
  const said =
    'contact email skills experience education linkedin salary pdf hire phone projects about resume cv work github hello hi start menu ? talks employer skillz expirience'.split(
      ' ',
    );
  test.each([104, 80, 40].flatMap((columns) => said.map((line) => ({ line, columns }))))(
    '$line at $columns columns',
    async ({ line, columns }) => {
      const answer = await createShell({ resume, interactive: true }).show(line, columns);
      expect(answer).not.toMatch(/not found|No such file/);
      expect(answer.trim()).not.toBe('');
      for (const row of answer.split('\n')) expect(cells(row)).toBeLessThanOrEqual(columns);
    },
  );

  test('what the résumé does not give is said to be missing, with what can be done instead', async () => {
    const { show } = createShell({ resume, interactive: true });
    for (const line of ['contact', 'email', 'my phone number', 'linkedin']) {
      const answer = await show(line, 104);
      expect(answer).toContain('This résumé names no address, phone or profile.');
      for (const step of ['hire', 'share', 'download pdf']) expect(answer).toMatch(new RegExp(`^ {26}${step} `, 'm'));
    }
    expect(await show('salary', 104)).toMatch(/^No salary given {11}This résumé names no figure/);
  });

  test('into a pipe the error is that of any shell', async () => {
    const { stderr, status } = await createShell({ resume, interactive: true }).run('skills');
    expect({ stderr, status }).toEqual({ stderr: "skills: command not found\ndid you mean 'tech'?\n", status: 127 });
  });
});
