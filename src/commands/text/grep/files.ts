/** Which files grep searches: its operands, and with -r what is below them. */
import { operandPaths } from '../../../os/inputs.ts';
import { joinPath } from '../../../os/path.ts';
import type { Process } from '../../../os/process.ts';
import { compileGlob, type Glob } from '../../../pattern/glob.ts';

/** A file to search, as its lines are headed. */
export interface Target {
  readonly name: string;
  /** Undefined for standard input. */
  readonly path: string | undefined;
  /** Found below a directory. */
  readonly found: boolean;
}

/** Globs that let files and directories through by name. */
export interface Filters {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly excludeDirectories: readonly string[];
}

/** A glob matches a name's last component, or the name as it is written. */
const matches = (globs: readonly Glob[], name: string): boolean =>
  globs.some((glob) => glob.matches(name) || glob.matches(name.slice(name.lastIndexOf('/') + 1)));

/** Finds targets in order. */
export class Walk {
  readonly #process: Process;
  readonly #include: readonly Glob[];
  readonly #exclude: readonly Glob[];
  readonly #excludeDirectories: readonly Glob[];

  constructor(process: Process, filters: Filters) {
    const compile = (globs: readonly string[]): Glob[] => globs.map((glob) => compileGlob(glob));
    this.#process = process;
    this.#include = compile(filters.include);
    this.#exclude = compile(filters.exclude);
    this.#excludeDirectories = compile(filters.excludeDirectories);
  }

  #admits(name: string): boolean {
    return (this.#include.length === 0 || matches(this.#include, name)) && !matches(this.#exclude, name);
  }

  /** The targets of the operands; with `recursive` directories are gone through, and no operand means the working directory. */
  *targets(operands: readonly string[], recursive: boolean): Generator<Target> {
    if (operands.length === 0 && recursive) {
      yield* this.#below(this.#process.resolve('.'), '');
      return;
    }
    for (const operand of operands.length === 0 ? ['-'] : operands) {
      if (operand === '-') yield { name: '(standard input)', path: undefined, found: false };
      else yield* this.#operand(operand, recursive);
    }
  }

  *#operand(operand: string, recursive: boolean): Generator<Target> {
    const paths = operandPaths(this.#process, operand);
    for (const path of paths) {
      const name = paths.length > 1 ? path.slice(path.lastIndexOf('/') + 1) : operand;
      const kind = this.#process.fs.find(path)?.kind;
      if (recursive && kind === 'directory') {
        if (!matches(this.#excludeDirectories, name.replace(/\/+$/, ''))) yield* this.#below(path, name);
      } else if (kind !== 'file' || this.#admits(name)) yield { name, path, found: false };
    }
  }

  *#below(path: string, shown: string): Generator<Target> {
    for (const { name, inode } of this.#process.fs.readDirectory(path)) {
      const child = joinPath(path, name);
      const childShown = shown === '' ? name : joinPath(shown, name);
      if (inode.kind === 'directory') {
        if (!matches(this.#excludeDirectories, name)) yield* this.#below(child, childShown);
      } else if (inode.kind === 'file' && this.#admits(childShown)) yield { name: childShown, path: child, found: true };
    }
  }
}
