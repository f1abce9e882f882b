import { describe, expect, test } from 'vitest';
import { resume as real } from '../../data/resume.ts';
import { unavailableNames } from '../../src/career/commands/unavailable/names.ts';
import { fixture } from '../fixtures/resume.ts';
import { createShell, run } from '../front-door.ts';

describe('wishes that cannot be granted get a useful answer, and the status of the real thing', () => {
  test.each<[line: string, stdout: string, stderr: string, status: number]>([
    ['sudo make me a sandwich', 'Okay. 🥪\n', '', 0],
    [
      'sudo rm -rf /',
      '',
      'visitor is not in the sudoers file. This incident will be reported to nobody: nothing is tracked here.\n' +
        'Everything can be read without it: try ls. To change something in this person’s life: hire\n',
      1,
    ],
    ['sudo', '', 'usage: sudo COMMAND [ARGUMENT…]\n', 2],
    ['make', '', 'make: *** No targets specified and no makefile found. Try: make hire\n', 2],
    ['make me a sandwich', '', 'make: *** Make it yourself. (Unless you are somebody: sudo make me a sandwich)\n', 2],
    ['make love', '', "make: *** No rule to make target 'love'. Try: make hire\n", 2],
    [
      'ssh ada@dock',
      '',
      'ssh: connect to host dock port 22: no network here, and you are logged in already, on your own machine. Try: cat dock\n',
      255,
    ],
    ['ssh -v', '', 'ssh: no network here, and you are logged in already, on your own machine. Try: ls\n', 255],
    [
      'vim jobs/dock',
      'vim: you are out already. Elsewhere: Esc, then :q!\nTo read it: less jobs/dock, or cat jobs/dock\nThe résumé is read-only: only the person who lived it can edit it.\n',
      '',
      1,
    ],
    ['vi "a b"', "vi: you are out already. Elsewhere: Esc, then :q!\nTo write it: echo text > 'a b'\n", '', 1],
    [
      'echo x > n; nano n',
      'nano: no editor here, so ^X has nothing to leave.\nTo read it: less n, or cat n\nTo write it: echo text > n\n',
      '',
      1,
    ],
    [
      'emacs',
      'emacs: a fine operating system; this one is smaller. But its keys work at the prompt: help keys\nTo read: less about\nTo write: echo text > notes\n',
      '',
      1,
    ],
    ['code .', 'code: no window to open: this page is all there is.\nTo list it: ls .\n', '', 1],
    [
      'curl https://example.org',
      '',
      'curl: (6) Could not resolve host: https://example.org. Nothing leaves this page. Try: cat resume.txt\n',
      6,
    ],
    [
      'wget example.org',
      '',
      'wget: unable to resolve host address ‘example.org’: nothing leaves this page. To save the résumé as a file: download\n',
      4,
    ],
    ['npm install left-pad', '', 'npm: nothing to install: 0 packages, 0 vulnerabilities, and it will stay that way\n', 1],
    ['npm run dev', '', 'npm: not installed: no reader ever missed a node_modules. The résumé does not mention it either: tech\n', 1],
    [
      'docker ps',
      '',
      'docker: Cannot connect to the Docker daemon: a browser tab is container enough. To see what is running: ps. The résumé does not mention it either: tech\n',
      1,
    ],
    [
      'python -c 1',
      '',
      'python: no batteries included. The shell can calculate: echo $((6 * 7)). The résumé does not mention it either: tech\n',
      127,
    ],
    ['go build', '', 'go: go.mod file not found in current directory or any parent directory. The résumé mentions it: tech Go\n', 1],
    ['ping northlight', 'northlight: alive since 2022, still answering\n', '', 0],
    ['ping -c 1 South-Light', 'southlight-lead: no answer since 2022\nsouthlight-junior: no answer since 2019\n', '', 1],
    ['ping moon', '', 'ping: moon: Name or service not known\n', 2],
  ])('%s', async (line, stdout, stderr, status) => {
    expect(await run(line)).toEqual({ stdout, stderr, status });
  });

  test('make hire hires', async () => {
    expect((await run('make hire')).stdout).toBe((await run('hire')).stdout);
  });

  test('curl names the site’s own text, when the site is known', async () => {
    const { stderr } = await run('curl x', { resume: { ...fixture, site: 'https://example.org/' } });
    expect(stderr).toContain('Try: curl https://example.org/resume.txt (in your own terminal)');
  });

  test('what the real résumé speaks of is pointed to', async () => {
    expect((await run('docker run x', { resume: real })).stderr).toContain('The résumé mentions it: tech Docker');
    expect((await run('npm test', { resume: real })).stderr).toContain('The résumé mentions it: tech Node.js');
  });
});

describe('programs that cannot be here', () => {
  const { machine } = createShell();

  test.each(unavailableNames)('%s says so in one line, and names a command that is here', async (name) => {
    const { stdout, stderr, status } = await run(name);
    const told = `${stdout}${stderr}`;
    expect(status).not.toBe(0);
    expect(told).toMatch(new RegExp(`^${name.replaceAll('+', '\\+')}: .{20,220}\\n`));
    const words = told.slice(name.length + 1).match(/[\w.-]+/g) ?? [];
    expect(words.filter((word) => machine.commands.names().includes(word))).not.toEqual([]);
  });

  test('they answer to man, and stand in no list', async () => {
    const shell = createShell();
    expect((await shell.run('man kubectl')).stdout).toContain('Say that there is no cluster here');
    expect((await shell.run('help all')).stdout).not.toContain('kubectl');
    expect(machine.commands.names()).not.toContain('kubectl');
  });
});

describe('what people type for what there is', () => {
  test.each([
    ['ll jobs', 'ls -l jobs'],
    ['bat about', 'cat about'],
    ['rg -i lamp jobs', 'grep -rEi lamp jobs'],
    ['htop | tail -n +2', 'top | tail -n +2'],
    ["printf 'ab\\0hello\\0wor\\nworld\\1x' | strings", "printf 'hello\\nworld\\n'"],
    ["printf 'ab\\0hello\\0worldx' | strings -n 6", "printf 'worldx\\n'"],
    ["printf 'ab\\0hello' | strings -t x", "printf '      3 hello\\n'"],
  ])('%s is as %s', async (line, other) => {
    expect((await run(line)).stdout).toBe((await run(other)).stdout);
    expect((await run(line)).stdout).not.toBe('');
  });

  test('free tells what the session holds of its bound', async () => {
    const { stdout } = await run('a=$(printf %1000000d 1); free -b');
    const [, total = 0, used = 0, free = 0] = /Mem: +(\d+) +(\d+) +(\d+)/.exec(stdout)?.map(Number) ?? [];
    expect(used).toBeGreaterThan(1_000_000);
    expect(used + free).toBe(total);
  });

  test('watch runs its command again and again, until it fails where that is asked for', async () => {
    const { stdout } = await run("watch -e -n 0.1 'echo tick | tee -a f; [ $(wc -l < f) -lt 3 ]'; echo $?");
    expect(stdout).toBe(`${'Every 0.1s: echo tick | tee -a f; [ $(wc -l < f) -lt 3 ]\n\ntick\n'.repeat(3)}1\n`);
    expect((await run('watch -t -x -e false')).status).toBe(1);
  });
});

describe('fortune and cowsay', () => {
  test('fortune says only what the person says', async () => {
    const { person } = fixture;
    const sayings = [...person.about, ...(person.likes ?? []).map((like) => `Likes: ${like}`)];
    const shell = createShell();
    const said = new Set<string>();
    for (let turn = 0; turn < 40; turn++) said.add((await shell.run('fortune')).stdout.trim());
    expect([...said].filter((saying) => !sayings.includes(saying))).toEqual([]);
    expect(said.size).toBeGreaterThan(1);
  });

  test('the cow says its operands, or its input', async () => {
    expect((await run('cowsay 灯台 moo | head -n 3')).stdout).toBe('╭──────────╮\n│ 灯台 moo │\n╰──────────╯\n');
    expect((await run('printf "a\\nbc\\n" | cowsay | head -n 4')).stdout).toBe('╭────╮\n│ a  │\n│ bc │\n╰────╯\n');
  });

  test('the cow breaks long lines, and shows control characters', async () => {
    const { stdout } = await run('cowsay "$(printf \'\\033[31m\')" one two three four five six seven eight nine');
    expect(stdout).toContain('│ ^[[31m one two three four five six seven │');
    expect(stdout).not.toContain('\x1b');
  });
});
