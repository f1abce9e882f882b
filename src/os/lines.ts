/** Styled lines on their way to a stream. */
import { type Line, plain } from '../term/style.ts';
import type { Writer } from './stream.ts';

/** Writes lines, each with its newline: piece by piece where looks are seen, in one piece elsewhere. */
export const writeLines = async (writer: Writer, lines: readonly Line[]): Promise<void> => {
  if (!writer.isTty) return writer.write(lines.map((pieces) => `${plain(pieces)}\n`).join(''));
  let held = '';
  for (const pieces of lines) {
    for (const { text, style } of pieces) {
      if (!style) {
        held += text;
        continue;
      }
      if (held !== '') await writer.write(held);
      held = '';
      await writer.write(text, style);
    }
    held += '\n';
  }
  if (held !== '') await writer.write(held);
};
