/** The bounds on what one line of a user's may spend; no honest line meets them. */

/** Characters that a pipe holds before its writer waits. */
export const PIPE_CAPACITY = 65_536;
/** Characters that one line may print on the terminal. */
export const TERMINAL_OUTPUT = 10_000_000;
/** Characters in one file, variable or captured output. */
export const TEXT_LENGTH = 16_000_000;
/** Characters that one session holds: files, variables, text that commands keep, pipes, subshells. */
export const SESSION_MEMORY = 128_000_000;
/** Characters that a live subshell counts for, besides what it sets. */
export const SUBSHELL_MEMORY = 20_000;
/** Characters that a command reads before it can begin. */
export const HELD_TEXT = 64_000_000;
/** Files and directories that a user may make. */
export const NEW_FILES = 10_000;
/** Characters in a path, as PATH_MAX. */
export const PATH_LENGTH = 4096;
/** Words that one word may expand to. */
export const EXPANSION_WORDS = 100_000;
/** Characters of all words to which the braces of one word expand. */
export const BRACE_TEXT = 2_000_000;
/** Elements of one array. */
export const ARRAY_ELEMENTS = 500_000;
/** References from one variable to the next (`declare -n`). */
export const REFERENCES = 8;
/** Function calls, subshells, sourced files and substitutions inside each other. */
export const CALL_DEPTH = 200;
/** Stages in a pipeline. */
export const PIPELINE_STAGES = 64;
/** Stages of pipelines that may run at once. */
export const LIVE_PROCESSES = 512;
/** Jobs that may run in the background at once. */
export const BACKGROUND_JOBS = 64;
/** Milliseconds that a job computes before it lets the host breathe. */
export const BREATH = 8;

/** A bound was met: the message names it, the command fails, the shell lives on. */
export class LimitError extends Error {
  /** `what` is a key of the catalogues. */
  constructor(what: string, bound: number) {
    super(`${what}: limit of ${bound} reached`);
    this.name = 'LimitError';
  }
}
