/** `select`: a menu, and a body that runs for each answer (bash manual, "Conditional Constructs"). */
import { FAILURE, SUCCESS } from '../os/status.ts';
import type { Select } from '../syntax/ast.ts';
import { isName, loop, run } from './compound.ts';
import type { Context } from './context.ts';
import { Break } from './control.ts';
import { writerOf } from './descriptors.ts';
import { expandWords } from './expand.ts';

/** The menu: numbered, in columns that fit. */
const menuOf = (items: readonly string[], width: number): string => {
  const cells = items.map((item, i) => `${String(i + 1).padStart(String(items.length).length)}) ${item}`);
  const widest = Math.max(...cells.map((cell) => cell.length)) + 2;
  const columns = Math.max(1, Math.floor(width / widest));
  const rows = columns >= items.length ? items.length : Math.ceil(items.length / columns);
  const line = (row: number): string =>
    cells
      .filter((_, i) => i % rows === row)
      .map((cell) => cell.padEnd(widest))
      .join('')
      .trimEnd();
  return Array.from({ length: rows }, (_, row) => `${line(row)}\n`).join('');
};

/** `select` shows a menu and runs its body for each answer, until the input ends. */
export const runSelect = async ({ name, words, body }: Select, context: Context): Promise<number> => {
  const { state, descriptors, runtime } = context;
  if (!(await isName(name, context))) return FAILURE;
  const items = words ? await expandWords(words, context) : [...state.positional];
  const stderr = writerOf(descriptors, 2);
  let shown = false;
  if (items.length === 0) return SUCCESS;
  return loop(context, async (inner) => {
    for (;;) {
      if (!shown) await stderr.write(menuOf(items, stderr.columns));
      shown = true;
      await stderr.write(state.variables.get('PS3') ?? '#? ');
      if ((await runtime.runner.call(['read'], inner, false)) !== SUCCESS) {
        await writerOf(descriptors, 1).write('\n');
        throw new Break(1, FAILURE);
      }
      const answer = state.variables.get('REPLY') ?? '';
      if (answer !== '') {
        state.variables.set(name, (/^\s*\d+\s*$/.test(answer) && items[Number(answer) - 1]) || '');
        const status = await run(body, inner);
        shown = state.variables.get('REPLY') !== '';
        return status;
      }
      shown = false;
    }
  });
};
