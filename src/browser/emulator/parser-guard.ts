/** The emulator's guard against giant parameters. */
import type { IParser } from '@xterm/xterm';

/** No program here sends a control sequence with a larger count. */
const LARGEST_COUNT = 9_999;

/** Drops sequences whose repeat count could keep the emulator busy for minutes: REP, SU, SD, CHT, CBT, IL, DL, ICH, DCH, ECH. */
export const guardParser = (parser: Pick<IParser, 'registerCsiHandler'>): void => {
  for (const final of 'bSTIZLM@PX') {
    parser.registerCsiHandler({ final }, (parameters) => parameters.flat().some((count) => count > LARGEST_COUNT));
  }
};
