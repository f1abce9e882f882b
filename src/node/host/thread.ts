/** The shell's thread under Node: started from the command line's own file, bounded in memory, ended whatever it does. */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Spawned } from '../../worker/page.ts';
import type { FromShell, ToShell } from '../../worker/protocol.ts';

/** Marks a thread as a shell's. */
const PURPOSE = 'shell';

/** Megabytes of a shell's heap; a thread that wants more is ended, and replaced. */
const HEAP = 1_024;

/** Whether this thread is to be a shell. */
export const isShellThread = (): boolean => !isMainThread && workerData === PURPOSE;

/** Serves the thread that started this one, until it ends. */
export const serveThread = async (): Promise<never> => {
  const [{ serveShell }, { resume }, { nodeHost }] = await Promise.all([
    import('../../worker/shell.ts'),
    import('../../../data/resume.ts'),
    import('./host.ts'),
  ]);
  serveShell(
    {
      send: (message) => parentPort?.postMessage(message),
      listen: (listener) => void parentPort?.on('message', (message: ToShell) => listener(message)),
    },
    resume,
    nodeHost(),
  );
  return new Promise(() => {});
};

/** Starts a shell in a thread of its own. */
export const spawnThread = async (): Promise<Spawned> => {
  const [, program = ''] = process.argv;
  const thread = new Worker(program, { workerData: PURPOSE, resourceLimits: { maxOldGenerationSizeMb: HEAP } });
  const failed = new Promise<never>((_resolve, reject) => {
    thread.on('error', reject);
  });
  // Once it runs, a thread that ends counts as a shell that does not respond.
  failed.catch(() => {});
  return {
    wire: {
      send: (message) => thread.postMessage(message),
      listen: (listener) => void thread.on('message', (message: FromShell) => listener(message)),
    },
    failed,
    terminate: () => void thread.terminate(),
  };
};
