/** The shell's own thread: answers the page that started it. Where workers are forbidden, the page runs this very file in its own. */
import { resume } from '../../../data/resume.ts';
// What a first visitor types comes with the shell.
import '../../career/commands/whoami.ts';
import '../../commands/files/ls.ts';
import '../../commands/text/cat.ts';
import type { FromShell, ToShell, Wire } from '../../worker/protocol.ts';
import { serveShell } from '../../worker/shell.ts';
import { threadHost } from './thread.ts';

declare global {
  /** Serves a shell in the page's own thread. */
  var serveHere: ((wire: Wire<FromShell, ToShell>) => void) | undefined;
}

const scope = globalThis as unknown as Pick<Worker, 'postMessage' | 'addEventListener'>;

const ownWire = (): Wire<FromShell, ToShell> => ({
  send: (message) => scope.postMessage(message),
  listen: (listener) => scope.addEventListener('message', ({ data }) => listener(data)),
});

const serve = (wire: Wire<FromShell, ToShell>): void => serveShell(wire, resume, threadHost);

if ('document' in globalThis) globalThis.serveHere = serve;
else serve(ownWire());
