/** Numbers given as options of an exhibit: `--records 1e6`. */
import { UsageError } from '../../os/failure.ts';

/** What numbers an option takes. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
  /** What it is when it is not given. */
  readonly normal: number;
  /** Fractions are welcome. */
  readonly fraction?: boolean;
}

/** The option's number. Throws UsageError that names the option and its bounds. */
export const quantity = (name: string, text: string | undefined, { least, most, normal, fraction = false }: Bounds): number => {
  if (text === undefined) return normal;
  const value = Number(text);
  const sound = text.trim() !== '' && value >= least && value <= most && (fraction || Number.isInteger(value));
  if (!sound && fraction) throw new UsageError(`invalid ${name}: '${text}': must be a number from ${least} to ${most}`);
  if (!sound) throw new UsageError(`invalid ${name}: '${text}': must be a whole number from ${least} to ${most}`);
  return value;
};

/** The option's word, which must be one of `words`; undefined when it is not given. Throws UsageError. */
export const oneOf = <Word extends string>(name: string, text: string | undefined, words: readonly Word[]): Word | undefined => {
  if (text === undefined) return undefined;
  const found = words.find((word) => word === text);
  if (found === undefined) throw new UsageError(`invalid ${name}: '${text}': must be one of ${words.join(', ')}`);
  return found;
};
