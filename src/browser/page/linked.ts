/** Lines that come with the page's address: an entry's own page, or the fragment; Back and Forward move between them. */
import type { App } from '../../app/app.ts';
import { followLink } from '../../app/follow.ts';
import { say } from '../../term/say.ts';
import type { PageHost } from '../host/host.ts';

/** Characters of a linked line. */
const LINK_LENGTH = 500;

/** A linked line, or why there is none. */
type LinkedLine = { readonly line: string } | { readonly refused: string };

const unassigned = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;

/** The line in a fragment such as `#cat%20jobs/*`; undefined for an empty one. */
export const readLink = (fragment: string): LinkedLine | undefined => {
  const encoded = fragment.replace(/^#/, '');
  if (encoded === '') return undefined;
  let line: string;
  try {
    line = decodeURIComponent(encoded);
  } catch {
    return { refused: 'the link is not well-formed' };
  }
  if (line.length > LINK_LENGTH) return { refused: `the link is longer than ${LINK_LENGTH} characters` };
  if (unassigned.test(line)) return { refused: 'the link holds characters that do not belong on a command line' };
  return line.trim() === '' ? undefined : { line };
};

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
