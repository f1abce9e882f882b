/** Compiles the forms of getline (POSIX awk, "Input/Output and General Functions"). */
import type { Expression } from './ast.ts';
import { type Closure, constant, type Frame, whenReady } from './closure.ts';
import type { Access, Compiler } from './compiler.ts';
import type { RecordReader } from './record-reader.ts';
import type { Runtime } from './runtime.ts';
import { fromInput, type Value } from './value.ts';

type Getline = Extract<Expression, { readonly kind: 'getline' }>;

/** The next record of a file or command into `$0` or a variable: 1, 0 at the end, -1 when it cannot be read. */
const take = async (
  runtime: Runtime,
  records: RecordReader | undefined,
  store: (text: string) => void,
  counts: boolean,
): Promise<number> => {
  if (!records) return -1;
  const text = await records.next(runtime.text('RS'));
  if (text === null) return 0;
  store(text);
  if (counts) runtime.set('NR', Number(runtime.text('NR')) + 1);
  return 1;
};

const takeMain = async (runtime: Runtime, store: (text: string) => void): Promise<number> => {
  const text = await runtime.input.next();
  if (text === null) return 0;
  runtime.count();
  store(text);
  return 1;
};

/** Compiles one getline; it always waits. */
export const compileGetline = (expression: Getline, compiler: Compiler): Closure => {
  const { runtime } = compiler;
  const { target } = expression;
  const access: Access | undefined = target && compiler.target(target);
  const source = expression.from === 'main' ? constant(undefined) : compiler.compile(expression.source);
  const run = async (frame: Frame): Promise<Value> => {
    const key = access && (await access.key.run(frame));
    const store = (text: string): void => (access ? access.set(frame, key, fromInput(text)) : runtime.record.set(text));
    if (expression.from === 'main') return takeMain(runtime, store);
    const name = await whenReady<string>(source.run(frame), runtime.toText);
    if (expression.from === 'file') return take(runtime, runtime.streams.file(name), store, false);
    return take(runtime, await runtime.streams.command(name), store, true);
  };
  return { waits: true, run };
};
