/** Node's standard streams as the shell's readers and writers. */
import { constants, readFileSync, readlinkSync } from 'node:fs';
import type { Readable } from 'node:stream';
import type { WriteStream } from 'node:tty';
import { BrokenPipe, CommandError, VfsError } from '../os/failure.ts';
import type { Reader, Writer } from '../os/stream.ts';
import { paint } from '../term/ansi.ts';
import { clean } from '../term/clean.ts';
import type { Style } from '../term/style.ts';

/** A reader of a Node stream, decoded as UTF-8; it starts to read on demand. */
export const streamReader = (stream: Readable, signal: AbortSignal, isTty: boolean): Reader => {
  let chunks: AsyncIterator<string> | undefined;
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  // There may be no reader when the job is stopped.
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

/** Styled text as a terminal shows it. */
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

/**
 * Whether the process began without this descriptor (`>&-`). Node puts /dev/null in its place, open for reading and writing,
 * as no shell's redirect has it; where the system does not tell, it counts as open.
 */
const isClosed = (descriptor: number): boolean => {
  try {
    if (readlinkSync(`/proc/self/fd/${descriptor}`) !== '/dev/null') return false;
    const [, flags = ''] = /^flags:\s+(\d+)/m.exec(readFileSync(`/proc/self/fdinfo/${descriptor}`, 'utf8')) ?? [];
    return (Number.parseInt(flags, 8) & constants.O_RDWR) !== 0;
  } catch {
    return false;
  }
};

/** libc's messages for the errors of a write. */
const wordings = new Map((['ENOSPC', 'EBADF'] as const).map((code) => [code as string, new VfsError(code).message]));

/** A writer to one of Node's standard streams; styles show only on a terminal, and not under NO_COLOR or TERM=dumb. */
export const streamWriter = (stream: WriteStream, signal: AbortSignal): Writer => {
  let fault: { readonly code?: string | undefined; readonly message: string } | undefined = isClosed(
    (stream as WriteStream & { readonly fd: number }).fd,
  )
    ? { code: 'EBADF', message: '' }
    : undefined;
  stream.on('error', (error) => {
    fault = error;
  });
  /** Throws what has become of the stream: a reader that is gone ends the writer silently, all else is told. */
  const check = (): void => {
    if (!fault) return;
    if (fault.code === 'EPIPE' || fault.code === 'EOF') throw new BrokenPipe();
    throw new CommandError(`write error: ${wordings.get(fault.code ?? '') ?? fault.message}`);
  };
  const isTty = stream.isTTY === true;
  const coloured = isTty && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
  return {
    isTty,
    get columns() {
      return isTty ? stream.columns : 80;
    },
    write: async (text, style) => {
      signal.throwIfAborted();
      check();
      const data = isTty ? render(text, style, coloured) : text;
      // The write's own end tells whether it was taken, as a full device does not.
      await new Promise<void>((resolve) => stream.write(data, () => resolve()));
      check();
    },
    close: () => {},
  };
};
