/** Coprocesses: jobs with pipes to and from them (bash manual, "Coprocesses"). */
import type { Coprocess } from '../syntax/ast.ts';
import { startJob } from './background.ts';
import type { Context } from './context.ts';
import { asInput, freeDescriptor } from './descriptors.ts';
import { openPipe } from './open.ts';

/** Starts a coprocess: its variable has the descriptors to read from it and to write to it. */
export const startCoprocess = async (
  { name, span }: Coprocess,
  context: Context,
  body: (context: Context) => Promise<number>,
): Promise<void> => {
  const { descriptors, state, source } = context;
  const output = openPipe(context);
  const input = openPipe(context);
  const close = (): void => {
    output.writer.close();
    input.reader.close();
  };
  const run = (inner: Context): Promise<number> => body(inner).finally(close);
  await startJob(
    source.slice(span.start, span.end),
    context,
    run,
    new Map([
      [0, { reader: asInput(input.reader) }],
      [1, { writer: output.writer }],
    ]),
  );
  const from = freeDescriptor(descriptors, 63);
  descriptors.set(from, { reader: asInput(output.reader) });
  const to = freeDescriptor(descriptors, 60);
  descriptors.set(to, { writer: input.writer });
  const entry = (value: number) => ({ subscript: undefined, append: false, value: String(value) });
  state.variables.assign(name, [entry(from), entry(to)], false);
  state.variables.set(`${name}_PID`, String(state.background));
};
