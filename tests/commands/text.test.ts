/** The text utilities where they have no counterpart in bash: on a terminal, in their wordings, and at their limits. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeSort } from '../../src/commands/text/sort.ts';
import { parseSet } from '../../src/commands/text/tr/set.ts';
import { fromBytes, toBytes } from '../../src/coreutils/bytes.ts';
import { compareText, compareVersions } from '../../src/coreutils/order.ts';
import { CommandError } from '../../src/os/failure.ts';
import { createBuffer, emptyReader } from '../../src/os/stream.ts';
import { createShell, run } from '../front-door.ts';

const said = async (line: string): Promise<string> => (await run(line)).stderr;
const printed = async (line: string): Promise<string> => (await run(line)).stdout;

describe('cat on a terminal', () => {
  const show = (line: string, columns = 60): Promise<string> => createShell().show(line, columns);

  it('sets an entry for reading, as wide as the terminal is', async () => {
    const wide = await show('cat dock', 100);
    const narrow = await show('cat dock', 20);
    expect(wide).toContain('Deckhand');
    expect(narrow).not.toBe(wide);
    for (const line of narrow.split('\n')) expect(line.length).toBeLessThanOrEqual(20);
  });

  it('sets several entries apart by an empty line', async () => {
    expect(await show('cat dock fogconf')).toBe(`${await show('cat dock')}\n${await show('cat fogconf')}`);
  });

  it('gives every role at an employer, newest first', async () => {
    const both = await show('cat south-light');
    expect(both.indexOf('Lead Keeper')).toBeGreaterThanOrEqual(0);
    expect(both.indexOf('Junior Keeper')).toBeGreaterThan(both.indexOf('Lead Keeper'));
  });

  it('prints the plain text as soon as an option asks for something of it', async () => {
    expect(await show('cat -n dock')).toBe(await printed('cat -n dock'));
  });

  it('prints the plain text into a pipe', async () => {
    expect(await show('cat dock | cat')).toBe(await printed('cat jobs/dock'));
  });
});

describe('a name that is nowhere', () => {
  it.each([
    ['cat x', 'cat: x: No such file or directory\n'],
    ['head x', "head: cannot open 'x' for reading: No such file or directory\n"],
    ['tail x', "tail: cannot open 'x' for reading: No such file or directory\n"],
    ['sort x', 'sort: cannot read: x: No such file or directory\n'],
    ['tac x', "tac: failed to open 'x' for reading: No such file or directory\n"],
    ['fmt x', "fmt: cannot open 'x' for reading: No such file or directory\n"],
    ['sed p x', "sed: can't read x: No such file or directory\n"],
    ['awk 1 x', 'awk: cannot open x (No such file or directory)\n'],
    ['grep a x', 'grep: x: No such file or directory\n'],
    ['jq . x', 'jq: error: Could not open x: No such file or directory\n'],
    ['head jobs', "head: error reading 'jobs': Is a directory\n"],
    ['sort jobs', 'sort: read failed: jobs: Is a directory\n'],
    ['sed p jobs', 'sed: read error on jobs: Is a directory\n'],
  ])('%s', async (line, message) => {
    expect(await said(line)).toBe(message);
  });
});

describe('arguments that make no sense', () => {
  it.each([
    ['head -n x', 'head: invalid number of lines: ‘x’\n'],
    ['cut about', "cut: you must specify a list of bytes, characters, or fields\nTry 'cut --help' for more information.\n"],
    ['cut -f 3-1 about', "cut: invalid decreasing range\nTry 'cut --help' for more information.\n"],
    ['tr a', "tr: missing operand after ‘a’\nTwo strings must be given when translating.\nTry 'tr --help' for more information.\n"],
    ['tr z-a b', "tr: range-endpoints of 'z-a' are in reverse collating sequence order\n"],
    ['sort -k 0 about', 'sort: field number is zero: invalid field specification ‘0’\n'],
    ['sort -nM about', "sort: options '-Mn' are incompatible\n"],
    ['uniq a b c', "uniq: extra operand ‘c’\nTry 'uniq --help' for more information.\n"],
    ['fold -w 0', 'fold: invalid number of columns: ‘0’: Numerical result out of range\n'],
    ['nl -b q', "nl: invalid body numbering style: ‘q’\nTry 'nl --help' for more information.\n"],
    ['od -A q', "od: invalid output address radix 'q'; it must be one character from [doxn]\n"],
    ['wc -y', "wc: invalid option -- 'y'\nusage: wc [OPTION…] [FILE…]\nTry 'wc --help' for more information.\n"],
  ])('%s', async (line, message) => {
    expect(await said(line)).toBe(message);
  });
});

describe('column', () => {
  it.each([
    ['printf "a b c\\nlonger x\\n" | column -t', 'a       b  c\nlonger  x  \n'],
    ['printf "a:b::c\\n:x\\n" | column -t -s :', 'a  b    c\n   x    \n'],
    ['printf "a b\\nccc d\\n" | column -t -o " | "', 'a   | b\nccc | d\n'],
    ['printf "a b\\nccc d\\n" | column -t -N X,YY -R 1', '  X  YY\n  a  b\nccc  d\n'],
    ['seq 7 | column -c 30', '1\t4\t7\n2\t5\n3\t6\n'],
    ['seq 7 | column -x -c 30', '1\t2\t3\n4\t5\t6\n7\n'],
    ['printf "é b\\nlong c\\n日本 d\\n" | column -t', 'é     b\nlong  c\n日本  d\n'],
  ])('%s', async (line, table) => {
    expect(await printed(line)).toBe(table);
  });
});

describe('what we do otherwise than GNU', () => {
  it.each([
    ['head -n 1 dock', 'Deckhand\n', 'a bare slug is found from anywhere'],
    ['cd talks; wc -l dock', '6 dock\n', 'a bare slug is found from anywhere'],
    ['cut -d é -f 2 <<< aéb', 'b\n', 'a delimiter may be any one character'],
    ['paste -d é <(echo a) <(echo b)', 'aéb\n', 'a delimiter may be any one character'],
  ])('%s → %s, because %s', async (line, output) => {
    expect(await printed(line)).toBe(output);
  });

  it('gives a wrong option status 2 and the synopsis', async () => {
    expect(await run('sort --bogus')).toMatchObject({ status: 2, stderr: expect.stringContaining('usage: sort') });
  });
});

describe('tail -f', () => {
  it('goes on with what is added, until it is stopped', async () => {
    const shell = createShell();
    await shell.run('echo one > /tmp/log');
    const stdout = createBuffer();
    const job = shell.machine.session.run('tail -f /tmp/log', { stdin: emptyReader, stdout, stderr: stdout });
    await expect.poll(stdout.text).toBe('one\n');
    await shell.machine.session.run('echo two >> /tmp/log', { stdin: emptyReader, stdout: createBuffer(), stderr: stdout }).finished;
    await expect.poll(stdout.text).toBe('one\ntwo\n');
    job.stop();
    expect(await job.finished).toBe(130);
  });
});

describe('an endless command', () => {
  it.each([
    'yes | wc -l',
    'yes | uniq -c',
    'yes | tr y n > /dev/null',
    'yes | sed p > /dev/null',
    "sed ':a;ba' about",
    'yes | grep n',
    'yes | cut -c 1 > /dev/null',
    'yes | tail -n 1',
    'yes | nl > /dev/null',
    'yes | fold > /dev/null',
    'yes | paste - - > /dev/null',
    'yes | awk 1 > /dev/null',
    "awk 'BEGIN { while (1) i++ }'",
    "awk 'function f() { return f2() } function f2() { return 1 } BEGIN { for (;;) f() }'",
    "jq -n 'last(repeat(1; 1))' || jq -n 'last(range(infinite))'",
    "jq -n '[range(1e9)] | length'",
    'yes | pr > /dev/null',
    'yes | fmt > /dev/null',
    'yes | tee /dev/null > /dev/null',
  ])('%s stops when it is told to', async (line) => {
    const sink = createBuffer();
    const job = createShell().machine.session.run(line, { stdin: emptyReader, stdout: sink, stderr: sink });
    await new Promise((resolve) => setTimeout(resolve, 30));
    job.stop();
    expect(await job.finished).toBe(130);
  });

  it.each([
    ['yes | head -n 2', 'y\ny\n'],
    ['yes | sed 2q', 'y\ny\n'],
    ["yes | awk 'NR == 2 { exit } 1'", 'y\n'],
    ['yes | grep -m 2 y', 'y\ny\n'],
    ['yes | head -c 3', 'y\ny'],
    ['yes | nl | head -n 1', '     1\ty\n'],
    ['yes | tr y n | head -n 1', 'n\n'],
    ['seq 300000 | wc -l', '300000\n'],
    ['seq 300000 | tail -n 1', '300000\n'],
  ])('%s ends by itself', async (line, output) => {
    expect(await printed(line)).toBe(output);
  });
});

describe('more than a command can hold', () => {
  it.each([
    ["yes | tr -d '\\n' | rev > /dev/null", 'rev: line length: limit of 16000000 reached\n'],
    ['yes | sort', 'sort: lines held at once: limit of 2000000 reached\n'],
    ['yes | tac', 'tac: text held at once: limit of 64000000 reached\n'],
    ['yes | head -c 9000000 | column', 'column: lines held at once: limit of 2000000 reached\n'],
    ['yes | tail -c 999999999', 'tail: text held at once: limit of 64000000 reached\n'],
    ['yes | grep -B 9999999 n', 'grep: lines held at once: limit of 2000000 reached\n'],
    ['pr -l 9999999 about', 'pr: page length: limit of 2000000 reached\n'],
    ['od -w99999999 about', 'od: width: limit of 65536 reached\n'],
  ])('%s', async (line, message) => {
    expect(await said(line)).toBe(message);
  });
});

describe('bytes of a text', () => {
  it('come back as the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(!/\p{Cs}/u.test(text));
        expect(fromBytes(toBytes(text))).toBe(text);
        expect(toBytes(text).length).toBe(Buffer.byteLength(text));
      }),
    );
  });

  it('are in the order of UTF-8', () => {
    const texts = fc.string({ unit: 'binary' }).filter((text) => !/\p{Cs}/u.test(text));
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        expect(Math.sign(compareText(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
  });
});

describe('orders', () => {
  const name = fc.string({ unit: fc.constantFrom('a', 'b', '0', '1', '9', '.', '~', '-') });

  it('of versions are total', () => {
    fc.assert(
      fc.property(name, name, name, (a, b, c) => {
        expect(Math.sign(compareVersions(a, b))).toBe(-Math.sign(compareVersions(b, a)) + 0);
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0) expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('keep equal elements in their places', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(20), { maxLength: 6000 }), async (keys) => {
        const items = keys.map((key, i) => ({ key, i }));
        const sorted = await mergeSort(
          items,
          (a, b) => a.key - b.key,
          () => undefined,
        );
        expect(sorted).toEqual(items.toSorted((a, b) => a.key - b.key || a.i - b.i));
      }),
      { numRuns: 20 },
    );
  });
});

describe('a SET of tr', () => {
  it('is read or turned down, whatever it holds', () => {
    const unit = fc.constantFrom(...'[]:=*-\\az09é', '[:alpha:]', '[=a=]', '[a*3]');
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        try {
          for (const element of parseSet(text)) expect(['bytes', 'class', 'repeat']).toContain(element.kind);
        } catch (error) {
          expect(error).toBeInstanceOf(CommandError);
        }
      }),
    );
  });
});
