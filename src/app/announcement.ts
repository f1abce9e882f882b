/** What a screen reader says when a command ends. */
import type { Speech } from '../locales/speech.ts';
import { plain } from '../term/style.ts';
import type { Block } from './transcript.ts';

/** Characters of a status sentence. */
const ANNOUNCEMENT = 200;

/** One sentence for a polite live region (WCAG 4.1.3): a short output in full, a long one as a summary, a failure with its status. */
export const announcement = (block: Block, { say }: Speech): string => {
  const lines = block.lines.map((line) => plain(line).trim()).filter((text) => text !== '');
  const count = lines.length + block.omitted;
  const failed = block.status === 0 || block.status === undefined ? '' : ` ${say`(exit status ${block.status})`}`;
  const command = block.command.slice(0, 60);
  if (count === 0) return say`${command}: no output${failed}`;
  const whole = lines.join('. ');
  if (count <= 5 && whole.length + failed.length <= ANNOUNCEMENT) return `${whole}${failed}`;
  const first = (lines[0] ?? '').slice(0, 80);
  const summary = count === 1 ? say`${command}: a long line${failed}: ${first}` : say`${command}: ${count} lines${failed}. First: ${first}`;
  return summary.slice(0, ANNOUNCEMENT);
};
