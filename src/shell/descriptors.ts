/** Open files by descriptor number. */
import { CommandError, VfsError } from '../os/failure.ts';
import { LimitError } from '../os/limits.ts';
import type { Reader, Writer } from '../os/stream.ts';

/** What a descriptor number stands for (POSIX 3.253, "open file description"). */
export interface OpenFile {
  readonly reader?: Input;
  readonly writer?: Writer;
}

/** A shell's open files; a command with redirects has its own. */
export type Descriptors = Map<number, OpenFile>;

/** A reader into which a line reader can put back what it read too much, so that the next command finds it. */
export class Input implements Reader {
  readonly #reader: Reader;
  #held = '';

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  get isTty(): boolean {
    return this.#reader.isTty;
  }

  get size(): number | undefined {
    return this.#reader.size;
  }

  read(): Promise<string | null> {
    if (this.#held === '') return this.#reader.read();
    const text = this.#held;
    this.#held = '';
    return Promise.resolve(text);
  }

  unread(text: string): void {
    this.#held = text + this.#held;
  }

  close(): void {
    this.#reader.close();
  }
}

/** The same reader, able to take text back. */
export const asInput = (reader: Reader): Input => (reader instanceof Input ? reader : new Input(reader));

const closedInput = new Input({
  isTty: false,
  read: () => Promise.reject(new VfsError('EBADF')),
  close: () => {},
});

const closedWriter: Writer = {
  isTty: false,
  columns: 80,
  write: () => Promise.reject(new CommandError(`write error: ${new VfsError('EBADF').message}`)),
  close: () => {},
};

/** The reader of a descriptor; one that fails with EBADF when it is closed or only for writing. */
export const readerOf = (descriptors: Descriptors, descriptor: number): Input => descriptors.get(descriptor)?.reader ?? closedInput;

/** As `readerOf`, for writing. */
export const writerOf = (descriptors: Descriptors, descriptor: number): Writer => descriptors.get(descriptor)?.writer ?? closedWriter;

/** The first number from `first` downwards that nothing has; throws LimitError when only those are left that scripts count on. */
export const freeDescriptor = (descriptors: Descriptors, first: number): number => {
  let descriptor = first;
  while (descriptors.has(descriptor)) descriptor--;
  if (descriptor < 10) throw new LimitError('open descriptors', first - 9);
  return descriptor;
};
