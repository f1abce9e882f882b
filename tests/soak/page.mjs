/**
 * What the built page bears in the long run, as numbers: ten thousand random keys, ten thousand commands and the memory they
 * leave, keys over a long history and a full scrollback, Ctrl-C, a tour's long tasks, hostile links, sizes, a large paste.
 * `npm run build && node tests/soak/page.mjs [part…]`; a part is a name below. Ends with status 1 when one goes wrong.
 */
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { chromium } from 'playwright-core';
import { serve } from '../bench/serve.mjs';
import { ensureChromium } from '../chromium.mjs';
import { attacks } from './attacks.mjs';

const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
const site = await serve('dist');
const faults = [];

const open = async (path = '', options = {}, before = undefined) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(`page error: ${error}`));
  page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`));
  page.on('dialog', (dialog) => faults.push(`dialog: ${dialog.message()}`));
  if (before) await page.addInitScript(before);
  await page.goto(site.url + path);
  await page.waitForSelector('html[data-shell=ready]');
  return page;
};

const lastBlock = (page) => page.evaluate(() => document.querySelector('#log > section:last-child')?.dataset.block);
const run = async (page, line) => {
  const before = await lastBlock(page);
  await page.keyboard.insertText(line);
  await page.keyboard.press('Enter');
  await page.waitForFunction((block) => document.querySelector('#log > section:last-child')?.dataset.block !== block, before, {
    polling: 5,
    timeout: 60_000,
  });
};
const printed = (page) => page.evaluate(() => document.querySelector('#log > section:last-child').innerText);

/** Numbers that come out the same each time. */
const chance = (seed) => {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return (state >> 8) % below;
  };
};
const quantile = (values, q) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))];
const tell = (what, value) => console.log(`  ${what}: ${value}`);
const must = (what, ok) => {
  if (!ok) faults.push(what);
};

/** The most memory that any process of a page has had, its worker included, in MB; 0 where the system does not tell. */
const peakMemory = async () => {
  const client = await browser.newBrowserCDPSession();
  const { processInfo } = await client.send('SystemInfo.getProcessInfo');
  await client.detach();
  const peaks = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => {
      try {
        return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]) / 1000;
      } catch {
        return 0;
      }
    });
  return Math.max(0, ...peaks);
};

const parts = {
  /** Random keys, chords and characters. */
  keys: async () => {
    const page = await open();
    const next = chance(20_261_124);
    const chords = 'ArrowUp ArrowDown ArrowLeft ArrowRight Home End Delete Backspace Tab Shift+Tab Escape Enter PageUp PageDown F2'.split(
      ' ',
    );
    for (const letter of 'abcdefghklnoprtuvwxyz') chords.push(`Control+${letter}`);
    for (const letter of 'bdfltuyc.') chords.push(`Alt+${letter}`);
    const characters = [
      ...'abcdefghijklmnopqrstuvwxyz0123456789 |&;<>(){}[]$"\'`\\#~!*?=-+_/.,:@%^\n',
      'é',
      '中',
      '😀',
      '\u0301',
      '\u202e',
    ];
    for (let turn = 0; turn < 10_000; turn++) {
      if (next(10) < 3) await page.keyboard.press(chords[next(chords.length)]);
      else await page.keyboard.insertText(characters[next(characters.length)]);
    }
    await page.evaluate(() => document.documentElement.dataset.view === 'plain' && document.getElementById('to-terminal')?.click());
    for (let turn = 0; turn < 3; turn++) for (const key of ['Escape', 'q', 'Control+c']) await page.keyboard.press(key);
    await page.locator('.xterm-helper-textarea').focus();
    await page.keyboard.press('Control+c');
    await run(page, 'help');
    must('help after random keys', (await printed(page)).includes('man cvsh'));
    tell('10,000 random keys', `${faults.length} faults, help answers`);
    await page.context().close();
  },

  /** Memory and nodes after commands. */
  commands: async () => {
    const page = await open();
    const client = await page.context().newCDPSession(page);
    const lines = ['ls jobs', 'cat shopee', 'nosuch', 'seq 50', 'git log | head', 'grep -n Go jobs/*', ':', 'x=1; echo $x', 'whoami'];
    const measure = async () => {
      await client.send('HeapProfiler.collectGarbage');
      const { usedSize, backingStorageSize = 0 } = await client.send('Runtime.getHeapUsage');
      const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
      return { megabytes: (usedSize + backingStorageSize) / 1e6, nodes };
    };
    const at = {};
    for (let turn = 1; turn <= 10_000; turn++) {
      await run(page, lines[turn % lines.length]);
      if ([100, 1_000, 2_500, 5_000, 7_500, 10_000].includes(turn)) {
        at[turn] = await measure();
        tell(`after ${turn} commands`, `${at[turn].megabytes.toFixed(1)} MB heap and backing, ${at[turn].nodes} nodes`);
      }
    }
    tell('grown from 5,000 to 10,000', `${(at[10_000].megabytes - at[5_000].megabytes).toFixed(2)} MB`);
    await page.context().close();
  },

  /** A key over a history of ten thousand entries and a full scrollback. */
  history: async () => {
    const cost = async (page) => {
      const times = [];
      for (let turn = 0; turn < 60; turn++) {
        times.push(
          await page.evaluate(async () => {
            const start = performance.now();
            const field = document.querySelector('.xterm-helper-textarea');
            for (const type of ['keydown', 'keyup'])
              field.dispatchEvent(new KeyboardEvent(type, { key: 'a', keyCode: 65, which: 65, bubbles: true, cancelable: true }));
            const sent = performance.now() - start;
            await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
            return [sent, performance.now() - start];
          }),
        );
      }
      return times;
    };
    const fresh = await open();
    await run(fresh, ':');
    const before = await cost(fresh);
    await fresh.context().close();
    const page = await open('', {}, () => {
      for (let entry = 0; entry < 10_000; entry++)
        localStorage.setItem(`cvsh:history:${String(entry).padStart(9, '0')}-0000-x`, `echo entry number ${entry} of a long history`);
    });
    await run(page, 'seq 10000');
    const after = await cost(page);
    const of = (times, which) =>
      `median ${quantile(
        times.map((time) => time[which]),
        0.5,
      ).toFixed(1)} ms, p95 ${quantile(
        times.map((time) => time[which]),
        0.95,
      ).toFixed(1)} ms`;
    tell('a key, new', `${of(before, 0)} of computing; ${of(before, 1)} to the next frame`);
    tell('a key, 10,000 entries and full scrollback', `${of(after, 0)} of computing; ${of(after, 1)} to the next frame`);
    await page.keyboard.press('Control+u');
    await page.keyboard.press('Control+r');
    await page.keyboard.type('number 9999');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('#log > section:last-child')?.textContent.includes('entry number 9999'));
    tell(
      'entries that are kept of 10,000',
      await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('cvsh:history:')).length),
    );
    await page.context().close();
  },

  /** Lines that try to freeze the page: from Ctrl-C to the prompt, the page's longest task, memory, and whether the shell lives. */
  attacks: async () => {
    const times = [];
    for (const [name, line] of attacks) {
      const page = await open();
      await run(page, 'echo kept > kept');
      await page.evaluate(() => {
        globalThis.longest = 0;
        new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration);
        }).observe({ type: 'longtask' });
      });
      const before = await lastBlock(page);
      await page.keyboard.insertText(line);
      await page.keyboard.press('Enter');
      await page.waitForTimeout(3_000);
      const ended = (await lastBlock(page)) !== before;
      const start = performance.now();
      if (!ended) await page.keyboard.press('Control+c');
      const stopped = await page
        .waitForFunction((block) => document.querySelector('#log > section:last-child')?.dataset.block !== block, before, {
          polling: 5,
          timeout: 20_000,
        })
        .then(
          () => true,
          () => false,
        );
      const time = performance.now() - start;
      const longest = await page.evaluate(() => globalThis.longest);
      let alive = false;
      if (stopped) {
        if (!ended) times.push(time);
        await run(page, 'cat ~/kept; echo alive');
        alive = /kept\s+alive/.test(await printed(page));
      }
      must(`${name}: no prompt, or no shell after it`, alive);
      tell(
        name.padEnd(34),
        `${ended ? 'ended itself' : `Ctrl-C ${time.toFixed(0)} ms`}, longest task ${longest.toFixed(0)} ms, peak ${(await peakMemory()).toFixed(0)} MB, ${alive ? 'alive' : 'DEAD'}`,
      );
      await page.context().close();
    }
    tell('Ctrl-C to prompt', `median ${quantile(times, 0.5).toFixed(0)} ms, p95 ${quantile(times, 0.95).toFixed(0)} ms`);
  },

  /** From Ctrl-C to the prompt. */
  interrupt: async () => {
    const page = await open();
    const lines = [
      'yes',
      'yes | wc -l',
      'while :; do :; done',
      'cat /dev/zero > /dev/null',
      'sleep 100',
      'seq 100000000',
      'cat',
      'yes | sort',
      'for i in {1..99999}; do echo $i; done',
      'while :; do x=$(echo a); done',
    ];
    const times = [];
    for (let turn = 0; turn < 40; turn++) {
      const before = await lastBlock(page);
      await page.keyboard.insertText(lines[turn % lines.length]);
      await page.keyboard.press('Enter');
      await page.waitForTimeout(200 + turn * 3);
      await page.evaluate((block) => {
        globalThis.stopped = new Promise((resolve) => {
          let start;
          addEventListener(
            'keydown',
            (event) => {
              if (event.key === 'c' && event.ctrlKey) start ??= event.timeStamp;
            },
            true,
          );
          const look = () =>
            document.querySelector('#log > section:last-child').dataset.block !== block
              ? resolve(start === undefined ? undefined : performance.now() - start)
              : requestAnimationFrame(look);
          look();
        });
      }, before);
      await page.keyboard.press('Control+c');
      const time = await page.evaluate(() => globalThis.stopped);
      // What ended by itself was not stopped.
      if (time !== undefined) times.push(time);
    }
    tell(
      'Ctrl-C to prompt',
      `median ${quantile(times, 0.5).toFixed(0)} ms, p95 ${quantile(times, 0.95).toFixed(0)} ms, worst ${Math.max(...times).toFixed(0)} ms of ${times.length}`,
    );
    await page.context().close();
  },

  /** Long tasks in a tour of sixty commands. */
  tour: async () => {
    const page = await open('', {}, () => {
      globalThis.long = [];
      new PerformanceObserver((list) => globalThis.long.push(...list.getEntries().map(({ duration }) => duration))).observe({
        type: 'longtask',
        buffered: true,
      });
    });
    const tour = [
      'help',
      'ls',
      'ls -la',
      'cat shopee',
      'whoami',
      'cat jobs/*',
      'grep -rn Go .',
      'timeline',
      'tree',
      'tech',
      'contact',
      'git log',
      'git log --graph',
      'git show',
      'git blame about',
      'man ls | cat',
      'man cvsh | cat',
      'jq . resume.json',
      'find . -name "*s*"',
      'sort about | uniq -c | sort -rn',
      "awk '{print NF}' about",
      'sed s/a/b/ about',
      'seq 1000',
      'seq 100000 | wc -l',
      'for i in {1..2000}; do echo $i; done',
      'theme paper',
      'theme night',
      'font 150%',
      'font 100%',
      'history',
      'apropos file',
      'cal',
      'date',
      'fortune',
      'cowsay moo',
      'neofetch',
      'finger',
      'ps',
      'df',
      'docker ps',
      'systemctl status',
      'journalctl',
      'share cat grab',
      'cv',
      'nosuch',
      'gti status',
      'echo $((2**40))',
      'printf "%5d\\n" 1 2 3',
      'echo {1..5000} | wc -w',
      'x=$(seq 10000); echo ${#x}',
      'cat resume.txt',
      'file *',
      'stat about',
      'tac about',
      'rev about',
      'od -c about | head',
      'base64 about',
      'type ls cd',
      'alias',
      'clear',
    ];
    for (const line of tour) await run(page, line);
    const long = await page.evaluate(() => globalThis.long);
    tell(
      `long tasks in a tour of ${tour.length} commands`,
      `${long.length}, the longest ${Math.round(Math.max(0, ...long))} ms, ${long.filter((time) => time > 200).length} over 200 ms`,
    );
    await page.context().close();
  },

  /** Fifty hostile links, each in three spellings. */
  links: async () => {
    const ESC = '\u001b';
    const hostile = [
      `echo A${ESC}[2147483647b`,
      `${ESC}]0;owned\u0007`,
      `${ESC}]52;c;b3du\u0007`,
      `${ESC}]8;;javascript:alert(1)${ESC}\\x`,
      `${ESC}[2147483647S`,
      `${ESC}[6n`,
      `${ESC}[c`,
      `${ESC}[?1003h`,
      `${ESC}[?1049h`,
      `${ESC}[?2026h`,
      `${ESC}Pq`,
      '\u009b31m',
      '\u202etxt.exe',
      '\u200bls',
      '\u2028ls',
      '\u0000ls',
      '\ud800',
      '\u{e0041}ls',
      '\ue000',
      'ls\nrm -rf /',
      'ls\rrm',
      '<img src=x onerror=alert(1)>',
      '<script>alert(1)</script>',
      'javascript:alert(1)',
      'echo the owner says so',
      'cowsay buy this',
      'rm -rf /',
      'rm -rf ~',
      'cat /dev/zero',
      'yes',
      'while :; do :; done',
      ':(){ :|:& };:',
      'echo {1..1000000001}',
      'x=aaaa; while :; do x=$x$x; done',
      'open https://evil.example/',
      'open javascript:alert(1)',
      'download json',
      'copy about',
      'history -c',
      'theme amber',
      'clear',
      'exit',
      'eval ls',
      'ls; ls',
      'ls && ls',
      'ls > f',
      'cat $(ls)',
      'alias ls=rm',
      'source about',
      '__proto__',
      'constructor',
      'toString',
      'a'.repeat(501),
      `grep -E '(a+)+$' ${'a'.repeat(400)}`,
      `cat ${'../'.repeat(100)}`,
      'sleep 1000000',
      'trap "" INT',
    ];
    const times = [];
    let ran = 0;
    for (const line of hostile)
      for (const prefix of ['#', '#cmd=', '?cmd=']) {
        let encoded;
        try {
          encoded = encodeURIComponent(line);
        } catch {
          encoded = '%ED%A0%80';
        }
        const page = await open(prefix + encoded, {}, undefined);
        await page.waitForTimeout(700);
        const start = Date.now();
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
        times.push(Date.now() - start);
        const { title, blocks, foreign } = await page.evaluate(() => ({
          title: document.title,
          blocks: document.querySelectorAll('#log > section').length,
          foreign: document.querySelectorAll('#xterm img, #log img, #xterm script').length,
        }));
        if (blocks > 1) {
          ran++;
          tell('ran by itself', JSON.stringify(`${prefix}${line}`.slice(0, 80)));
        }
        must(`a link changed the title or the page: ${line.slice(0, 40)}`, title.includes('a shell') && foreign === 0);
        await page.context().close();
      }
    tell(
      `${hostile.length} hostile links, three spellings each`,
      `${ran} ran by themselves, the page answers in ${Math.max(...times)} ms at worst`,
    );
  },

  /** Two hundred sizes, and a paste of a megabyte. */
  storm: async () => {
    const page = await open();
    await run(page, 'seq 30');
    const next = chance(7);
    const start = Date.now();
    for (let turn = 0; turn < 200; turn++) await page.setViewportSize({ width: 200 + next(1400), height: 120 + next(900) });
    await page.setViewportSize({ width: 1280, height: 800 });
    await run(page, 'echo after');
    tell('200 sizes', `${Date.now() - start} ms; the last output is ${(await printed(page)).includes('after') ? 'there' : 'lost'}`);
    const before = Date.now();
    const length = await page.locator('.xterm-helper-textarea').evaluate(async (field) => {
      const data = new DataTransfer();
      data.setData('text/plain', 'x\u001b[31m\n'.repeat(150_000));
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return field.value.length;
    });
    tell('a paste of a megabyte', `${Date.now() - before} ms, a line of ${length}`);
    await page.context().close();
  },
};

const wanted = process.argv.slice(2);
for (const [name, part] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`${name} (load ${loadavg()[0].toFixed(1)})`);
  const start = Date.now();
  await part();
  console.log(`  (${((Date.now() - start) / 1000).toFixed(0)} s)`);
}
await browser.close();
site.close();
for (const fault of new Set(faults)) console.log(`✗ ${fault}`);
console.log(faults.length === 0 ? 'nothing went wrong' : `${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
