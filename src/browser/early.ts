/** The inline script: shows the first screen at once, and keeps every key until the terminal is there to take it. */
import critical from './critical.css?inline';

/** What the terminal takes over. */
export interface Early {
  /** What was typed so far, as a terminal sends it. */
  typed: string;
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

let listening = true;

const show = (view: string): void => {
  document.documentElement.dataset['view'] = view;
};

/** The bytes of a key; empty for one that is the browser's. */
const bytes = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): string => {
  if (metaKey || altKey) return '';
  if (ctrlKey) return /^[acdeklu]$/.test(key) ? String.fromCharCode(key.charCodeAt(0) - 96) : '';
  if (key === 'Enter') return '\r';
  if (key === 'Backspace') return '\b';
  if (key === 'Tab') return early.typed && '\t';
  if (escapes[key]) return `\x1b[${escapes[key]}`;
  return [...key].length > 1 ? '' : key;
};

const listen = (event: KeyboardEvent): void => {
  const data = listening && event.target === document.body && bytes(event);
  if (!data) return;
  event.preventDefault();
  early.typed += data;
  // Who types will want the shell: its file comes along with the terminal's.
  later.rel = 'modulepreload';
  early.echo();
};

const early: Early = {
  typed: '',
  shown: 0,
  echo() {
    let text = '';
    // A key a turn, as a line discipline would echo it: erased, killed, ended, or not seen.
    for (const [key] of early.typed.slice(early.shown).matchAll(/\x1b\[\d?.|./gsu))
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
    listening = false;
  },
};

if (/\bplain/.test(location.search)) show('plain');
else {
  const sheet = new CSSStyleSheet();
  // Rows are whole device pixels high, as the terminal's own: nothing moves when it takes over.
  let css = `${critical}:root{--px:${1 / devicePixelRatio}px}`;
  try {
    const theme: string = localStorage['cvsh:theme-css'];
    if (/^:root\{[-#\w:;]+\}$/.test(theme)) css += theme;
  } catch {}
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
  show('terminal');
  addEventListener('keydown', listen);
  // A script that does not come, or breaks before the terminal is there, leaves the plain page; a style sheet may still come.
  addEventListener(
    'error',
    ({ target }) => {
      if ((target as HTMLLinkElement).rel || !listening) return;
      sheet.replaceSync('');
      show('plain');
    },
    true,
  );
  self.early = early;
}
