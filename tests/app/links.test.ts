/** What a link may run without Enter: what only reads, and ends by itself. */
import { describe, expect, it } from 'vitest';
import { isLinkable } from '../../src/app/links.ts';
import { createRegistry } from '../../src/app/registry.ts';
import { linkTo, readLink, refusalOf } from '../../src/career/link.ts';
import { fixture } from '../fixtures/resume.ts';

const commands = createRegistry(fixture);

describe('a linked line runs by itself', () => {
  it.each([
    'whoami',
    'ls',
    'ls jobs',
    'cat tiktok',
    'cat jobs/*',
    "cat 'jobs/tiktok'",
    'cat ~/about',
    'cat jobs/* | grep -c Go',
    'cat about | head -n 2 | wc',
    'grep -n Go jobs/tiktok',
    'git log',
    'timeline',
    'help ls',
    'cat --nonesuch',
  ])('%s', async (line) => expect(await isLinkable(line, commands)).toBe(true));
});

describe('a linked line waits for Enter', () => {
  it.each([
    // It would not end by itself.
    'cat',
    'cat -',
    'cat about -',
    'head',
    'head -n 3',
    'wc',
    'grep Go',
    'grep -n Go -',
    'cat /dev/zero',
    'cat /dev/./zero',
    'cat ../../dev/zero',
    'cat ~/../../dev/urandom',
    'cat /d*/zero',
    'cat ../../*/zero',
    'cat ~/../../*/zero',
    'cat jobs/../../../dev/tty',
    'yes',
    'tail -f about',
    'sleep 100000',
    // More is run than is shown.
    'cat {1..100000}',
    'cat {a,b}',
    'cat a{a,b}',
    'cat $HOME',
    'cat $(yes)',
    'cat `yes`',
    'cat $((1))',
    'cat "$HOME"',
    'cat <(yes)',
    '"c"at about && yes',
    // It is no one reading command.
    'cat about; ls',
    'cat about & ls',
    'cat about &',
    '! cat about',
    'time cat about',
    'x=1 cat about',
    'cat about > file',
    'cat < about',
    '{ cat about; }',
    '(cat about)',
    'for i in 1; do cat about; done',
    'cat about | tee file',
    'cat about | sh',
    'echo hello',
    'rm about',
    'open https://example.org/',
    'theme day',
    'cat "unclosed',
    '',
  ])('%s', async (line) => expect(await isLinkable(line, commands)).toBe(false));
});

describe('the address of a line', () => {
  it.each(['cat jobs/* | grep -c Go', 'echo "a b" # c', 'echo 100%', 'cat é', 'a'.repeat(500)])('holds %s as the page reads it', (line) => {
    expect(readLink(new URL(linkTo('https://example.org/', line)).hash)).toEqual({ line });
  });

  it.each([
    ['a'.repeat(501), /longer than 500/],
    ['echo \u200b', /characters that do not belong/],
    ['echo \u202e', /characters that do not belong/],
    ['echo \x1b[31m', /characters that do not belong/],
    ['echo \ud800', /characters that do not belong/],
  ])('cannot hold %j', (line, why) => expect(refusalOf(line)).toMatch(why));
});
