/** How `cat -A` and its kin make text visible, line by line. */
import { fromBytes, toBytes } from '../../../coreutils/text/bytes.ts';

/** What is to be marked. */
export interface Marks {
  readonly number: 'all' | 'nonblank' | 'none';
  readonly squeeze: boolean;
  readonly ends: boolean;
  readonly tabs: boolean;
  readonly nonprinting: boolean;
}

const caret = (code: number): string =>
  code === 127 ? '^?' : code < 32 ? `^${String.fromCharCode(code + 64)}` : String.fromCharCode(code);

/** GNU cat's notation for a byte: `^A`, `M-a`, `M-^A`; tab stands for itself. */
const visible = (byte: string): string => {
  const code = byte.charCodeAt(0);
  if (code === 9) return byte;
  return code < 128 ? caret(code) : `M-${caret(code - 128)}`;
};

const showLine = (line: string, marks: Marks): string => {
  let text = line;
  if (marks.nonprinting) text = Array.from(toBytes(text), visible).join('');
  if (marks.tabs) text = text.replaceAll('\t', '^I');
  if (marks.ends) text = `${text.replace(/\r$/, '^M')}$`;
  return marks.nonprinting ? fromBytes(text) : text;
};

/** Makes a marker that remembers, from batch to batch and file to file, the number reached and whether a line is open. */
export const createMarker = (marks: Marks): ((lines: readonly string[], terminated: boolean) => string) => {
  let number = 0;
  let blanks = 0;
  let open = false;

  const mark = (line: string, ended: boolean): string => {
    const blank = line === '' && !open;
    blanks = blank ? blanks + 1 : 0;
    if (marks.squeeze && blanks > 1) return '';
    const numbered = !open && marks.number !== 'none' && !(blank && marks.number === 'nonblank');
    const prefix = numbered ? `${String(++number).padStart(6)}\t` : '';
    const shown = showLine(line, ended ? marks : { ...marks, ends: false });
    open = !ended;
    return `${prefix}${shown}${ended ? '\n' : ''}`;
  };

  return (lines, terminated) => lines.map((line, i) => mark(line, terminated || i < lines.length - 1)).join('');
};
