/** How a filter ends early. */

import { type Json, typeOf } from './json.ts';
import { inMessage } from './write-json.ts';

/** An error that `try` can catch; its value is a message unless the program made it. */
export class JqError extends Error {
  readonly value: Json;
  constructor(value: Json) {
    super(typeof value === 'string' ? value : 'error');
    this.value = value;
  }
}

/** `break`: leaves the label of the same identity. */
export class Break extends Error {
  readonly label: object;
  constructor(label: object) {
    super('break');
    this.label = label;
  }
}

/** `halt` and `halt_error`: ends the whole run. */
export class Halt extends Error {
  readonly status: number;
  readonly text: string;
  constructor(status: number, text: string) {
    super('halt');
    this.status = status;
    this.text = text;
  }
}

/** A value in an error: `number (5)`. */
export const described = (value: Json): string => `${typeOf(value)} (${inMessage(value)})`;
