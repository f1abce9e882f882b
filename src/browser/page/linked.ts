/** Lines that come with the page's address: an entry's own page, or the fragment; Back and Forward move between them. */
import type { App } from '../../app/app.ts';
import { followLink } from '../../app/follow.ts';
import { type LinkedLine, readLink } from '../../career/link.ts';
import { phrase } from '../../locales/speech.ts';
import type { PageHost } from '../host/host.ts';

/** Another window can set our fragment over and over: milliseconds between two lines that are followed. */
const PAUSE = 500;

/** Whether a foreign page frames this one; then nothing runs by itself. */
const isFramed = (): boolean => globalThis.top !== globalThis.self;

/** Follows the page's address, and its changes from now on: each when the one before is done with, the newest in place of older ones. */
export const followAddress = (app: App, host: PageHost): void => {
  let next: LinkedLine | undefined;
  let following = false;
  const followAll = async (): Promise<void> => {
    following = true;
    for (let link = next; link; link = next) {
      next = undefined;
      if ('refused' in link) app.note(phrase`Ignored a link: ${link.refused}.`);
      else await followLink(app, host, link.line, !isFramed()).catch(() => {});
      await host.sleep(PAUSE, new AbortController().signal);
    }
    following = false;
  };
  const follow = (): void => {
    next = readLink(location.hash) ?? readLink(document.documentElement.dataset['line'] ?? '');
    if (!following) void followAll();
  };
  addEventListener('hashchange', follow);
  follow();
};
