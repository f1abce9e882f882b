/** The page's two faces, terminal and plain, and the ways between them. */
import type { SettingsStore } from '../../app/store/settings.ts';
import type { Emulator } from '../emulator/emulator.ts';

const root = document.documentElement;

/** Switches views by the links, the key and the settings from now on. */
export const followView = (settings: SettingsStore, emulator: Emulator): void => {
  const go = (view: 'terminal' | 'plain'): void => settings.setState({ view });
  const on = (id: string, view: 'terminal' | 'plain'): void => {
    document.getElementById(id)?.addEventListener('click', (event) => {
      event.preventDefault();
      go(view);
    });
  };
  on('to-plain', 'plain');
  on('to-terminal', 'terminal');
  on('skip', 'plain');
  addEventListener('keydown', (event) => {
    if (event.key !== 'F2' || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    go(settings.getState().view === 'plain' ? 'terminal' : 'plain');
  });
  // The first Tab goes to the start of the page, as on any page, though the terminal has the focus (WCAG 2.4.1).
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Tab' || event.shiftKey || emulator.xterm.textarea?.value !== '' || root.dataset['view'] !== 'terminal') return;
      event.preventDefault();
      event.stopPropagation();
      document.getElementById('skip')?.focus();
    },
    { once: true, capture: true },
  );
  settings.setState({ view: root.dataset['view'] === 'plain' ? 'plain' : 'terminal' });
  settings.subscribe(({ view }, before) => {
    if (view === before.view) return;
    root.dataset['view'] = view;
    if (view === 'terminal') emulator.focus();
    else {
      document.getElementById('resume')?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
  });
};
