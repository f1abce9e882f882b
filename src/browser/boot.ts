/** Wires the emulator, the shell and the page's live regions together; the page stays readable whatever fails. */
import type { ITheme } from '@xterm/xterm';
import { App, type AppParts } from '../app/app.ts';
import { safeUrl } from '../os/url.ts';
import { PASTE_LIMIT } from '../term/key.ts';
import { DeferredTerminal } from './arrival/deferred-terminal.ts';
import type { Early } from './arrival/early.ts';
import { createEarlyTerminal, type EarlyTerminal } from './arrival/early-terminal.ts';
import { firstScreen, introduction, invitation } from './arrival/first-screen.ts';
import type { Emulator, EmulatorPort } from './emulator/emulator.ts';
import { fontOf, watchLayout } from './emulator/layout.ts';
import { installStrictStyles } from './emulator/strict-style.ts';
import { type PageHost, pageHost } from './host/host.ts';
import type { Voice } from './page/voice.ts';

/** A finger rather than a mouse. */
const coarse = matchMedia('(pointer: coarse)');

const element = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
};

/** A paste comes as one key, never as typing: its newlines run nothing. */
const takePastes = (place: HTMLElement, app: App): void => {
  place.addEventListener(
    'paste',
    (event) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text === '') return;
      event.preventDefault();
      event.stopPropagation();
      app.press({ chord: 'Paste', text: text.slice(0, PASTE_LIMIT) });
    },
    true,
  );
};

/** The shell comes in a file of its own, when the visitor first acts. */
const loadShell =
  (page: PageHost, note: App['note'], woken: () => void): AppParts['load'] =>
  async (stores, listeners) => {
    threads.start();
    const { startShell } = await import('./host/spawn.ts');
    woken();
    return startShell(page, stores, listeners, note);
  };

/** Lets keys and a frame in between two pieces of work. */
const breathe = (milliseconds = 0): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Resolves after the first frame; a page that is not seen has none for a while. */
const firstFrame = (): Promise<void> =>
  Promise.race([
    new Promise<void>((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve));
    }),
    breathe(1_000),
  ]);

/** Milliseconds in which a visitor's first keys are echoed before the emulator is made, which takes a while. */
const CALM = 80;

/** Milliseconds after which the emulator comes before the answer to a line that was typed early. */
const PATIENCE = 1_500;

/** Resolves when the lines typed so far have been answered. */
const answered = async (app: App): Promise<void> => {
  await app.wake();
  while (!app.editor.isReading) await breathe();
};

/** Brings the emulator's file; a line typed before it comes is answered first, by the prerendered screen. */
const loadEmulator = async (app: App, early: Early | undefined): Promise<typeof import('./emulator/emulator.ts')> => {
  const engineFirst = (): Promise<void> => Promise.race([answered(app).catch(() => {}), breathe(PATIENCE)]);
  if (early?.keys) await engineFirst();
  const file = import('./emulator/emulator.ts');
  await breathe(CALM);
  if (early?.keys) await engineFirst();
  return file;
};

/** Uses the voice, once its file is there. */
type Speak = (use: (voice: Voice) => void) => void;

/** What the transcript and the status region hear. */
const followTranscript = (app: App, log: HTMLElement, earlyTerminal: EarlyTerminal | undefined, speak: Speak): void => {
  const view = import('./page/transcript-view.ts').then(({ createTranscriptView }) =>
    createTranscriptView(log, { run: (line) => app.type(line), allow: safeUrl, speech: () => app.speech }),
  );
  app.settings.subscribe(({ transcript }, before) => {
    if (transcript === before.transcript) return;
    // Without its file there is no transcript, and all else goes on.
    void view.then((draw) => draw(app.settings.getState().transcript)).catch(() => {});
    const last = transcript.at(-1);
    if (!last || last.command === '') return;
    earlyTerminal?.printed(last);
    speak((voice) => voice.ended(last));
  });
};

/** What only the emulator can do. */
const attach = (app: App, emulator: Emulator, terminal: DeferredTerminal): void => {
  watchLayout(emulator, element('terminal'), app.settings);
  terminal.attach(emulator);
};

/** The address may hold a line, now or when it changes; who types already is left to it. */
const watchAddress = (app: App, host: PageHost, isAnswered: boolean, busy: boolean): void => {
  const follow = (): void => void import('./page/linked.ts').then(({ followAddress }) => followAddress(app, host));
  const holdsLine = location.hash !== '' || (!isAnswered && document.documentElement.dataset['line'] !== undefined);
  if (holdsLine && !busy) follow();
  else addEventListener('hashchange', follow, { once: true });
};

/** The colours of the first screen, as the style sheet has them. */
const pageColours = (): ITheme => {
  const colour = (selector: string, property: 'color' | 'backgroundColor'): string =>
    getComputedStyle(document.querySelector(selector) ?? document.body)[property];
  return {
    background: colour('body', 'backgroundColor'),
    foreground: colour('body', 'color'),
    cursor: colour('.caret', 'backgroundColor'),
    white: colour('#screen :is(.note, .c7)', 'color'),
    yellow: colour('#screen .c3', 'color'),
    brightBlack: colour('#screen .c8', 'color'),
  };
};

/** What the emulator asks of the page. */
const portOf = (app: App, host: PageHost, place: HTMLElement): EmulatorPort => ({
  run: (line) => app.type(line),
  open: (url) => {
    const safe = safeUrl(url);
    if (safe !== undefined) host.open?.(safe);
  },
  hover: (label) => {
    place.title = label ?? '';
  },
  wantsTab: (back) => app.editor.wantsTab(back),
  press: (key) => app.press(key),
});

/** Lets the visitor type: by the row of keys on touch, else at once. */
const takeInput = async (app: App, emulator: Emulator): Promise<void> => {
  if (coarse.matches) {
    const { followTouch } = await import('./input/touch.ts');
    followTouch(app, emulator, element('terminal'), element('touch-keys'));
    return;
  }
  if (document.documentElement.dataset['view'] === 'terminal' && document.activeElement === document.body) emulator.focus();
  void import('./input/correction.ts').then(({ followCorrections }) => followCorrections(app, emulator));
};

/** Whether the page opens with its masthead and the rail of jobs. */
const isFirst = (): boolean => document.documentElement.hasAttribute('data-first');

/** Starts the terminal on this page. */
export const boot = async (): Promise<void> => {
  await firstFrame();
  if (self.translated) await Promise.race([self.translated, breathe(PATIENCE)]);
  self.translated = undefined;
  // Letters and the styles of later come once nobody waits for an answer.
  if (!window.early?.keys) late.rel = 'stylesheet';
  installStrictStyles();
  const host = pageHost();
  const place = element('xterm');
  const log = element('log');
  const early = window.early;
  const earlyTerminal = early && createEarlyTerminal(early, element('screen'));
  const terminal = new DeferredTerminal(place);
  let wake = (): void => {};
  const woken = new Promise<void>((resolve) => {
    wake = resolve;
  });
  const isEntry = document.documentElement.dataset['line'] !== undefined;
  const opening = isEntry ? (await import('./arrival/opening.ts')).openingOf(terminal.columns) : undefined;
  const app = new App(
    {
      host,
      terminal,
      ...(opening ? { opening } : {}),
      // A page that comes with a line begins without the masthead and the rail.
      welcome: (columns) => (isFirst() ? firstScreen(columns) : []),
      introduction: introduction(),
      invitation: invitation(),
      isAiry: true,
      load: loadShell(host, (text) => app.note(text), wake),
    },
    {
      announced: (text, lang) => speak((voice) => voice.say(text, lang)),
      told: (lines) => speak((voice) => voice.told(lines)),
      prompted: (prompt) => earlyTerminal?.prompted(prompt),
      // The masthead closes into the bar: the terminal has all rows.
      began: () => {
        delete document.documentElement.dataset['first'];
        terminal.resize();
      },
    },
  );
  const voice = import('./page/voice.ts').then(({ createVoice }) => createVoice(app, element('status'), log));
  const speak: Speak = (use) => void voice.then(use).catch(() => {});
  takePastes(element('terminal'), app);
  followTranscript(app, log, earlyTerminal, speak);
  app.start();
  earlyTerminal?.start((line) => app.receive(line));

  const around = import('./page/around.ts');
  const { createEmulator } = await loadEmulator(app, early);
  const { columns, rows } = terminal;
  const port = portOf(app, host, place);
  const emulator = createEmulator({ place, theme: pageColours(), font: fontOf(element('terminal')), columns, rows }, port);
  const { surround } = await around;
  await breathe();
  attach(app, emulator, terminal);
  surround(app, emulator, host, port, woken);
  emulator.onShown(() => document.getElementById('screen')?.remove());
  app.receive(earlyTerminal?.end() ?? '');
  await takeInput(app, emulator);
  document.documentElement.dataset['shell'] = 'ready';
  watchAddress(app, host, opening !== undefined, early !== undefined && early.keys !== '');
};
