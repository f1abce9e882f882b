/** What a text seems to be, in the words of file(1) and as a MIME type. */
import type { Inode } from '../../../os/vfs.ts';

/** A kind in words, and as a MIME type with its charset. */
export interface Kind {
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
export const kindOf = (inode: Inode): Kind => {
  if (inode.kind === 'directory') return { words: 'directory', type: 'inode/directory', charset: 'binary' };
  if (inode.kind === 'device') return { words: 'character special', type: 'inode/chardevice', charset: 'binary' };
  if (inode.content === '') return { words: 'empty', type: 'inode/x-empty', charset: 'binary' };
  if (inode.content.length === 1) return { words: 'very short file (no magic)', type: 'application/octet-stream', charset: 'us-ascii' };
  return textKind(inode.content);
};
