/** Node's standard streams as the shell's readers and writers. */
import type { Readable } from 'node:stream';
import type { WriteStream } from 'node:tty';
import { BrokenPipe } from '../os/failure.ts';
import type { Reader, Writer } from '../os/stream.ts';
import { paint } from '../term/ansi.ts';
import { clean } from '../term/clean.ts';
import type { Style } from '../term/style.ts';

/** A reader of a Node stream, decoded as UTF-8; it begins to read only when asked. */
export const streamReader = (stream: Readable, signal: AbortSignal, isTty: boolean): Reader => {
  let chunks: AsyncIterator<string> | undefined;
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  // Nobody may be reading when the job is stopped.
  aborted.catch(() => {});
  return {
    isTty,
    read: async () => {
      signal.throwIfAborted();
      if (!chunks) {
        stream.setEncoding('utf8');
        chunks = stream[Symbol.asyncIterator]() as AsyncIterator<string>;
      }
      const next = await Promise.race([chunks.next(), aborted]);
      return next.done ? null : next.value;
    },
    close: () => {},
  };
};

/** What a terminal shows of styled text; elsewhere the text alone, as it is. */
const render = (text: string, style: Style | undefined, coloured: boolean): string => {
  const shown = clean(text);
  if (!coloured || !style) return shown;
  // Links to lines mean nothing to a foreign terminal.
  const { run: _run, ...look } = style;
  return shown
    .split('\n')
    .map((part) => paint({ text: part, style: look }))
    .join('\n');
};

/** A writer to one of Node's standard streams; styles show only on a terminal, and not under NO_COLOR or TERM=dumb. */
export const streamWriter = (stream: WriteStream, signal: AbortSignal): Writer => {
  let broken = false;
  stream.on('error', () => {
    broken = true;
  });
  const isTty = stream.isTTY === true;
  const coloured = isTty && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
  return {
    isTty,
    get columns() {
      return isTty ? stream.columns : 80;
    },
    write: async (text, style) => {
      signal.throwIfAborted();
      if (broken) throw new BrokenPipe();
      const data = isTty ? render(text, style, coloured) : text;
      if (!stream.write(data)) await new Promise<void>((resolve) => stream.once('drain', resolve).once('error', () => resolve()));
      if (broken) throw new BrokenPipe();
    },
    close: () => {},
  };
};
