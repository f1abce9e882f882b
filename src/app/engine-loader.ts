/** Loads the engine when it is first needed, and after it what helps to type. */
import type { Assistant } from './editing/assistant.ts';
import type { Engine } from './engine.ts';

export class EngineLoader {
  /** Undefined until it is there. */
  engine: Engine | undefined;
  /** Comes after the engine: a line runs without it. */
  assistant: Assistant | undefined;
  readonly #load: () => Promise<Engine>;
  readonly #helped: () => void;
  #loading: Promise<Engine> | undefined;

  /** `helped` hears that the assistant is there. */
  constructor(load: () => Promise<Engine>, helped: () => void) {
    this.#load = load;
    this.#helped = helped;
  }

  /** Loads it once; a failure is forgotten, so that the next call tries again. */
  wake(): Promise<Engine> {
    this.#loading ??= this.#load().then(
      (engine) => {
        this.engine = engine;
        void this.#getHelp(engine).catch(() => {});
        return engine;
      },
      (error: unknown) => {
        this.#loading = undefined;
        throw error;
      },
    );
    return this.#loading;
  }

  /** Drops it: the next call makes a new one. */
  forget(): void {
    this.engine = undefined;
    this.assistant = undefined;
    this.#loading = undefined;
  }

  async #getHelp(engine: Engine): Promise<void> {
    this.assistant = await engine.assistant();
    this.#helped();
  }
}
