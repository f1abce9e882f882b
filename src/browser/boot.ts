/** Wires the emulator, the shell and the page's live regions together; the page stays readable whatever fails. */
import type { Resume } from '../../data/types.ts';
import { createApp } from '../app/app.ts';
import { announcement } from '../app/transcript.ts';
import { createEmulator } from './emulator.ts';
import { browserHost } from './host.ts';
import { watchLayout } from './layout.ts';
import { safeUrl } from './links.ts';
import { canBeStrict, installStrictStyles } from './strict-style.ts';
import { createThemes } from './themes.ts';
import { createTranscriptView } from './transcript-view.ts';
import { followView } from './view.ts';

const element = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
};

/** Starts the terminal on this page. */
export const boot = (resume: Resume): void => {
  if (!canBeStrict()) return;
  installStrictStyles();
  const host = browserHost();
  const place = element('xterm');
  const status = element('status');

  const emulator = createEmulator(place, {
    run: (line) => app.type(line),
    open: (url) => {
      const safe = safeUrl(url);
      if (safe !== undefined) host.open?.(safe);
    },
    hover: (label) => {
      place.title = label ?? '';
    },
    keeps: (event) => app.wants(event.key === 'Tab' ? (event.shiftKey ? 'S-Tab' : 'Tab') : event.key),
  });
  const app = createApp({ resume, host, terminal: emulator });

  createThemes(app.settings, emulator);
  watchLayout(emulator, element('terminal'), app);
  followView(app, emulator);

  const draw = createTranscriptView(element('log'), { run: (line) => app.type(line), allow: safeUrl });
  app.settings.subscribe(({ transcript }, before) => {
    if (transcript !== before.transcript) draw(transcript);
  });
  app.onFinished((block) => {
    status.textContent = announcement(block);
  });
  app.onAnnounced((text) => {
    status.textContent = text;
  });
  const textarea = emulator.xterm.textarea;
  if (textarea) {
    textarea.setAttribute('aria-label', 'Command line');
    textarea.setAttribute('aria-describedby', 'keys-help');
    textarea.setAttribute('autocomplete', 'off');
    textarea.setAttribute('enterkeyhint', 'send');
  }

  app.start(window.cvshEarly?.take() ?? '');
  document.getElementById('screen')?.remove();
  document.documentElement.dataset['shell'] = 'ready';
  if (document.documentElement.dataset['view'] === 'terminal') emulator.focus();
};
