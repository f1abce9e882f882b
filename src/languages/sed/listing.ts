/** What `l` shows of the pattern space: everything unambiguous, in lines that end in a backslash. */
import { toBytes } from '../../coreutils/text/bytes.ts';

const escapes = new Map([
  ['\\', '\\\\'],
  ['\x07', '\\a'],
  ['\b', '\\b'],
  ['\f', '\\f'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\v', '\\v'],
]);

const show = (byte: string): string =>
  escapes.get(byte) ?? (/[ -~]/.test(byte) ? byte : `\\${byte.charCodeAt(0).toString(8).padStart(3, '0')}`);

/** The text in lines of at most `width` characters; 0 or 1 never breaks. */
export const list = (text: string, width: number): string => {
  const lines: string[] = [];
  let line = '';
  for (const byte of toBytes(text)) {
    const shown = show(byte);
    if (width > 1 && line.length + shown.length > width - 1) {
      lines.push(`${line}\\`);
      line = '';
    }
    line += shown;
  }
  return [...lines, `${line}$`].join('\n');
};
