/** xxd: shows files as hexadecimal digits, and makes files of them. */
import { fromBytes, toBytes } from '../../coreutils/bytes.ts';
import { parseCount } from '../../coreutils/numbers.ts';
import { defineCommand } from '../../os/command.ts';
import { createOutput, openInput } from '../../os/inputs.ts';
import { plain } from '../../os/operands.ts';
import type { OptionValues } from '../../os/options.ts';
import { createBatcher, readAll, type Writer } from '../../os/stream.ts';

const options = {
  bits: { short: 'b', summary: 'show bits instead of digits' },
  columns: { short: 'c', value: 'COLS', summary: 'show COLS bytes a line instead of 16' },
  decimal: { short: 'd', summary: 'show addresses as decimal numbers' },
  group: { short: 'g', value: 'BYTES', summary: 'put a blank after each BYTES bytes; 0 puts none' },
  include: { short: 'i', summary: 'print an array of C' },
  length: { short: 'l', value: 'LEN', summary: 'show no more than LEN bytes' },
  plain: { short: 'p', summary: 'show digits alone, 30 bytes a line' },
  revert: { short: 'r', summary: 'make bytes of digits' },
  seek: { short: 's', value: 'SEEK', summary: 'skip SEEK bytes first' },
  upper: { short: 'u', summary: 'write the digits A to F' },
} as const;

type On = OptionValues<typeof options>;

const numberOf = (text: string | undefined, otherwise: number): number => {
  if (text === undefined) return otherwise;
  return /^0x[\da-f]+$/i.test(text) ? Number(text) : parseCount(text, 'invalid number');
};

const hexOf = (byte: string, upper: boolean): string => {
  const digits = byte.charCodeAt(0).toString(16).padStart(2, '0');
  return upper ? digits.toUpperCase() : digits;
};

const dump = async (out: Writer, bytes: string, offset: number, on: On): Promise<void> => {
  const columns = Math.max(1, Math.min(256, numberOf(on.columns, on.bits ? 6 : 16)));
  const group = numberOf(on.group, on.bits ? 1 : 2) || columns;
  const digits = on.bits ? 8 : 2;
  const width = columns * digits + Math.ceil(columns / group) - 1;
  const batch = createBatcher(out);
  for (let at = 0; at < bytes.length; at += columns) {
    const line = bytes.slice(at, at + columns);
    const groups: string[] = [];
    for (let i = 0; i < line.length; i += group)
      groups.push(
        Array.from(line.slice(i, i + group), (byte) =>
          on.bits ? byte.charCodeAt(0).toString(2).padStart(8, '0') : hexOf(byte, on.upper),
        ).join(''),
      );
    const address = (offset + at).toString(on.decimal ? 10 : 16).padStart(8, '0');
    await batch.put(`${address}: ${groups.join(' ').padEnd(width)}  ${line.replace(/[^ -~]/g, '.')}\n`);
  }
  await batch.flush();
};

const includeFile = (bytes: string, file: string, on: On): string => {
  const columns = numberOf(on.columns, 12);
  const items = Array.from(bytes, (byte) => `0x${hexOf(byte, on.upper)}`);
  const lines: string[] = [];
  for (let at = 0; at < items.length; at += columns) lines.push(`  ${items.slice(at, at + columns).join(', ')}`);
  const body = lines.join(',\n');
  if (file === '-') return `${body}\n`;
  const name = file.replace(/\W/g, '_').replace(/^\d/, '__$&');
  return `unsigned char ${name}[] = {\n${body}\n};\nunsigned int ${name}_len = ${items.length};\n`;
};

const revert = (text: string, isPlain: boolean): string => {
  const digits = isPlain
    ? text.replace(/[^\da-fA-F]/g, '')
    : text
        .split('\n')
        .map((line) => /^[\da-fA-F]+: ?((?:[\da-fA-F]{2} ?)*)/.exec(line)?.[1]?.replaceAll(' ', '') ?? '')
        .join('');
  return fromBytes((digits.match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join(''));
};

export default defineCommand({
  name: 'xxd',
  summary: 'Show files as hexadecimal digits, and back',
  topic: 'text',
  options,
  dialect: plain,
  operands: [
    { name: 'FILE', kind: 'file', optional: true },
    { name: 'OUTFILE', kind: 'file', optional: true },
  ],
  examples: [
    { line: 'xxd -l 32 about', shows: 'The first bytes, as digits and as text' },
    { line: "echo '68656c6c6f0a' | xxd -r -p", shows: 'hello' },
  ],
  seeAlso: ['od', 'hexdump'],
  filter: true,
  run: async (process, { options: on, operands: [file = '-', outfile] }) => {
    const text = await readAll(openInput(process, file), process.memory);
    const out = outfile === undefined ? process.stdout : createOutput(process, outfile);
    if (on.revert) return out.write(revert(text, on.plain));
    const seek = numberOf(on.seek, 0);
    const bytes = toBytes(text).slice(seek, seek + numberOf(on.length, Number.MAX_SAFE_INTEGER));
    if (on.include) return out.write(includeFile(bytes, file, on));
    if (!on.plain) return dump(out, bytes, seek, on);
    const digits = Array.from(bytes, (byte) => hexOf(byte, on.upper)).join('');
    const columns = numberOf(on.columns, 30);
    return out.write(columns === 0 ? `${digits}\n` : digits.replace(new RegExp(`.{1,${2 * columns}}`, 'g'), '$&\n'));
  },
});
