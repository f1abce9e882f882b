/** Installs the service worker once the page has settled, and says when a newer version of the site is ready. */
import type { App } from '../../app/app.ts';
import { phrase } from '../../locales/speech.ts';
import { siteRoot } from '../host/host.ts';

/** Milliseconds after which the page has surely finished loading. */
const SETTLED = 3_000;

/** Installs it, if the browser supports it and the page came over the web. */
export const installOffline = (app: App): void => {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator) || !isSecureContext) return;
  let serviceWorker: ServiceWorkerContainer;
  try {
    ({ serviceWorker } = navigator);
  } catch {
    // Forbidden, as in a sandbox: the page does without.
    return;
  }
  const updating = serviceWorker.controller !== null;
  setTimeout(() => {
    const root = siteRoot();
    serviceWorker
      .register(threads.scriptAddress(`${root}sw.js`), { scope: root })
      .then(() => serviceWorker.ready)
      .then(({ active }) => active?.postMessage('settled'))
      .catch(() => {});
  }, SETTLED);
  serviceWorker.addEventListener('controllerchange', () => {
    if (updating) app.note(phrase`A newer version of this page is ready. Reload to see it.`);
  });
};
