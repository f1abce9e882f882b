/** open: a web address in a new place, or an entry as it reads. */
import { describe, expect, test } from 'vitest';
import { createShell } from '../front-door.ts';

describe('open', () => {
  const opened: string[] = [];
  const host = (answer: Promise<boolean> | undefined) => ({
    open: (url: string) => {
      opened.push(url);
      return answer;
    },
  });

  test.each([
    ['open https://example.org/', undefined, ''],
    ['open https://example.org/', Promise.resolve(true), ''],
    ['open https://example.org/', Promise.resolve(false), 'open: https://example.org/: nothing here opens it\n'],
    ['open', undefined, "open: missing operand\nTry 'open --help' for more information.\n"],
    ["open ''", undefined, 'open: : No such file or directory\n'],
    ['open nosuch', undefined, 'open: nosuch: No such file or directory\n'],
    ['open javascript:alert', undefined, 'open: javascript:alert: not an address that may be opened\n'],
  ])('`%s` (%#)', async (line, answer, output) => {
    opened.length = 0;
    const { stdout, stderr } = await createShell({ host: host(answer) }).run(line);
    expect(stdout + stderr).toBe(output);
    expect(opened).toEqual(line.includes('https:') ? ['https://example.org/'] : []);
  });
});
