/** base64: writes bytes as letters, and back. */

import { decode, encode, fromBytes, toBytes } from '../../coreutils/bytes.ts';
import { defineCommand } from '../../os/command.ts';
import { CommandError } from '../../os/failure.ts';
import { openInput } from '../../os/inputs.ts';
import { coreutils } from '../../os/operands.ts';
import { quote } from '../../os/quote.ts';
import type { Reader, Writer } from '../../os/stream.ts';

const options = {
  decode: { short: 'd', long: 'decode', summary: 'turn letters back into bytes' },
  ignore: { short: 'i', long: 'ignore-garbage', summary: 'with -d, pass over what is no Base64' },
  wrap: { short: 'w', long: 'wrap', value: 'COLS', summary: 'break lines after COLS letters instead of 76; 0 never does' },
} as const;

/** The whole units of `size` in what has been read, and what is left for later. */
const whole = (text: string, size: number): readonly [string, string] => {
  const end = text.length - (text.length % size);
  return [text.slice(0, end), text.slice(end)];
};

const encodeAll = async (reader: Reader, writer: Writer, columns: number): Promise<void> => {
  // A line at a time comes from as many bytes as fill it; without lines any three do.
  const unit = columns === 0 ? 3 : columns * 3;
  let rest = '';
  const write = (bytes: string): Promise<void> => {
    const letters = encode(bytes);
    return writer.write(columns === 0 ? letters : letters.replace(new RegExp(`.{1,${columns}}`, 'g'), '$&\n'));
  };
  for (let chunk = await reader.read(); chunk !== null; chunk = await reader.read()) {
    const [ready, left] = whole(rest + toBytes(chunk), unit);
    rest = left;
    if (ready !== '') await write(ready);
  }
  if (rest !== '') await write(rest);
};

/** Bytes at the end that may be the beginning of a character. */
const unfinished = (bytes: string): number => /[\xc0-\xff][\x80-\xbf]{0,2}$/.exec(bytes)?.[0].length ?? 0;

const decodeAll = async (reader: Reader, writer: Writer, garbage: RegExp): Promise<void> => {
  let letters = '';
  let bytes = '';
  const take = async (text: string, last: boolean): Promise<void> => {
    const { bytes: decoded, valid } = decode(text);
    bytes += decoded;
    const kept = last || !valid ? 0 : unfinished(bytes);
    await writer.write(fromBytes(bytes.slice(0, bytes.length - kept)));
    bytes = bytes.slice(bytes.length - kept);
    if (!valid) throw new CommandError('invalid input');
  };
  for (let chunk = await reader.read(); chunk !== null; chunk = await reader.read()) {
    const [ready, left] = whole(letters + chunk.replace(garbage, ''), 4);
    letters = left;
    await take(ready, false);
  }
  await take(letters, true);
};

export default defineCommand({
  name: 'base64',
  summary: 'Write bytes as letters, and back',
  topic: 'text',
  options,
  dialect: coreutils,
  operands: [{ name: 'FILE', kind: 'file', optional: true }],
  examples: [
    { line: 'echo hello | base64', shows: 'aGVsbG8K' },
    { line: 'echo aGVsbG8K | base64 -d', shows: 'And back' },
  ],
  statuses: { 1: 'the input is not Base64' },
  seeAlso: ['od'],
  run: async (process, { options: on, operands: [file = '-'] }) => {
    const { wrap = '76' } = on;
    if (!/^\d+$/.test(wrap)) throw new CommandError(`invalid wrap size: ${quote(wrap)}`);
    const reader = openInput(process, file);
    if (on.decode) await decodeAll(reader, process.stdout, on.ignore ? /[^A-Za-z0-9+/=]/g : /\n/g);
    else await encodeAll(reader, process.stdout, Math.min(Number(wrap), 1_000_000));
  },
});
