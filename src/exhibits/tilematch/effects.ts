/** What any mode sets off outside: nothing, or the end of a way out. */
import { type Effect, withEffects } from '../../tui/program.ts';
import type { Message, Model, Played, Wire } from './model.ts';

/** A model, and what it sets off. */
export const quiet = (model: Model, ...effects: readonly Effect<Message>[]): Played => withEffects(model, ...effects);

/** Closes a way out. */
export const closing =
  (wire: Wire): Effect<Message> =>
  () =>
    wire.close();
