/** Carries a syntax failure from where it is met up to where it becomes a value. */
import type { SyntaxFailure } from './ast.ts';

/** Thrown inside this layer only. */
export class SyntaxStop {
  readonly failure: SyntaxFailure;
  constructor(failure: SyntaxFailure) {
    this.failure = failure;
  }
}

/** What `read` returns, or the failure that it met. */
export function attempt<T>(read: () => T): T | SyntaxFailure {
  try {
    return read();
  } catch (error) {
    if (error instanceof SyntaxStop) return error.failure;
    throw error;
  }
}
