/** The service worker: it serves the site offline, each page with files of the same version. */

declare const __VERSION__: string;
declare const __FILES__: readonly string[];

/** What this file needs of the worker's global scope. */
interface WorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: { waitUntil(work: Promise<unknown>): void }) => void): void;
  addEventListener(
    type: 'fetch',
    listener: (event: { readonly request: Request; respondWith(response: Promise<Response>): void }) => void,
  ): void;
}

const scope = globalThis as unknown as WorkerScope;
/** The prefix of this site's caches; another site of the same origin has its own. */
const PREFIX = `cvsh:${new URL(scope.registration.scope).pathname}:`;
const current = PREFIX + __VERSION__;

const install = async (): Promise<void> => {
  const cache = await caches.open(current);
  await cache.addAll(__FILES__.map((file) => new Request(new URL(file, scope.registration.scope), { cache: 'reload' })));
  await scope.skipWaiting();
};

/** Keeps the previous version, so that an open page still finds its files, and deletes older ones. */
const activate = async (): Promise<void> => {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== current);
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)));
  await scope.clients.claim();
};

/** Serves a page from the newest version, and a file, whose name contains its hash, from any. A language is kept once it was requested. */
const answer = async (request: Request): Promise<Response> => {
  const rules = { ignoreSearch: request.mode === 'navigate', ignoreVary: true };
  const cache = await caches.open(current);
  const kept = (await cache.match(request, rules)) ?? (await caches.match(request, rules));
  if (kept) return kept;
  const fetched = await fetch(request);
  if (fetched.ok && request.url.includes('/assets/locale-')) await cache.put(request, fetched.clone());
  return fetched;
};

scope.addEventListener('install', (event) => event.waitUntil(install()));
scope.addEventListener('activate', (event) => event.waitUntil(activate()));
scope.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method === 'GET' && url.startsWith(scope.registration.scope)) event.respondWith(answer(event.request));
});
