/** The outside as the page has it from its first second: clock, chance, storage. What only programs ask for comes with them. */
import type { Host } from '../../os/host.ts';
import { openStorage } from './storage.ts';
import { sleep } from './thread.ts';

const motion = globalThis.matchMedia('(prefers-reduced-motion: reduce)');

/** Where the site begins, whatever page of it this is: the folder of the manifest, as an address that ends in a slash. */
export const siteRoot = (): string =>
  new URL('./', document.querySelector<HTMLLinkElement>('link[rel=manifest]')?.href ?? location.href).href;

/** What the page itself needs of a host. */
export type PageHost = Pick<Host, 'now' | 'random' | 'sleep' | 'storage' | 'languages' | 'reducedMotion' | 'open'>;

/** The host of this page, without what only programs ask for. */
export const pageHost = (): PageHost => ({
  now: () => Date.now(),
  random: () => Math.random(),
  sleep,
  storage: openStorage(),
  languages: navigator.languages,
  reducedMotion: () => motion.matches,
  open: (url) => void globalThis.open(url, '_blank', 'noopener,noreferrer'),
});
