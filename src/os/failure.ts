/** The ways in which a command ends early, one class each. */

/** The reason of a job's AbortSignal: the user pressed Ctrl-C, or `kill` was used. `status` is 130 or 143. */
export class Stopped extends Error {
  readonly status: number;
  constructor(status: number) {
    super('stopped');
    this.name = 'Stopped';
    this.status = status;
  }
}

/** The reader of a pipe is gone (EPIPE): the writer ends silently with 141. */
export class BrokenPipe extends Error {
  constructor() {
    super('Broken pipe');
    this.name = 'BrokenPipe';
  }
}

/** Not a failure: `break`, `return`, `exit` and their kin leaving what runs; only the shell throws and catches it. */
export abstract class ControlFlow {}

/** A fault was told; the rest of the input line is dropped, and what follows it goes on (bash's DISCARD). */
export class Discard extends ControlFlow {
  readonly status: number;
  constructor(status: number) {
    super();
    this.status = status;
  }
}

/** Wrong usage: printed as `NAME: MESSAGE`, unless that is empty, with the hint and the status of the command's dialect. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** An option that the table does not have, or without its argument: printed with the synopsis; status 2. */
export class OptionError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'OptionError';
  }
}

/** The world says no: printed as `NAME: MESSAGE`; status 1 unless given. */
export class CommandError extends Error {
  readonly status: number;
  constructor(message: string, status = 1) {
    super(message);
    this.name = 'CommandError';
    this.status = status;
  }
}

/** A CommandError of a builtin after which the rest of the input line is not run (bash's DISCARD). */
export class LineError extends CommandError {}

/** The wordings of libc's strerror, by errno name. */
const wordings = {
  ENOENT: 'No such file or directory',
  EACCES: 'Permission denied',
  EPERM: 'Operation not permitted',
  EEXIST: 'File exists',
  ENOTDIR: 'Not a directory',
  EISDIR: 'Is a directory',
  EINVAL: 'Invalid argument',
  ENOSPC: 'No space left on device',
  EROFS: 'Read-only file system',
  ENOTEMPTY: 'Directory not empty',
  EBADF: 'Bad file descriptor',
  ELOOP: 'Too many levels of symbolic links',
  ENAMETOOLONG: 'File name too long',
  ENXIO: 'No such device or address',
  EBUSY: 'Device or resource busy',
} as const;

export type Errno = keyof typeof wordings;

/** A file-system failure; `message` is libc's wording, without the path. */
export class VfsError extends Error {
  readonly code: Errno;
  constructor(code: Errno) {
    super(wordings[code]);
    this.name = 'VfsError';
    this.code = code;
  }
}
