/** How control leaves what runs: thrown by builtins and by faults, caught where each ends. */
import { ControlFlow } from '../os/failure.ts';

/** `break N`. */
export class Break extends ControlFlow {
  readonly levels: number;
  /** What the loop's status becomes. */
  readonly status: number;
  constructor(levels: number, status = 0) {
    super();
    this.levels = levels;
    this.status = status;
  }
}

/** `continue N`. */
export class Continue extends ControlFlow {
  readonly levels: number;
  constructor(levels: number) {
    super();
    this.levels = levels;
  }
}

/** `return N`, out of a function or a sourced file. */
export class Return extends ControlFlow {
  readonly status: number;
  constructor(status: number) {
    super();
    this.status = status;
  }
}

/** `exit N`, an `errexit` or a fatal fault: out of the subshell or the shell. */
export class Exit extends ControlFlow {
  readonly status: number;
  constructor(status: number) {
    super();
    this.status = status;
  }
}

/** An expansion, assignment or expression that cannot be; `fatal` ends a shell that is not interactive (POSIX 2.8.1). */
export class ShellFault extends Error {
  readonly fatal: boolean;
  constructor(message: string, fatal = false) {
    super(message);
    this.name = 'ShellFault';
    this.fatal = fatal;
  }
}
