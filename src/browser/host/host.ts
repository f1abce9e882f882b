/** What the page itself needs of the outside: clock, chance, storage. What only programs need comes with the shell. */
import type { Host } from '../../os/host.ts';
import { openStorage } from './storage.ts';
import { sleep } from './thread.ts';

const motion = globalThis.matchMedia('(prefers-reduced-motion: reduce)');

/** The address of the site's root, from any of its pages: the folder of the manifest, with a slash at the end. */
export const siteRoot = (): string =>
  new URL('./', document.querySelector<HTMLLinkElement>('link[rel=manifest]')?.href ?? location.href).href;

/** What the page itself needs of a host. */
export type PageHost = Pick<Host, 'now' | 'random' | 'sleep' | 'storage' | 'languages' | 'reducedMotion' | 'open'>;

/** The host of this page, without what only programs need. */
export const pageHost = (): PageHost => ({
  now: () => Date.now(),
  random: () => Math.random(),
  sleep,
  storage: openStorage(),
  languages: navigator.languages,
  reducedMotion: () => motion.matches,
  open: (url) => void globalThis.open(url, '_blank', 'noopener,noreferrer'),
});
