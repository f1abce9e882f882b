/** Starts the shell in a thread of its own, or in the page's thread if there can be no other. */

import type { App, AppParts } from '../../app/app.ts';
import { phrase } from '../../locales/speech.ts';
import { connectShell } from '../../worker/connect.ts';
import type { Spawned } from '../../worker/page.ts';
import { createWires, type FromShell } from '../../worker/protocol.ts';
import type { PageHost } from './host.ts';
import { programsHost } from './programs.ts';
import address from './shell-worker.ts?worker&url';

/** A worker; `failed` rejects when it is forbidden, or when its script does not come. */
const startWorker = (): Spawned => {
  const { worker, failed } = threads.take();
  return {
    wire: {
      send: (message) => worker.postMessage(message),
      listen: (listener) => worker.addEventListener('message', ({ data }: MessageEvent<FromShell>) => listener(data)),
    },
    failed,
    terminate: () => worker.terminate(),
  };
};

/** The worker's file run here. A page that cannot fetch it rejects. */
const startHere = async (): Promise<Spawned> => {
  await import(/* @vite-ignore */ address);
  const [wire, far] = createWires();
  globalThis.serveHere?.(far);
  return { wire, failed: new Promise(() => {}), terminate: () => {} };
};

/** How to start a shell; `note` tells the visitor if it has to run in the page's own thread. */
const createSpawn = (note: App['note']): ((here?: boolean) => Promise<Spawned>) => {
  let forbidden = false;
  return async (here = false) => {
    if (!here && !forbidden) {
      try {
        return startWorker();
      } catch {
        // Forbidden by a policy, or not known to this browser.
      }
    }
    const spawned = await startHere();
    if (!forbidden) note(phrase`This browser allows no workers here, so the shell runs in the page itself.`);
    forbidden = true;
    return spawned;
  };
};

/** Starts the page's shell. */
export const startShell = (
  page: PageHost,
  stores: Parameters<AppParts['load']>[0],
  listeners: Parameters<AppParts['load']>[1],
  note: App['note'],
) => connectShell(createSpawn(note), programsHost(page), stores, listeners);
