/** Starts the shell in a thread of its own, or in the page's thread if there can be no other. */

import type { AppParts } from '../../app/app.ts';
import { connectShell } from '../../worker/connect.ts';
import type { Spawned } from '../../worker/page.ts';
import { createWires, type FromShell } from '../../worker/protocol.ts';
import type { PageHost } from './host.ts';
import { programsHost } from './programs.ts';
import address from './shell-worker.ts?worker&url';

/** The worker that began with the first key. */
const takeEarly = (): Worker | undefined => {
  const worker = window.early?.worker;
  if (window.early) window.early.worker = undefined;
  return worker;
};

/** A worker; `failed` rejects when it is forbidden, or when its script does not come. */
const startWorker = (): Spawned => {
  const worker = takeEarly() ?? new Worker(scriptAddress(address) as string, { type: 'module' });
  return {
    wire: {
      send: (message) => worker.postMessage(message),
      listen: (listener) => worker.addEventListener('message', ({ data }: MessageEvent<FromShell>) => listener(data)),
    },
    failed: new Promise((_resolve, reject) => {
      const fail = (): void => reject(new Error('the shell’s thread could not be started'));
      worker.addEventListener('error', fail);
      // After its first message, an error is a bug that it survives.
      worker.addEventListener('message', () => worker.removeEventListener('error', fail), { once: true });
    }),
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

/** How to start a shell; `inPage` is called if it has to run in the page's own thread. */
const createSpawn = (inPage: () => void): ((here?: boolean) => Promise<Spawned>) => {
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
    if (!forbidden) inPage();
    forbidden = true;
    return spawned;
  };
};

/** Starts the page's shell. */
export const startShell = (
  page: PageHost,
  stores: Parameters<AppParts['load']>[0],
  listeners: Parameters<AppParts['load']>[1],
  inPage: () => void,
) => connectShell(createSpawn(inPage), programsHost(page), stores, listeners);
