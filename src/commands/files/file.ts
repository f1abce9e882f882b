/** file: says what files seem to be. */

import { namedFiles } from '../../coreutils/files.ts';
import { defineCommand } from '../../os/command.ts';
import { VfsError } from '../../os/failure.ts';
import { coreutils } from '../../os/operands.ts';
import type { OptionValues } from '../../os/options.ts';
import type { Process } from '../../os/process.ts';
import { attempt } from '../../os/report.ts';
import { readAll } from '../../os/stream.ts';
import type { Inode } from '../../os/vfs.ts';
import { cells } from '../../term/width.ts';

/** A kind in words, and as a MIME type with its charset. */
interface Kind {
  readonly words: string;
  readonly type: string;
  readonly charset: string;
}

const LONG_LINE = 300;

const isJson = (text: string): boolean => {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const interpreters = new Map([
  ['/bin/sh', 'POSIX shell script'],
  ['/bin/bash', 'Bourne-Again shell script'],
  ['bash', 'Bourne-Again shell script'],
  ['/usr/bin/python3', 'Python script'],
  ['python3', 'Python script'],
]);

const scriptKind = (text: string): string | undefined => {
  const line = /^#!\s*([^\n]*)/.exec(text)?.[1]?.trim();
  if (line === undefined) return undefined;
  const program = line.replace(/^\/usr\/bin\/env\s+/, '').split(/\s/)[0] ?? '';
  return interpreters.get(program) ?? `a ${line} script`;
};

const endings = (text: string): string => {
  const longest = text.split('\n').reduce((longest, line) => Math.max(longest, line.length), 0);
  const notes = [
    longest >= LONG_LINE ? `, with very long lines (${longest})` : '',
    /\r\n/.test(text) ? ', with CRLF line terminators' : text.includes('\n') ? '' : ', with no line terminators',
    text.includes('\x1b') ? ', with escape sequences' : '',
  ];
  return notes.join('');
};

const textKind = (text: string): Kind => {
  if (/[\0-\x06\x0e-\x1a\x7f]/.test(text)) return { words: 'data', type: 'application/octet-stream', charset: 'binary' };
  const isAscii = /^[\0-\x7f]*$/.test(text);
  const charset = isAscii ? 'us-ascii' : 'utf-8';
  if (isJson(text)) return { words: 'JSON text data', type: 'application/json', charset };
  const coding = isAscii ? 'ASCII text' : 'Unicode text, UTF-8 text';
  const script = scriptKind(text);
  if (script !== undefined) return { words: `${script}, ${coding} executable${endings(text)}`, type: 'text/x-shellscript', charset };
  if (/^\s*(?:<!doctype html|<html)/i.test(text)) return { words: `HTML document, ${coding}${endings(text)}`, type: 'text/html', charset };
  return { words: coding + endings(text), type: 'text/plain', charset };
};

/** The kind of a file. */
const kindOf = (inode: Inode): Kind => {
  if (inode.kind === 'directory') return { words: 'directory', type: 'inode/directory', charset: 'binary' };
  if (inode.kind === 'device') return { words: 'character special', type: 'inode/chardevice', charset: 'binary' };
  if (inode.content === '') return { words: 'empty', type: 'inode/x-empty', charset: 'binary' };
  if (inode.content.length === 1) return { words: 'very short file (no magic)', type: 'application/octet-stream', charset: 'us-ascii' };
  return textKind(inode.content);
};

const options = {
  brief: { short: 'b', long: 'brief', summary: 'leave the names out' },
  mime: { short: 'i', long: 'mime', summary: 'print MIME types with their charsets' },
  mimeType: { long: 'mime-type', summary: 'print MIME types' },
} as const;

const words = ({ mime, mimeType }: OptionValues<typeof options>, kind: Kind): string =>
  mime ? `${kind.type}; charset=${kind.charset}` : mimeType ? kind.type : kind.words;

type Description = readonly [name: string, what: string];

const describeOperand = async (process: Process, operand: string, describe: (kind: Kind) => string): Promise<readonly Description[]> => {
  if (operand === '-') {
    const input = {
      kind: 'file',
      content: await readAll(process.stdin, process.memory),
      mode: 0,
      mtime: 0,
      ino: 0,
      readOnly: false,
    } satisfies Inode;
    return [['/dev/stdin', describe(kindOf(input))]];
  }
  const files = attempt(() => namedFiles(process, operand));
  if (files instanceof VfsError) return [[operand, `cannot open \`${operand}' (${files.message})`]];
  return files.map(({ name, inode }) => [name, describe(kindOf(inode))]);
};

export default defineCommand({
  name: 'file',
  summary: 'Say what files seem to be',
  topic: 'files',
  options,
  dialect: coreutils,
  operands: [{ name: 'FILE', kind: 'file', repeat: true }],
  examples: [
    { line: 'file about resume.json jobs', shows: 'A text, data, a directory' },
    { line: 'file -bi resume.json', shows: 'As a MIME type' },
  ],
  seeAlso: ['stat', 'ls'],
  linkable: true,
  run: async (process, { options: on, operands }) => {
    const found: Description[] = [];
    for (const operand of operands) found.push(...(await describeOperand(process, operand, (kind) => words(on, kind))));
    const width = found.reduce((widest, [name]) => Math.max(widest, cells(name)), 0);
    const lines = found.map(([name, what]) => (on.brief ? what : `${name}: ${' '.repeat(width - cells(name))}${what}`));
    await process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  },
});
