/** Exit statuses, by the names that POSIX 2.8.2 and sysexits give them. */

export const SUCCESS = 0;
export const FAILURE = 1;
/** Wrong usage, or bad syntax. */
export const USAGE = 2;
/** A bug of ours (sysexits EX_SOFTWARE). */
export const SOFTWARE = 70;
export const NOT_EXECUTABLE = 126;
export const NOT_FOUND = 127;
/** 128 + SIGINT. */
export const INTERRUPTED = 130;
/** 128 + SIGPIPE. */
export const BROKEN_PIPE = 141;
/** 128 + SIGTERM. */
export const TERMINATED = 143;
