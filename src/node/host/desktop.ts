/** The desktop around a real terminal: its clipboard and its browser, through installed programs. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Argv } from './programs.ts';

/** Whether this terminal has a desktop; over a network it has none. */
const hasDisplay = (): boolean => Boolean(process.env['WAYLAND_DISPLAY'] || process.env['DISPLAY']);

const clipboards = (): readonly Argv[] => {
  if (process.platform === 'darwin') return [['pbcopy']];
  if (process.platform === 'win32') return [['clip.exe']];
  return [
    ...(process.env['WAYLAND_DISPLAY'] ? [['wl-copy'] as const] : []),
    ...(process.env['DISPLAY'] ? [['xclip', '-selection', 'clipboard'] as const, ['xsel', '--clipboard', '--input'] as const] : []),
    ...(process.env['WSL_DISTRO_NAME'] ? [['clip.exe'] as const] : []),
  ];
};

const openers = (url: string): readonly Argv[] => {
  if (process.platform === 'darwin') return [['open', url]];
  if (process.platform === 'win32') return [['rundll32.exe', 'url.dll,FileProtocolHandler', url]];
  return [
    ...(process.env['WSL_DISTRO_NAME'] ? [['wslview', url] as const] : []),
    // Without a desktop it would start a browser in this terminal.
    ...(hasDisplay() ? [['xdg-open', url] as const] : []),
  ];
};

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The first program that is installed. */
const installed = (programs: readonly Argv[]): Argv | undefined => {
  const directories = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return programs.find(([name]) => directories.some((directory) => isProgram(join(directory, name))));
};

/** A function that copies to the clipboard; undefined if no program can. */
export const clipboard = (): ((text: string) => Promise<boolean>) | undefined => {
  const program = installed(clipboards());
  return program && (async (text) => (await import('./programs.ts')).feed(program, text));
};

/** Opens a web or mail address; false for any other address, or if no program can. */
export const openAddress = async (url: string): Promise<boolean> => {
  if (!/^(?:https|mailto):[^\s\p{C}]+$/u.test(url)) return false;
  const program = installed(openers(url));
  return program !== undefined && (await import('./programs.ts')).start(program);
};
