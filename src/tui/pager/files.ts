/** Going from one of the pager's files to another. */
import { VfsError } from '../../os/failure.ts';
import { type Model, type Next, openView, type View } from './model.ts';

/** The file at `index` as it was left, or opened for the first time. */
export const switchFile = (model: Model, index: number): Next => {
  const source = model.sources[index];
  if (!source) return { ...model, message: index < 0 ? 'No previous file' : 'No next file' };
  let view: View;
  try {
    view = model.left.get(index) ?? openView(source, model.size.columns, model.pace);
  } catch (error) {
    if (!(error instanceof VfsError)) throw error;
    return { ...model, message: `${source.name}: ${error.message}` };
  }
  return { ...model, file: index, view, left: new Map(model.left).set(model.file, model.view) };
};
