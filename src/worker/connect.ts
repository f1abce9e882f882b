/** Joins an app to a shell that is somewhere else: its host, its settings and its history on one side, the wire on the other. */
import type { AppStores } from '../app/app.ts';
import type { Shell, ShellListeners } from '../app/shell.ts';
import type { Host } from '../os/host.ts';
import { RemoteShell, type Spawned } from './page.ts';
import type { HostCalls, HostFacts, SharedSettings } from './protocol.ts';

/** What a shell elsewhere needs of the app's host. */
export type ShellHost = Pick<Host, 'sleep' | 'languages' | 'reducedMotion' | 'address' | keyof HostCalls>;

/** What the host can do for the shell's commands. */
const callsOf = ({ copy, open, download, print, share, offer }: ShellHost): Partial<HostCalls> =>
  Object.fromEntries(Object.entries({ copy, open, download, print, share, offer }).filter(([, call]) => call !== undefined));

/** Resolves when the shell is there. */
export const connectShell = async (
  spawn: (here?: boolean) => Promise<Spawned>,
  host: ShellHost,
  { history, settings }: AppStores,
  listeners: ShellListeners,
): Promise<Shell> => {
  const shared = (): SharedSettings => {
    const { theme, fontScale, motion, view } = settings.getState();
    return { theme, fontScale, motion, view };
  };
  const facts = (): HostFacts => ({
    languages: host.languages,
    reducedMotion: host.reducedMotion(),
    address: host.address,
    settings: shared(),
  });
  const { sleep } = host;
  const shell = new RemoteShell({
    spawn,
    facts,
    calls: callsOf(host),
    history,
    settingsChanged: (next) => settings.setState(next),
    sleep,
    listeners,
  });
  settings.subscribe((next, before) => {
    if (next.theme !== before.theme || next.fontScale !== before.fontScale || next.motion !== before.motion || next.view !== before.view)
      shell.factsChanged();
  });
  await shell.ready();
  return shell;
};
