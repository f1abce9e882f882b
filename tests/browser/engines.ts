/** One interface to drive a page in Chromium, in Firefox (WebDriver BiDi) and in WebKit (WebDriver), as far as all go. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { launch } from './page.ts';

/** A page in some engine. */
export interface Driver {
  /** What the driver cannot do, though the engine can. */
  readonly cannot: ReadonlySet<string>;
  go(url: string): Promise<void>;
  /** The value of an expression, which is awaited; it must be JSON. */
  evaluate<T>(expression: string): Promise<T>;
  /** Presses the keys one after another: characters, or names of `keys`. */
  press(...keys: readonly string[]): Promise<void>;
  /** What the page has complained of: console errors, and what nobody caught; where the engine tells. */
  complaints(): Promise<readonly string[]>;
  quit(): Promise<void>;
}

/** WebDriver's characters for keys that type none. */
const keys: Readonly<Record<string, string>> = {
  Backspace: '\ue003',
  Tab: '\ue004',
  Enter: '\ue007',
  Shift: '\ue008',
  Control: '\ue009',
  Escape: '\ue00c',
  Home: '\ue011',
  Left: '\ue012',
  Up: '\ue013',
  Right: '\ue014',
  Down: '\ue015',
  F2: '\ue032',
  F8: '\ue038',
};

/** The actions of one press; `Control+a` holds the first while the second is pressed. */
const actionsOf = (key: string): readonly { readonly type: string; readonly value: string }[] => {
  const parts = key.length > 1 ? key.split('+').map((part) => keys[part] ?? part) : [key];
  return [...parts.map((value) => ({ type: 'keyDown', value })), ...parts.toReversed().map((value) => ({ type: 'keyUp', value }))];
};

const source = (pressed: readonly string[]): object => ({ type: 'key', id: 'keyboard', actions: pressed.flatMap(actionsOf) });

/** Notes from the first script on what goes wrong. */
const WATCH = `(() => { const list = globalThis.complaints = [];
  addEventListener('error', (event) => list.push(String(event.message)));
  addEventListener('unhandledrejection', (event) => list.push(String(event.reason)));
  const { error } = console; console.error = (...all) => { list.push(all.join(' ')); error(...all); }; })()`;

const onPath = (program: string): string | undefined => {
  try {
    return execFileSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
};

/** What Playwright calls the keys that have a direction. */
const arrow = (key: string): string => key.replace(/(Left|Right|Up|Down)$/, 'Arrow$1');

const openChromium = async (): Promise<Driver> => {
  const browser = await launch();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(String(error)));
  return {
    cannot: new Set(),
    go: async (url) => void (await page.goto(url)),
    evaluate: <T>(expression: string) => page.evaluate(expression) as Promise<T>,
    press: async (...pressed) => {
      for (const key of pressed) await page.keyboard.press(key === ' ' ? 'Space' : arrow(key));
    },
    complaints: async () => errors.splice(0),
    quit: () => browser.close(),
  };
};

/** Resolves with the first group of `pattern` in what the process says. */
const said = (process: ChildProcess, pattern: RegExp): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = '';
    const hear = (data: Buffer): void => {
      text += String(data);
      const found = pattern.exec(text)?.[1];
      if (found !== undefined) resolve(found);
    };
    process.stdout?.on('data', hear);
    process.stderr?.on('data', hear);
    process.once('error', reject);
    process.once('exit', (code) => reject(new Error(`it ended with ${code}: ${text}`)));
  });

const ended = (process: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (process.exitCode !== null) resolve();
    else process.once('exit', () => resolve());
    process.kill();
  });

interface BidiMessage {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
  readonly message?: string;
  readonly params?: { readonly level?: string; readonly text?: string };
}

/** Commands to Firefox, and its log. */
const openBidi = async (address: string) => {
  const socket = new WebSocket(`${address}/session`);
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  const waiting = new Map<number, (message: BidiMessage) => void>();
  const errors: string[] = [];
  let last = 0;
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as BidiMessage;
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    else if (message.method === 'log.entryAdded' && message.params?.level === 'error') errors.push(message.params.text ?? '');
  });
  const send = <T>(method: string, params: object): Promise<T> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, ({ result, message }) => (result === undefined ? reject(new Error(`${method}: ${message}`)) : resolve(result as T)));
      socket.send(JSON.stringify({ id, method, params }));
    });
  return { send, errors, close: () => socket.close() };
};

const openFirefox = async (program: string): Promise<Driver> => {
  const profile = mkdtempSync(join(tmpdir(), 'cvsh-firefox-'));
  writeFileSync(
    join(profile, 'user.js'),
    'user_pref("datareporting.policy.dataSubmissionEnabled", false);\nuser_pref("app.normandy.enabled", false);\n',
  );
  const process = spawn(program, ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0']);
  const { send, errors, close } = await openBidi(await said(process, /(ws:\/\/\S+)/));
  await send('session.new', { capabilities: {} });
  await send('session.subscribe', { events: ['log.entryAdded'] });
  const { contexts } = await send<{ contexts: { context: string }[] }>('browsingContext.getTree', {});
  const context = contexts[0]?.context ?? '';
  return {
    cannot: new Set(),
    go: async (url) => void (await send('browsingContext.navigate', { context, url, wait: 'complete' })),
    evaluate: async <T>(expression: string) => {
      const { result, exceptionDetails } = await send<{ result?: { value?: string }; exceptionDetails?: { text: string } }>(
        'script.evaluate',
        {
          expression: `(async () => JSON.stringify(await (${expression})))()`,
          target: { context },
          awaitPromise: true,
        },
      );
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return JSON.parse(result?.value ?? 'null') as T;
    },
    press: async (...pressed) => void (await send('input.performActions', { context, actions: [source(pressed)] })),
    complaints: async () => errors.splice(0),
    quit: async () => {
      close();
      await ended(process);
      rmSync(profile, { recursive: true, force: true });
    },
  };
};

const openWebKit = async (program: string): Promise<Driver> => {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const server = spawn('xvfb-run', ['-a', program, `--port=${port}`], { detached: true, stdio: 'ignore' });
  const call = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
    const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
    if (!response.ok) throw new Error(`${path}: ${value?.error} ${value?.message}`);
    return value;
  };
  for (let attempts = 0; ; attempts++) {
    try {
      await call('GET', '/status');
      break;
    } catch (error) {
      if (attempts > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  const browser = { binary: miniBrowser() ?? '', args: ['--automation'] };
  const { sessionId } = await call<{ sessionId: string }>('POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': browser } },
  });
  const session = `/session/${sessionId}`;
  const evaluate = <T>(expression: string): Promise<T> =>
    call<string>('POST', `${session}/execute/async`, {
      script: `const done = arguments[arguments.length - 1]; (async () => JSON.stringify(await (${expression})))().then(done, (error) => done(JSON.stringify(String(error))));`,
      args: [],
    }).then((text) => JSON.parse(text ?? 'null') as T);
  return {
    // WebKitWebDriver sends Tab with Shift as a key that GTK does not take for going back.
    cannot: new Set(['Shift+Tab']),
    go: async (url) => {
      await call('POST', `${session}/url`, { url });
      await evaluate(WATCH);
    },
    evaluate,
    press: async (...pressed) => void (await call('POST', `${session}/actions`, { actions: [source(pressed)] })),
    complaints: () => evaluate<string[]>('globalThis.complaints.splice(0)'),
    quit: async () => {
      await call('DELETE', session).catch(() => {});
      if (server.pid !== undefined) globalThis.process.kill(-server.pid);
    },
  };
};

/** Where Debian puts WebKit's small browser, which is on no path. */
const miniBrowser = (): string | undefined => {
  try {
    return execFileSync('sh', ['-c', 'ls /usr/lib/*/webkit2gtk-4.*/MiniBrowser | head -n 1'], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
};

/** The engines by name: how to open one, or the packages that are missing here. */
export const engines: ReadonlyMap<string, (() => Promise<Driver>) | string> = (() => {
  const firefox = onPath('firefox-esr') ?? onPath('firefox');
  const driver = onPath('WebKitWebDriver');
  const isComplete = driver !== undefined && miniBrowser() && onPath('xvfb-run');
  return new Map<string, (() => Promise<Driver>) | string>([
    ['Chromium', openChromium],
    ['Firefox', firefox ? () => openFirefox(firefox) : 'firefox-esr'],
    ['WebKit', isComplete ? () => openWebKit(driver) : 'webkit2gtk-driver, xvfb'],
  ]);
})();
