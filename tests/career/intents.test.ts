import { describe, expect, test } from 'vitest';
import { intent, isEnglish } from '../../src/career/intents.ts';
import { fixture } from '../fixtures/resume.ts';

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
