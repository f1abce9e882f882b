/** Starts a thread from one of the site's own files: a policy lets no other through (Trusted Types). It is part of the inline script. */

declare global {
  interface Window {
    trustedTypes?: {
      createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): unknown };
    };
  }
  /** Made by the inline script, which starts the shell's thread at the first key. */
  var threads: Threads;
  /** The file of the shell's own thread. An element is a global by its id (HTML, named access on the Window object). */
  var thread: HTMLLinkElement;
}

const policy = self.trustedTypes?.createPolicy('cvsh', {
  createScriptURL(url) {
    if (url === thread.href || /^[^?#]+\/sw\.js$/.test(url)) return url;
    throw url;
  },
});

/** The address of one of the site's scripts as `Worker` and `register` take it. */
const scriptAddress = (url: string): string => (policy?.createScriptURL(url) ?? url) as string;

/** A thread that was started. */
export interface Thread {
  readonly worker: Worker;
  /** Rejects when its script does not come. */
  readonly failed: Promise<never>;
}

const start = (): Thread => {
  const worker = new Worker(scriptAddress(thread.href), { type: 'module' });
  const failed = new Promise<never>((_resolve, reject) => {
    const fail = (): void => reject(new Error('the shell’s thread could not be started'));
    worker.addEventListener('error', fail);
    // After its first message, an error is a bug that it survives.
    worker.addEventListener('message', () => worker.removeEventListener('error', fail), { once: true });
  });
  // Nobody waits for it until it is taken.
  failed.catch(() => {});
  return { worker, failed };
};

let started: Thread | undefined;

/** What the page does with threads. */
export interface Threads {
  /** Starts the shell's thread before there is anybody to speak to it. */
  start(): void;
  /** The thread that was started before, or a new one; throws if threads are forbidden. */
  take(): Thread;
  /** The address of one of the site's scripts as `Worker` and `register` take it. */
  scriptAddress(url: string): string;
}

export const createThreads = (): Threads => ({
  start: () => {
    try {
      started ??= start();
    } catch {
      // Where it is taken, it is tried again.
    }
  },
  take: () => {
    const taken = started ?? start();
    started = undefined;
    return taken;
  },
  scriptAddress,
});
