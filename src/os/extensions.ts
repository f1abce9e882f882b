/** What a machine hands to its programs beyond this system: values that nothing here knows, by typed keys. */

/** The key of a value; made once by whoever knows what the value is. */
export interface ExtensionKey<T> {
  /** For the message when a machine has no such value. */
  readonly name: string;
  /** Never there: it only tells the compiler what the value is. */
  readonly type?: T;
}

/** Makes a key; two keys of one name are two keys. */
export const defineExtension = <T>(name: string): ExtensionKey<T> => ({ name });

/** The values of one machine. */
export class Extensions {
  readonly #values = new Map<ExtensionKey<unknown>, unknown>();

  /** Adds a value; answers itself. */
  with<T>(key: ExtensionKey<T>, value: T): this {
    this.#values.set(key, value);
    return this;
  }

  /** The value of a key, if the machine has it. */
  find<T>(key: ExtensionKey<T>): T | undefined {
    return this.#values.get(key) as T | undefined;
  }

  /** The value of a key that every machine must have; throws where one has not. */
  get<T>(key: ExtensionKey<T>): T {
    if (!this.#values.has(key)) throw new Error(`this machine has no ${key.name}`);
    return this.#values.get(key) as T;
  }
}
