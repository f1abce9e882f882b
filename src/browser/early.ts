/** The inline script: shows the first screen at once, and keeps every key until the terminal is there to take it. */
import critical from './critical.css?inline';

/** What the terminal takes over. */
export interface Early {
  /** What was typed so far, as a terminal sends it; ends the listening. */
  take(): string;
}

declare global {
  interface Window {
    cvshEarly?: Early;
  }
  /** An element is a global by its id (HTML, named access on the Window object). */
  var later: HTMLLinkElement;
}

const root = document.documentElement;
const escapes: Record<string, string> = {
  ArrowUp: 'A',
  ArrowDown: 'B',
  ArrowRight: 'C',
  ArrowLeft: 'D',
  Home: 'H',
  End: 'F',
  Delete: '3~',
};

let typed = '';

const adopt = (css: string): void => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
};

const show = (view: string): void => {
  root.dataset['view'] = view;
};

/** The bytes of a key; empty for one that is the browser's. */
const bytes = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): string => {
  if (metaKey || altKey) return '';
  if (ctrlKey) return /^[acdeklu]$/.test(key) ? String.fromCharCode(key.charCodeAt(0) - 96) : '';
  if (key === 'Enter') return '\r';
  if (key === 'Backspace') return '\b';
  if (key === 'Tab') return typed && '\t';
  if (escapes[key]) return `\x1b[${escapes[key]}`;
  return [...key].length > 1 ? '' : key;
};

const listen = (event: KeyboardEvent): void => {
  const data = !event.isComposing && event.target === document.body && bytes(event);
  if (!data) return;
  event.preventDefault();
  typed += data;
  // Who types will want the shell: its file comes along with the terminal's.
  later.rel = 'modulepreload';
  let shown = '';
  for (const character of typed.slice(typed.lastIndexOf('\r') + 1)) shown = character === '\b' ? shown.slice(0, -1) : shown + character;
  for (const place of document.querySelectorAll('.echo')) place.textContent = shown;
};

/** The terminal's own row height, so that nothing moves when it takes over. */
const measure = (): void => {
  for (const pre of document.querySelectorAll<HTMLElement>('#screen pre')) {
    const line = pre.cloneNode() as HTMLElement;
    line.textContent = 'W';
    pre.before(line);
    pre.style.lineHeight = `${Math.floor(Math.ceil(line.offsetHeight * devicePixelRatio) * 1.2) / devicePixelRatio}px`;
    line.remove();
  }
};

if (/\bplain\b/.test(location.search)) show('plain');
else {
  adopt(critical);
  show('terminal');
  try {
    const theme = String(localStorage.getItem('cvsh:theme-css'));
    if (/^:root\{[-#\w:;]+\}$/.test(theme)) adopt(theme);
  } catch {}
  addEventListener('keydown', listen);
  // Nothing on the page has a source but its scripts.
  addEventListener('error', ({ target }) => (target as HTMLScriptElement).src && show('plain'), true);
  measure();
  window.cvshEarly = {
    take: () => {
      removeEventListener('keydown', listen);
      return typed;
    },
  };
}
