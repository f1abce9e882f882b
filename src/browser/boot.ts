/** Wires the emulator, the shell and the page's live regions together; the page stays readable whatever fails. */
import { App, type AppParts } from '../app/app.ts';
import { announcement } from '../app/transcript.ts';
import type { Host } from '../os/host.ts';
import { safeUrl } from '../os/url.ts';
import { PASTE_LIMIT } from '../term/key.ts';
import { createEmulator, type Emulator } from './emulator.ts';
import { firstScreen } from './first-screen.ts';
import { browserHost } from './host.ts';
import { fontPixels, watchLayout } from './layout.ts';
import { followAddress } from './linked.ts';
import { installOffline } from './offline.ts';
import { installStrictStyles } from './strict-style.ts';
import { firstTheme, followThemes } from './themes.ts';
import { createTranscriptView } from './transcript-view.ts';
import { followView } from './view.ts';

/** A finger rather than a mouse. */
const coarse = matchMedia('(pointer: coarse)');

const element = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
};

/** The status region says each thing in one change; a sentence said before gets a blank at its end, and so is said anew. */
const createStatus =
  (place: HTMLElement) =>
  (text: string): void => {
    place.textContent = place.textContent === text ? `${text}\u00a0` : text;
  };

/** Names the emulator's own input, and keeps it equal to the line, so that a screen reader hears what ↑ fetches. */
const labelInput = ({ xterm: { textarea } }: Emulator, app: App): void => {
  if (!textarea) return;
  const attributes = {
    'aria-label': 'Command line',
    'aria-describedby': 'keys-help',
    autocomplete: 'off',
    enterkeyhint: 'send',
    inputmode: 'text',
  };
  for (const [name, value] of Object.entries(attributes)) textarea.setAttribute(name, value);
  let composing = false;
  textarea.addEventListener('compositionstart', () => {
    composing = true;
  });
  textarea.addEventListener('compositionend', () => {
    composing = false;
  });
  app.onEdited((text) => {
    if (!composing) textarea.value = text;
  });
};

/** A paste comes as one key, never as typing: its newlines run nothing. */
const takePastes = (place: HTMLElement, app: App): void => {
  place.addEventListener(
    'paste',
    (event) => {
      event.preventDefault();
      event.stopPropagation();
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text !== '') app.press({ chord: 'Paste', text: text.slice(0, PASTE_LIMIT) });
    },
    true,
  );
};

/** The shell comes in a file of its own, when the visitor first acts. */
const loadEngine =
  (host: Host): AppParts['load'] =>
  async ({ history, settings }) => {
    const [{ createEngine }, { resume }] = await Promise.all([import('../app/engine.ts'), import('../../data/resume.ts')]);
    return createEngine({ resume, host, history, settings, interactive: true });
  };

/** Starts the terminal on this page. */
export const boot = async (): Promise<void> => {
  installStrictStyles();
  const host = browserHost();
  const place = element('xterm');
  const say = createStatus(element('status'));
  const openUrl = (url: string): void => {
    const safe = safeUrl(url);
    if (safe !== undefined) host.open?.(safe);
  };

  const emulator = createEmulator(place, firstTheme(), fontPixels(1), {
    run: (line) => app.type(line),
    open: openUrl,
    hover: (label) => {
      place.title = label ?? '';
    },
    wantsTab: (back) => app.wantsTab(back),
    press: (key) => app.press(key),
  });
  const app = new App({ host, terminal: emulator, welcome: firstScreen, load: loadEngine(host) }, { announced: say });
  labelInput(emulator, app);
  takePastes(element('terminal'), app);
  followThemes(app.settings, host.storage, emulator);
  watchLayout(emulator, element('terminal'), app.settings);
  followView(app.settings, emulator);

  const log = element('log');
  element('to-log').addEventListener('click', () => {
    log.focus();
    log.scrollTop = log.scrollHeight;
  });
  log.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') emulator.focus();
  });
  const draw = createTranscriptView(log, { run: (line) => app.type(line), allow: safeUrl });
  app.settings.subscribe(({ transcript }, before) => {
    if (transcript === before.transcript) return;
    draw(transcript);
    const last = transcript.at(-1);
    if (last && last.command !== '') say(announcement(last));
  });

  const typed = window.cvshEarly?.take() ?? '';
  app.start(typed);
  document.getElementById('screen')?.remove();
  if (coarse.matches) {
    const { followTouch } = await import('./touch.ts');
    followTouch(app, emulator, element('terminal'), element('touch-keys'), async () => host.paste?.());
  } else {
    if (document.documentElement.dataset['view'] === 'terminal' && document.activeElement === document.body) emulator.focus();
    void import('./correction.ts').then(({ followCorrections }) => followCorrections(app, emulator));
  }
  document.documentElement.dataset['shell'] = 'ready';
  followAddress(app, typed !== '');
  installOffline(app);
  if (!navigator.language.startsWith('en')) void import('./labels.ts').then(({ relabel }) => relabel(app, host.languages));
};
