/** grep beyond what its rows against the real one show: its looks on a terminal, its wordings, and patterns that would hang others. */
import { describe, expect, it } from 'vitest';
import { createBuffer, emptyReader, type Writer } from '../../src/os/stream.ts';
import { createShell, run } from '../front-door.ts';

/** What a line writes on a terminal, piece by piece, with the roles. */
const pieces = async (line: string): Promise<readonly string[]> => {
  const seen: string[] = [];
  const screen: Writer = {
    ...createBuffer(),
    isTty: true,
    write: async (text, style) => {
      seen.push(style?.role ? `${style.role}:${text}` : text);
    },
  };
  await createShell().machine.session.run(line, { stdin: emptyReader, stdout: screen, stderr: screen }).finished;
  return seen;
};

describe('on a terminal', () => {
  it('what matches stands out', async () => {
    expect(await pieces('grep -o Fog talks/fogconf')).toEqual(['match:Fog', '\n', 'match:Fog', '\n']);
    expect(await pieces('grep story talks/fogconf')).toEqual(['Fog, a love ', 'match:story', '\n']);
  });

  it('names, numbers and separators have looks of their own', async () => {
    expect(await pieces('grep -Hn story talks/fogconf')).toEqual([
      ...['accent:talks/fogconf', 'muted::', 'good:1', 'muted::'],
      ...['Fog, a love ', 'match:story', '\n'],
    ]);
  });

  it('nothing does where it is not wanted, or not seen', async () => {
    expect(await pieces('grep --color=never story talks/fogconf')).toEqual(['Fog, a love story\n']);
    expect((await run('grep --color=always story talks/fogconf')).stdout).toBe('Fog, a love story\n');
  });
});

describe('a pattern that is wrong', () => {
  it.each([
    ["grep -E '('", 'grep: Unmatched ( or \\(\n'],
    ["grep '\\('", 'grep: Unmatched ( or \\(\n'],
    ["grep '['", 'grep: Unmatched [, [^, [:, [., or [=\n'],
    ["grep 'a\\{1'", 'grep: Unmatched \\{\n'],
    ['grep -A x a', 'grep: x: invalid context length argument\n'],
  ])('%s', async (line, message) => {
    expect(await run(`${line} about`)).toMatchObject({ stderr: message, status: 2 });
  });
});

describe('a pattern that is costly', () => {
  it.each(["'(a+)+$'", "'(a|a)*b'", "'(x+x+)+y'", "'^(([a-z])+.)+[A-Z]([a-z])+$'", "'(.*)*='"])('%s ends', async (pattern) => {
    const { status } = await run(`printf 'a%.0s' {1..2000} | grep -E ${pattern}`);
    expect([0, 1]).toContain(status);
  });

  it('says so when it is too costly', async () => {
    const { stderr, status } = await run(`printf 'a%.0s' {1..5000} | grep -E '(a*)(a*)(a*)\\1\\2\\3b'`);
    expect({ stderr, status }).toEqual({ stderr: 'grep: Regular expression too complex (MAX_REGEX_STEPS)\n', status: 2 });
  });
});

describe('below directories', () => {
  it('files come by name', async () => {
    expect((await run('grep -rl Tower . ; grep -rl Harbour jobs')).stdout).toBe(
      'jobs/dock\njobs/southlight-junior\njobs/southlight-lead\n',
    );
  });

  it('a bare slug is found all the same', async () => {
    expect((await run('cd talks; grep -c Harbour dock')).stdout).toBe('1\n');
  });
});
