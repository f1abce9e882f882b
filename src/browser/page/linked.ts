/** Lines that come with the page's address: an entry's own page, or the fragment; Back and Forward move between them. */
import type { App } from '../../app/app.ts';
import { followLink } from '../../app/follow.ts';
import { readLink } from '../../os/link-text.ts';
import { say } from '../../term/say.ts';
import type { PageHost } from '../host/host.ts';

/** Another window may set our fragment over and over; at most one line in so many milliseconds is taken. */
const PAUSE = 500;

/** Whether a foreign page frames this one: then nothing runs by itself. */
const isFramed = (): boolean => globalThis.top !== globalThis.self;

/** Follows the page's address, and its changes from now on. */
export const followAddress = (app: App, host: PageHost): void => {
  let last = -PAUSE;
  const follow = (): void => {
    const link = readLink(location.hash) ?? readLink(document.documentElement.dataset['line'] ?? '');
    if (!link || performance.now() - last < PAUSE) return;
    last = performance.now();
    if ('refused' in link) app.note(say`Ignored a link: ${link.refused}.`);
    else void followLink(app, host, link.line, !isFramed()).catch(() => {});
  };
  addEventListener('hashchange', follow);
  follow();
};
