/** What the devices under /dev do when a process opens them. */
import { VfsError } from '../os/failure.ts';
import { emptyReader, nullWriter, type Reader, type Writer } from '../os/stream.ts';
import type { Context } from './context.ts';
import { asInput, type OpenFile } from './descriptors.ts';
import { pacedWriter } from './pace.ts';

/** Characters in one read of an endless device. */
const CHUNK = 4096;

/** An endless reader: it lets the host breathe, as nothing else would stop it. */
const endless = ({ job }: Context, chunk: () => string): Reader => ({
  isTty: false,
  read: async () => {
    await job.pace();
    return chunk();
  },
  close: () => {},
});

/** Seven-bit characters, so that each is one byte. */
const randomText = ({ runtime }: Context): string =>
  String.fromCharCode(...Array.from({ length: CHUNK }, () => Math.floor(runtime.host.random() * 128)));

const fullWriter: Writer = { ...nullWriter, write: () => Promise.reject(new VfsError('ENOSPC')) };

/** Nothing to read; what is written is dropped, but at a pace: nothing else would stop who writes to it for ever. */
const sink = ({ job }: Context): Required<OpenFile> => ({ reader: asInput(emptyReader), writer: pacedWriter(nullWriter, job.pace) });

/** A sink with an endless source. */
const source = (context: Context, chunk: () => string): OpenFile => ({ ...sink(context), reader: asInput(endless(context, chunk)) });

const zeros = (): string => '\0'.repeat(CHUNK);

/** Opens the descriptor or device of that name; throws VfsError when there is nothing behind it. */
const devices: ReadonlyMap<string, (context: Context) => OpenFile | undefined> = new Map<
  string,
  (context: Context) => OpenFile | undefined
>([
  ['null', sink],
  ['zero', (context) => source(context, zeros)],
  ['full', (context) => ({ ...source(context, zeros), writer: fullWriter })],
  ['random', (context) => source(context, () => randomText(context))],
  ['urandom', (context) => source(context, () => randomText(context))],
  ['tty', ({ job }) => job.terminal],
  ['stdin', ({ descriptors }) => descriptors.get(0)],
  ['stdout', ({ descriptors }) => descriptors.get(1)],
  ['stderr', ({ descriptors }) => descriptors.get(2)],
]);

/** The open file behind `/dev/fd/N` or a device's inode; undefined when the absolute `path` is neither. Throws VfsError when it cannot be opened. */
export const openDevice = (path: string, context: Context): OpenFile | undefined => {
  const descriptor = /^\/dev\/fd\/(\d+)$/.exec(path)?.[1];
  if (descriptor !== undefined) {
    const file = context.descriptors.get(Number(descriptor));
    if (!file) throw new VfsError('ENOENT');
    return file;
  }
  const inode = context.runtime.fs.find(path);
  if (inode?.kind !== 'device') return undefined;
  const file = devices.get(inode.device)?.(context);
  if (!file) throw new VfsError('ENXIO');
  return file;
};
