/** What only programs need of the browser: the clipboard, downloads, sharing. It comes with the shell. */
import type { ShellHost } from '../../worker/connect.ts';
import { type PageHost, siteRoot } from './host.ts';

const copy = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};

const download = (name: string, text: string, type: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};

const share = async (title: string, url: string): Promise<boolean> => {
  try {
    await navigator.share({ title, url });
    return true;
  } catch {
    return false;
  }
};

/** The page's host with what it does for the shell's commands. */
export const programsHost = (page: PageHost): PageHost & ShellHost => ({
  ...page,
  address: siteRoot(),
  copy,
  download,
  print: () => globalThis.print(),
  offer: (...detail) => void dispatchEvent(new CustomEvent('offer', { detail })),
  ...('share' in navigator ? { share } : {}),
});
