/** What the modes with a way out have in common: time that is the host's, and texts that go out. */
import { quiet } from './effects.ts';
import { posted } from './far.ts';
import type { Model, Played } from './model.ts';
import { inWorld } from './visitor.ts';
import { sending } from './wire.ts';
import { advance, type Outward } from './world.ts';

/** Sends texts by the open way, after whatever is done already. */
export const alsoSend = ({ model, effects }: Played, texts: readonly string[]): Played => {
  const { wire } = model.far;
  return texts.length === 0 || !wire ? quiet(model, ...effects) : quiet(model, ...effects, sending(wire, texts));
};

/** Time has come to `at`: everything on this side moves on, and what is to go out goes, as `wrap` writes it. */
export const flow = (model: Model, at: number, wrap: (outward: Outward) => readonly string[]): Played => {
  const [world, outward] = posted(advance(model.world, Math.max(at, model.world.now)));
  return alsoSend(quiet(inWorld(model, world)), outward.flatMap(wrap));
};
