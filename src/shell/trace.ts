/** Shows commands before they run (`set -x`). */
import { quoteTraced } from '../syntax/quote.ts';
import type { Context } from './context.ts';
import { writerOf } from './descriptors.ts';

/** Writes the words that are about to run, after PS4, if the user asked for it. */
export const trace = async (words: readonly string[], context: Context): Promise<void> => {
  const { state, descriptors } = context;
  if (!state.options.has('xtrace') || words.length === 0) return;
  const mark = state.variables.get('PS4') ?? '+ ';
  await writerOf(descriptors, 2).write(`${mark}${words.map(quoteTraced).join(' ')}\n`, { role: 'muted' });
};

/** As `trace`, for an assignment. */
export const traceAssignment = async (name: string, value: string, context: Context): Promise<void> => {
  const { state, descriptors } = context;
  await writerOf(descriptors, 2).write(`${state.variables.get('PS4') ?? '+ '}${name}=${quoteTraced(value)}\n`, { role: 'muted' });
};
