/** Lines taken from an input one by one, for the utilities that walk several inputs side by side. */
import { lineBatches, type Reader } from '../../os/stream.ts';

/** Lines of an input, each handed out once. */
export interface LineSource {
  /** The next line without its newline; undefined at the end. */
  next(): Promise<string | undefined>;
}

/** Takes lines off `reader`. */
export const createLineSource = (reader: Reader, newline = '\n'): LineSource => {
  const batches = lineBatches(reader, newline);
  let lines: readonly string[] = [];
  let at = 0;
  return {
    next: async () => {
      while (at >= lines.length) {
        const { value, done } = await batches.next();
        if (done) return undefined;
        lines = value.lines;
        at = 0;
      }
      return lines[at++];
    },
  };
};

/** Opens `operand` (`-` is standard input) with the given opener and takes its lines; the same operand `-` shares one source. */
export const createSourceOpener = (stdin: Reader, open: (path: string) => Reader, newline = '\n'): ((operand: string) => LineSource) => {
  const shared = createLineSource(stdin, newline);
  return (operand) => (operand === '-' ? shared : createLineSource(open(operand), newline));
};
