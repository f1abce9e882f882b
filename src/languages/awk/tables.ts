/** awk's arrays: reading and setting elements, within bounds on how much all arrays of a program hold. */
import { HELD_TEXT, LimitError } from '../../os/limits.ts';
import type { Table, Value } from './value.ts';

/** Elements that an array may have. */
const ARRAY_ELEMENTS = 1_000_000;

const sizeOf = (value: Value): number => {
  if (typeof value === 'string') return value.length;
  return typeof value === 'object' ? value.text.length : 0;
};

/** The arrays of one program. */
export class Tables {
  /** Characters of all elements. */
  #held = 0;

  /** An element; one that was never set is made, as POSIX wants it. */
  get(table: Table, key: string): Value {
    const value = table.get(key);
    if (value === undefined && !table.has(key)) this.set(table, key, undefined);
    return value;
  }

  /** Sets an element; throws LimitError when there is no room for it. */
  set(table: Table, key: string, value: Value): void {
    const isNew = !table.has(key);
    if (isNew && table.size >= ARRAY_ELEMENTS) throw new LimitError('array elements', ARRAY_ELEMENTS);
    this.#held += sizeOf(value) - sizeOf(table.get(key)) + (isNew ? key.length : 0);
    if (this.#held > HELD_TEXT) throw new LimitError('text held at once', HELD_TEXT);
    table.set(key, value);
  }

  delete(table: Table, key: string): void {
    if (!table.has(key)) return;
    this.#held -= sizeOf(table.get(key)) + key.length;
    table.delete(key);
  }

  clear(table: Table): void {
    for (const key of table.keys()) this.delete(table, key);
  }
}
