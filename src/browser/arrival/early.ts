/** The inline script: shows the first screen at once, and keeps every key until the terminal is there to take it. */
import { createThreads } from '../host/start-thread.ts';
import critical from './critical.css?inline';
import { lineOf } from './run-line.ts';

/** What the terminal takes over. */
export interface Early {
  /** What was typed so far, as a terminal sends it. */
  keys: string;
  /** How much of it stands on the screen for good. */
  shown: number;
  /** Shows the rest behind the prompt. */
  echo(): void;
  /** Ends the listening. */
  stop(): void;
}

declare global {
  interface Window {
    early?: Early;
  }
  /** An element is a global by its id (HTML, named access on the Window object). */
  var later: HTMLLinkElement;
  /** Settles when what is seen first is there in the visitor's language, or cannot be; taken away when it would come too late. */
  var translated: Promise<void> | undefined;
  /** The page's own script: fetched at once, run once the first frame is there. */
  var entry: HTMLLinkElement;
  /** The styles that the first screen does not need. */
  var late: HTMLLinkElement;
}

const escapes: Record<string, string> = {
  ArrowUp: 'A',
  ArrowDown: 'B',
  ArrowRight: 'C',
  ArrowLeft: 'D',
  Home: 'H',
  End: 'F',
  Delete: '3~',
};

/** Milliseconds for which what is seen first is held back, so that it need not change its language or its letters before one's eyes. */
const PATIENCE = 500;

const show = (view: string): void => {
  if (view === 'plain') {
    // Nothing is shown before its styles and letters are there, or it would move.
    const { style } = document.documentElement;
    const reveal = (): void => {
      style.display = '';
    };
    style.display = 'none';
    setTimeout(reveal, PATIENCE);
    late.onerror = reveal;
    late.onload = () => Promise.all(['', '600 '].map((weight) => document.fonts.load(`${weight}1em "cvsh prose"`))).then(reveal, reveal);
    late.rel = 'stylesheet';
  }
  document.documentElement.dataset['view'] = view;
};

/** The bytes of a key; empty for one that is the browser's. */
const bytes = (event: KeyboardEvent): string => {
  const { key, ctrlKey, altKey, metaKey } = event;
  if (metaKey) return '';
  // AltGr, which is Control with Alt on Windows, and Option make characters; else Alt is Meta.
  if (event.getModifierState('AltGraph') || (altKey && (ctrlKey || /^(Mac|iP)/.test(navigator.platform))))
    return /^[^a-z ]$/iu.test(key) ? key : '';
  if (altKey) return '';
  if (ctrlKey) return /^[acdeklu]$/.test(key) ? String.fromCharCode(key.charCodeAt(0) - 96) : '';
  if (key === 'Enter') return '\r';
  if (key === 'Backspace') return '\b';
  if (key === 'Tab') return early.keys && '\t';
  if (escapes[key]) return `\x1b[${escapes[key]}`;
  return [...key].length > 1 ? '' : key;
};

const give = (event: Event, data: string | false): void => {
  if (!data) return;
  event.preventDefault();
  // The masthead closes at Enter, not when the answer comes: what moves then is no surprise.
  if (data.endsWith('\r') && (early.keys + data).trim()) delete document.documentElement.dataset['first'];
  early.keys += data;
  // Who types will want the shell: its thread, and what speaks to it, come along with the terminal.
  if (later.rel !== 'modulepreload') {
    later.rel = 'modulepreload';
    // After the frame that shows the key: to start a thread takes a while.
    requestAnimationFrame(() => setTimeout(() => threads.start()));
  }
  early.echo();
};

/** A paste is one key, whose newlines run nothing (bracketed paste, DECSET 2004). */
const paste = (event: ClipboardEvent): void => {
  const text = event.clipboardData?.getData('text/plain').replace(/\r\n?/g, '\n').replaceAll('\x1b', '');
  give(event, text !== undefined && text !== '' && `\x1b[200~${text}\x1b[201~`);
};

const listen = (event: KeyboardEvent): void => give(event, event.target === document.body && bytes(event));

/** A press on a command kills what was typed, and runs it. */
const press = (event: MouseEvent): void => {
  const line = lineOf(event);
  give(event, line !== undefined && `\x15${line}\r`);
};

const early: Early = {
  keys: '',
  shown: 0,
  echo() {
    let text = '';
    // A key a turn, as a line discipline would echo it: erased, killed, ended, or not seen.
    for (const [key] of early.keys.slice(early.shown).matchAll(/\x1b\[20[01]~|\x1b\[\d?.|./gsu))
      text =
        key === '\b'
          ? text.replace(/.$/u, '')
          : key === '\x15'
            ? text.replace(/.*$/, '')
            : key === '\r'
              ? `${text}\n`
              : text + (key < ' ' ? '' : key);
    for (const place of document.querySelectorAll('.echo')) place.textContent = text;
  },
  stop: () => {
    removeEventListener('keydown', listen);
    removeEventListener('click', press);
    removeEventListener('paste', paste);
  },
};

/** The files of what is seen first, by language: see site/pages/translated.ts. */
declare const __TRANSLATED__: Readonly<Record<string, string | undefined>>;

const files = __TRANSLATED__;
const tags = navigator.languages.flatMap((tag) => [tag, tag.replace(/-.*/, '')]);
const file = files[tags.find((tag) => tag === 'en' || files[tag]) ?? ''];

if (file) {
  const { style } = document.getElementById('shell') as HTMLElement;
  const show = (): void => {
    style.visibility = '';
  };
  style.visibility = 'hidden';
  setTimeout(show, PATIENCE);
  // What does not come leaves English.
  self.translated = import(new URL(file, entry.href).href).catch(() => {}).then(show);
}

self.threads = createThreads();

const sheet = new CSSStyleSheet();

if (/\bplain/.test(location.search)) show('plain');
else {
  let css = critical;
  try {
    const theme: string = localStorage['cvsh:theme-css'];
    if (/^:root\{((--[-\w]+:#\w+|color-scheme:\w+);)+\}$/.test(theme)) css += theme;
  } catch {}
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
  const { dataset, style } = document.documentElement;
  // A page that comes with a line shows its answer, not the first screen.
  if (dataset['line'] || location.hash.length > 1) delete dataset['first'];
  // The rows of the terminal below the masthead: the rail, a blank one, the prompt.
  style.setProperty('--rows', `${document.getElementsByClassName('job').length + 2}`);
  show('terminal');
  addEventListener('keydown', listen);
  addEventListener('click', press);
  addEventListener('paste', paste);
  self.early = early;
}

// No frame is painted before its styles are there, however slowly the page comes in.
document.body.hidden = false;

// The page's own script runs some milliseconds on, after the first frame; where it does not come, the plain page is left.
self.onload = () =>
  setTimeout(
    () =>
      import(entry.href).catch(() => {
        sheet.disabled = true;
        show('plain');
      }),
    20,
  );
