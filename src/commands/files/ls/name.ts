/** A file's name as ls prints it: quoted, marked, coloured. */

import { nameStyle } from '../../../coreutils/files/name-style.ts';
import type { Named } from '../../../coreutils/files/operand.ts';
import { isExecutable } from '../../../coreutils/files/status.ts';
import type { Process } from '../../../os/process.ts';
import type { Piece } from '../../../term/style.ts';
import type { Settings } from './settings.ts';

const mark = ({ inode }: Named, { on }: Settings): string => {
  if (inode.kind === 'directory') return on.classify || on.slash ? '/' : '';
  return on.classify && isExecutable(inode) ? '*' : '';
};

/** Names that a shell would not read back as they are get quotes on a terminal. */
const shellQuoted = (name: string): string =>
  /^[\w%+,./:@^-]+$/u.test(name) || /^[\p{L}\p{N}_%+,./:@^-]+$/u.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`;

const escapes = new Map([
  ['\n', '\\n'],
  ['\t', '\\t'],
  ['"', '\\"'],
  ['\\', '\\\\'],
]);

const spelt = (name: string, { on }: Settings, isTty: boolean): string => {
  if (on.quoted) return `"${name.replace(/[\n\t"\\]/g, (character) => escapes.get(character) ?? character)}"`;
  const shown = on.hideControl || (isTty && !on.literal) ? name.replace(/\p{Cc}/gu, '?') : name;
  return isTty && !on.literal ? shellQuoted(shown) : shown;
};

/** The name's pieces; together they are what takes up room. */
export const namePieces = (process: Process, file: Named, settings: Settings): readonly Piece[] => {
  const { isTty } = process.stdout;
  const text = spelt(file.name, settings, isTty);
  const marked = mark(file, settings);
  const style = isTty && settings.on.colour !== 'never' ? nameStyle(process, file.path, file.inode) : undefined;
  const name: Piece = style ? { text, style } : { text };
  return marked === '' ? [name] : [name, { text: marked }];
};
