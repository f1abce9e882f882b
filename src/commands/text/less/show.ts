/** Shows files in the pager, or copies them where there is no terminal. */
import { CommandError } from '../../../os/failure.ts';
import { complain, openInputs } from '../../../os/inputs.ts';
import type { Process } from '../../../os/process.ts';
import { FAILURE, SUCCESS } from '../../../os/status.ts';
import type { PagerOptions } from '../../../tui/pager/model.ts';
import { openSources } from './sources.ts';

/** What less and more leave to the pager. */
export type ShowOptions = Omit<PagerOptions, 'compile'> & {
  readonly first: string;
  /** What fits on one screen is only printed. */
  readonly quitIfOneScreen: boolean;
};

const copy = async (process: Process, operands: readonly string[]): Promise<number> => {
  let status = SUCCESS;
  const inputs = openInputs(process, operands, (operand, error) => {
    status = FAILURE;
    return complain(process, operand, error);
  });
  for await (const { reader } of inputs) {
    for (let chunk = await reader.read(); chunk !== null; chunk = await reader.read()) await process.stdout.write(chunk);
  }
  return status;
};

/** Runs a pager's command; resolves to its exit status. */
export const show = async (process: Process, operands: readonly string[], options: ShowOptions): Promise<number> => {
  if (!process.tty || !process.stdout.isTty) return copy(process, operands);
  if (operands.length === 0 && process.stdin.isTty) throw new CommandError(`Missing filename ("${process.name} --help" for help)`);
  const [source, ...others] = await openSources(process, operands);
  if (!source) return FAILURE;
  const { page } = await import('../../../tui/pager.ts');
  const { compile } = await import('./compile.ts');
  return page(process, [source, ...others], { ...options, compile });
};
