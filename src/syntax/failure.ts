/** Carries a syntax failure from where it is met up to where it becomes a value. */
import type { Span, SyntaxFailure } from './ast.ts';

/** The failure as a value. */
export const failure = (status: SyntaxFailure['status'], why: string, span: Span): SyntaxFailure => ({
  status,
  message: why,
  span,
});

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
