/** Opens paths for reading and writing, as open(2) does. */
import { VfsError } from '../os/failure.ts';
import { LimitError } from '../os/limits.ts';
import { resolvePath } from '../os/path.ts';
import { createPipe, nullWriter, type Pipe, type Reader, textReader, type Writer } from '../os/stream.ts';
import { byteLength, type FileInode } from '../os/vfs.ts';
import type { Context } from './context.ts';
import { asInput, type Input, readerOf, writerOf } from './descriptors.ts';
import { openDevice } from './devices.ts';

/** Characters in one read of a file. */
const CHUNK = 65_536;

/** Reads a file as it is when each chunk is read, so that a loop sees what was appended meanwhile. */
const fileReader = (inode: FileInode): Reader => {
  let offset = 0;
  return {
    isTty: false,
    get size() {
      return byteLength(inode.content);
    },
    read: () => {
      const chunk = inode.content.slice(offset, offset + CHUNK);
      offset += chunk.length;
      return Promise.resolve(chunk === '' ? null : chunk);
    },
    close: () => {},
  };
};

/** Opens a path or a bare name for reading; where that stands for several files, their texts in one. Throws VfsError. */
export const openForReading = (name: string, context: Context): Input => {
  if (name === '') throw new VfsError('ENOENT');
  const { fs } = context.runtime;
  const device = openDevice(resolvePath(context.state.cwd, name), context);
  if (device) return device.reader ?? readerOf(context.descriptors, -1);
  const [path = '', ...others] = fs.locate(name, context.state.cwd);
  if (others.length > 0) return asInput(textReader([path, ...others].map((each) => fs.readFile(each)).join('')));
  const inode = fs.find(path);
  // The system call that tells what is wrong: nothing there, a directory, or no permission.
  if (inode?.kind !== 'file' || (inode.mode & 0o400) === 0) fs.readFile(path);
  return asInput(fileReader(inode as FileInode));
};

/** The bits that a new file has before the umask takes some. */
const NEW_FILE_MODE = 0o666;

/** Opens a path for writing, creating the file or, unless `append`, emptying it. Throws VfsError. */
export const openForWriting = (path: string, append: boolean, context: Context): Writer => {
  if (path === '') throw new VfsError('ENOENT');
  const { runtime, state, job } = context;
  const absolute = resolvePath(state.cwd, path);
  const device = openDevice(absolute, context);
  if (device) return device.writer ?? writerOf(context.descriptors, -1);
  const isNew = runtime.fs.find(absolute) === undefined;
  runtime.fs.writeFile(absolute, '', append);
  if (isNew) runtime.fs.setMode(absolute, NEW_FILE_MODE & ~state.umask);
  return {
    ...nullWriter,
    write: async (text) => {
      job.signal.throwIfAborted();
      runtime.fs.writeFile(absolute, text, true);
      await job.pace();
    },
  };
};

/** A pipe between processes of a job; what fills the session's memory with one stops the job whole. */
export const openPipe = ({ job, runtime }: Context): Pipe => {
  const memory = runtime.fs.ledger.open();
  const reach = (characters: number): void => {
    try {
      memory.reach(characters);
    } catch (error) {
      if (error instanceof LimitError) job.exceed(error);
      throw error;
    }
  };
  return createPipe(job.signal, job.pace, { reach });
};
