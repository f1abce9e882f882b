/** The inline script: shows the first screen at once, and keeps every key until the terminal is there to take it. */
import critical from './critical.css?inline';

/** What the terminal takes over: the bytes typed so far, and the end of listening. */
export interface Early {
  take(): string;
}

declare global {
  interface Window {
    cvshEarly?: Early;
  }
}

const root = document.documentElement;
const adopt = (css: string): void => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
};
const plain = (): void => {
  root.dataset['view'] = 'plain';
};

const named: Record<string, string> = {
  Enter: '\r',
  Backspace: '\x7f',
  ArrowUp: '\x1b[A',
  ArrowDown: '\x1b[B',
  ArrowRight: '\x1b[C',
  ArrowLeft: '\x1b[D',
  Home: '\x1b[H',
  End: '\x1b[F',
  Delete: '\x1b[3~',
};

let typed = '';

/** The bytes of a key; empty for one that is the browser's. */
const bytes = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): string => {
  if (metaKey || altKey) return '';
  if (ctrlKey) return /^[acdeklu]$/.test(key) ? String.fromCharCode(key.charCodeAt(0) - 96) : '';
  if (key === 'Tab') return typed && '\t';
  return [...key].length === 1 ? key : (named[key] ?? '');
};

/** What stands at the prompt, as far as plain typing tells. */
const echo = (): void => {
  const line = typed.slice(typed.lastIndexOf('\r') + 1);
  let shown = '';
  for (const character of line) shown = character === '\x7f' ? shown.slice(0, -1) : character < ' ' ? shown : shown + character;
  for (const place of document.querySelectorAll('.echo')) place.textContent = shown;
};

const listen = (event: KeyboardEvent): void => {
  const target = event.target as Element;
  if (event.isComposing || (target !== document.body && target.id !== 'terminal')) return;
  const data = bytes(event);
  if (!data) return;
  event.preventDefault();
  typed += data;
  echo();
};

/** The terminal's own row height, so that nothing moves when it takes over. */
const measure = (): void => {
  const probe = document.createElement('pre');
  probe.textContent = 'W';
  const screen = document.getElementById('screen');
  if (!screen) return;
  screen.append(probe);
  const ratio = devicePixelRatio;
  screen.style.lineHeight = `${Math.floor(Math.ceil(probe.offsetHeight * ratio) * 1.2) / ratio}px`;
  probe.remove();
};

if (!('adoptedStyleSheets' in document) || /[?&]plain\b/.test(location.search)) plain();
else {
  root.dataset['view'] = 'terminal';
  try {
    const theme = localStorage.getItem('cvsh:theme-css');
    adopt(critical);
    if (theme && /^:root\{[-#\w:;]+\}$/.test(theme)) adopt(theme);
  } catch {
    adopt(critical);
  }
  addEventListener('keydown', listen);
  addEventListener('error', (event) => event.target instanceof HTMLScriptElement && plain(), true);
  window.cvshEarly = {
    take: () => {
      removeEventListener('keydown', listen);
      return typed;
    },
  };
  document.addEventListener('readystatechange', measure, { once: true });
}
