/** Starts the page's terminal, and connects it to the page around it. */
import '@xterm/xterm/css/xterm.css';
import './page/page.css';
import { boot } from './boot.ts';
import { canBeStrict } from './emulator/strict-style.ts';

/** Whether the page's style sheet has loaded; without it, the emulator's own field would be visible. */
const isStyled = (): boolean => getComputedStyle(document.body).getPropertyValue('--sans') !== '';

const start = async (): Promise<void> => {
  if (!isStyled() && document.readyState !== 'complete') await new Promise((resolve) => addEventListener('load', resolve));
  if (!canBeStrict() || !isStyled()) throw new Error('no terminal can be drawn here');
  await boot();
};

// Whatever fails, the résumé can still be read.
start().catch((error) => {
  document.adoptedStyleSheets = [];
  document.documentElement.dataset['view'] = 'plain';
  late.rel = 'stylesheet';
  document.getElementById('shell')?.remove();
  console.warn(error);
});
