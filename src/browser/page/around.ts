/** What stands around the emulator once it is there: its keys, colours, views, the well, the keys below, and what comes when all is calm. */
import type { App } from '../../app/app.ts';
import type { Host } from '../../os/host.ts';
import { lineOf } from '../arrival/run-line.ts';
import type { Emulator } from '../emulator/emulator.ts';
import type { KeyPort } from '../emulator/keys.ts';
import type { PageHost } from '../host/host.ts';
import { followLine } from '../input/field.ts';
import { followKeyboard } from '../input/keyboard.ts';
import { followDock } from './dock.ts';
import lateStyles from './late.css?url';
import { followPlainBar } from './plain-bar.ts';
import { followStage } from './stage.ts';
import { followThemes } from './themes.ts';
import { followView } from './view.ts';

/** Sets it up; `woken` resolves when the shell's files come. */
export const surround = (app: App, emulator: Emulator, host: PageHost, port: KeyPort, woken: Promise<void>): void => {
  followKeyboard(emulator, port);
  followLine(app, emulator);
  const element = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;
  followThemes(app.settings, host.storage, emulator, woken);
  followStage(app, emulator, element('well'));
  followView(app.settings, emulator);
  followPlainBar(app, element('to-terminal-line'));
  followDock(app, emulator, element('dock'));
  addEventListener('offer', (event) => {
    const { detail } = event as CustomEvent<Parameters<NonNullable<Host['offer']>>>;
    void import('./program-keys.ts').then(({ showProgramKeys }) =>
      showProgramKeys(app, emulator, element('stage'), element('log'), ...detail),
    );
  });
  document.addEventListener('click', (event) => {
    const run = lineOf(event);
    if (run === undefined) return;
    event.preventDefault();
    app.type(run);
    // What was pressed goes with the next answer; on touch, the keyboard stays away.
    if (!matchMedia('(pointer: coarse)').matches) emulator.focus();
  });
  element('log').addEventListener('keydown', (event) => {
    if (event.key === 'Escape') emulator.focus();
  });
  if (late.rel !== 'stylesheet') Object.assign(late, { href: lateStyles, rel: 'stylesheet' });
  void import('../offline/offline.ts').then(({ installOffline }) => installOffline(app));
  if (!navigator.language.startsWith('en')) void import('./labels.ts').then(({ speakTo }) => speakTo(app, host.languages));
};
