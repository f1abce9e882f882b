/** Compiled expressions: functions that answer at once where they can, and with a promise only where something must be waited for. */
import type { Cell } from './runtime.ts';
import type { Value } from './value.ts';

/** The local variables of a running function; empty outside of one. */
export type Frame = Cell[];

/** What an expression comes to. */
export type Result = Value | Promise<Value>;

/** A compiled expression. `waits`: it may answer with a promise. */
export interface Closure {
  readonly waits: boolean;
  run(frame: Frame): Result;
}

/** Goes on with a result now, or when it is there. */
export const whenReady = <T>(result: Result, next: (value: Value) => T | Promise<T>): T | Promise<T> =>
  result instanceof Promise ? result.then(next) : next(result);

/** An expression that does not change. */
export const constant = (value: Value): Closure => ({ waits: false, run: () => value });

/** An operation on one operand; `waits` says whether the operation itself may wait. */
export const lift = (operand: Closure, apply: (value: Value, frame: Frame) => Result, waits = false): Closure =>
  operand.waits
    ? { waits: true, run: (frame) => whenReady<Value>(operand.run(frame), (value) => apply(value, frame)) }
    : { waits, run: (frame) => apply(operand.run(frame) as Value, frame) };

/** An operation on two operands, the left evaluated first. */
export const liftTwo = (left: Closure, right: Closure, apply: (a: Value, b: Value, frame: Frame) => Result): Closure => {
  if (!left.waits && !right.waits)
    return { waits: false, run: (frame) => apply(left.run(frame) as Value, right.run(frame) as Value, frame) };
  const run = (frame: Frame): Result =>
    whenReady<Value>(left.run(frame), (a) => whenReady<Value>(right.run(frame), (b) => apply(a, b, frame)));
  return { waits: true, run };
};

/** The values of several expressions, in order. */
export const evaluateAll = (closures: readonly Closure[], frame: Frame): Value[] | Promise<Value[]> => {
  const values: Value[] = [];
  for (const [i, closure] of closures.entries()) {
    const result = closure.run(frame);
    if (result instanceof Promise) return evaluateRest(closures.slice(i + 1), values, result, frame);
    values.push(result);
  }
  return values;
};

const evaluateRest = async (rest: readonly Closure[], values: Value[], pending: Promise<Value>, frame: Frame): Promise<Value[]> => {
  values.push(await pending);
  for (const closure of rest) values.push(await closure.run(frame));
  return values;
};

/** An operation on any number of operands. */
export const liftAll = (operands: readonly Closure[], apply: (values: Value[], frame: Frame) => Result, waits = false): Closure => {
  const mayWait = operands.some((operand) => operand.waits);
  if (!mayWait)
    return {
      waits,
      run: (frame) =>
        apply(
          operands.map((operand) => operand.run(frame) as Value),
          frame,
        ),
    };
  const run = (frame: Frame): Result => {
    const values = evaluateAll(operands, frame);
    return values instanceof Promise ? values.then((all) => apply(all, frame)) : apply(values, frame);
  };
  return { waits: true, run };
};
