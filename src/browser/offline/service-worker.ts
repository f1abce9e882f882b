/** The service worker: it serves the site offline, each page with files of the same version. */

declare const __VERSION__: string;
/** What the first screen and the shell need, and what comes after. */
declare const __FIRST__: readonly string[];
declare const __LATER__: readonly string[];

/** What this file needs of the worker's global scope. */
interface WorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate' | 'message', listener: (event: { waitUntil(work: Promise<unknown>): void }) => void): void;
  addEventListener(
    type: 'fetch',
    listener: (event: { readonly request: Request; respondWith(response: Promise<Response>): void }) => void,
  ): void;
}

const scope = globalThis as unknown as WorkerScope;
/** The prefix of this site's caches; another site of the same origin has its own. */
const PREFIX = `cvsh:${new URL(scope.registration.scope).pathname}:`;
const current = PREFIX + __VERSION__;

/** Milliseconds in which the network answers for a page; after that, the page is the one that was kept. */
const PATIENCE = 2_500;

const addressOf = (file: string): URL => new URL(file, scope.registration.scope);

const requestOf = (file: string): Request => new Request(addressOf(file), { cache: 'reload' });

const install = async (): Promise<void> => {
  const cache = await caches.open(current);
  await cache.addAll(__FIRST__.map(requestOf));
  await scope.skipWaiting();
};

/** Fetches the rest, one after the other, so that nobody waits for it. What does not come is fetched when it is asked for. */
const fetchLater = async (): Promise<void> => {
  const cache = await caches.open(current);
  for (const file of __LATER__) {
    if (!(await cache.match(addressOf(file)))) await cache.add(requestOf(file)).catch(() => {});
  }
};

/** Keeps the previous version, so that an open page still finds its files, and deletes older ones. */
const activate = async (): Promise<void> => {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== current);
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)));
  await scope.clients.claim();
};

/**
 * A page comes from the network, so that a visitor who returns reads today's résumé; from what was kept, where the network
 * does not answer in time; and as the page for wrong addresses, where nothing was kept.
 */
const answerPage = async (request: Request): Promise<Response> => {
  const cache = await caches.open(current);
  const kept = async (): Promise<Response | undefined> =>
    (await cache.match(request, { ignoreSearch: true, ignoreVary: true })) ?? (await cache.match(addressOf('404.html')));
  const late = new Promise<undefined>((resolve) => {
    setTimeout(resolve, PATIENCE);
  });
  const fetched = fetch(request);
  const first = await Promise.race([fetched, late]).catch(() => undefined);
  return first ?? (await kept()) ?? fetched;
};

/** A file, whose name contains its hash, is served from any version; what was not kept is kept once it was requested. */
const answerFile = async (request: Request): Promise<Response> => {
  const rules = { ignoreVary: true };
  const cache = await caches.open(current);
  const kept = (await cache.match(request, rules)) ?? (await caches.match(request, rules));
  if (kept) return kept;
  const fetched = await fetch(request);
  if (fetched.ok && request.url.includes('/assets/')) await cache.put(request, fetched.clone());
  return fetched;
};

const answer = (request: Request): Promise<Response> => (request.mode === 'navigate' ? answerPage(request) : answerFile(request));

scope.addEventListener('install', (event) => event.waitUntil(install()));
scope.addEventListener('activate', (event) => event.waitUntil(activate()));
// A page says that it has settled: now the rest disturbs nobody.
scope.addEventListener('message', (event) => event.waitUntil(fetchLater()));
scope.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method === 'GET' && url.startsWith(scope.registration.scope)) event.respondWith(answer(event.request));
});
