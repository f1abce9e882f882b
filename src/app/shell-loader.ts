/** Starts the shell when it is first needed. */
import type { Shell } from './shell.ts';

export class ShellLoader {
  /** Undefined until it is there. */
  shell: Shell | undefined;
  readonly #load: () => Promise<Shell>;
  #loading: Promise<Shell> | undefined;

  constructor(load: () => Promise<Shell>) {
    this.#load = load;
  }

  /** Starts it once; after a failure, the next call tries again. */
  wake(): Promise<Shell> {
    this.#loading ??= this.#load().then(
      (shell) => {
        this.shell = shell;
        return shell;
      },
      (error: unknown) => {
        this.#loading = undefined;
        throw error;
      },
    );
    return this.#loading;
  }

  /** Ends it: the next call starts a new one. */
  forget(): void {
    this.shell?.terminate();
    this.shell = undefined;
    this.#loading = undefined;
  }
}
