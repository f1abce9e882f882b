/** Whole numbers given as options: `--records 1e6`. */
import { UsageError } from '../../os/failure.ts';
import { say } from '../../term/say.ts';

/** What an option accepts, both ends included. */
export interface NumberRange {
  readonly from: number;
  readonly to: number;
  /** Taken when the option is not given. */
  readonly preset: number;
}

/** The value of the option `--NAME`; powers of ten may be written as `1e6`. Throws UsageError for anything but a whole number in the range. */
export const wholeNumber = (name: string, text: string | undefined, { from, to, preset }: NumberRange): number => {
  if (text === undefined) return preset;
  const value = Number(text);
  if (text.trim() === '' || !Number.isSafeInteger(value)) throw new UsageError(say`invalid number for '--${name}': '${text}'`);
  if (value < from || value > to) throw new UsageError(say`'--${name}' must be from ${from} to ${to}`);
  return value;
};
