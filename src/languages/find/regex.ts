/** find's `-regex`: the whole path by an expression, in Emacs's syntax unless `-regextype` says otherwise. */
import { CommandError } from '../../os/failure.ts';
import { PatternError } from '../../pattern/error.ts';
import { compileRegex } from '../../pattern/regex.ts';
import type { TestReader } from './search.ts';

/** Emacs's syntax as POSIX basic: `+` and `?` change places with their escaped forms. */
const fromEmacs = (pattern: string): string =>
  pattern.replace(/\[\^?\]?[^\]]*\]|\\?[+?]|\\./gs, (part) =>
    part === '+' || part === '?' ? `\\${part}` : part === '\\+' || part === '\\?' ? part.slice(1) : part,
  );

/** Reads `-regex` or, caseless, `-iregex`. */
export const regexTest =
  (caseless: boolean): TestReader =>
  (args, primary) => {
    const pattern = args.valueOf(primary);
    try {
      const regex =
        args.regexType === 'extended'
          ? compileRegex(pattern, { syntax: 'extended', caseless, bounds: 'line' })
          : compileRegex(args.regexType === 'emacs' ? fromEmacs(pattern) : pattern, { syntax: 'basic', caseless, bounds: 'line' });
      return (file) => regex.test(file.name);
    } catch (error) {
      if (error instanceof PatternError) throw new CommandError(`failed to compile regular expression '${pattern}': ${error.message}`);
      throw error;
    }
  };
