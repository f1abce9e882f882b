/** A shell in the very thread of the app, behind the same wire as one in a thread of its own. */
import type { Resume } from '../../data/types.ts';
import type { Host } from '../os/host.ts';
import type { Spawned } from './page.ts';
import { createWires } from './protocol.ts';
import { serveShell } from './shell.ts';

/** What starts it. */
export const spawnHere =
  (resume: Resume, host: Host): (() => Promise<Spawned>) =>
  async () => {
    const [wire, far] = createWires();
    serveShell(far, resume, host);
    return { wire, failed: new Promise(() => {}), terminate: () => {} };
  };
