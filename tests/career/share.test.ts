/** Links to the page and its entries, and the line for a terminal. */
import { describe, expect, test } from 'vitest';
import { readLink } from '../../src/career/link.ts';
import { fixture } from '../fixtures/resume.ts';
import { createShell, type ShellOptions } from '../front-door.ts';

const address = 'https://example.org/cv/';

const share = async (line: string, options: ShellOptions = { host: { address } }): Promise<string> => {
  const { stdout, stderr } = await createShell(options).run(line);
  return stdout + stderr;
};

describe('share', () => {
  test.each([
    ['share curl', 'curl https://example.org/cv/resume.ans\n'],
    ['share -n', 'https://example.org/cv/\n'],
    ['share -n cat northlight', 'https://example.org/cv/jobs/northlight/\n'],
    ['share -n cat jobs/dock', 'https://example.org/cv/#cat%20jobs/dock\n'],
    ['share -n ls -l jobs', 'https://example.org/cv/#ls%20-l%20jobs\n'],
    ['share -n cat south-light', 'https://example.org/cv/#cat%20south-light\n'],
  ])('`%s`', async (line, output) => {
    expect(await share(line)).toBe(output);
  });

  test.each(['ls -l jobs/*', 'echo "50% & #1, ü" | tr a-z A-Z'])('what it makes of `%s` brings just that line', async (line) => {
    const { hash } = new URL((await share(`share -n '${line}'`)).trim());
    expect(readLink(hash)).toEqual({ line });
  });

  test('in a terminal, where no page is open, the data’s own address serves', async () => {
    expect(await share('share curl', { resume: { ...fixture, site: 'https://ada.example/' } })).toBe(
      'curl https://ada.example/resume.ans\n',
    );
  });

  test('without any address it says so', async () => {
    expect(await share('share curl', {})).toBe('share: sharing a link cannot be done here; the page in a browser has an address\n');
  });
});
