/** `tail -f`: what is added to files, as it is added. */
import type { Process } from '../../../os/process.ts';

/** A file that is followed: how much of it was shown, and under which name. */
interface Followed {
  readonly path: string;
  readonly name: string;
  shown: number;
}

const contentOf = ({ fs }: Process, path: string): string | undefined => {
  const inode = fs.find(path);
  return inode?.kind === 'file' ? inode.content : undefined;
};

/** Starts from the files' present ends. */
export const startFollowing = (process: Process, files: readonly { readonly path: string; readonly name: string }[]): Followed[] =>
  files.map(({ path, name }) => ({ path, name, shown: contentOf(process, path)?.length ?? 0 }));

/** Looks at each file every `seconds`, until the job is stopped or no file is left. */
export const follow = async (process: Process, files: readonly Followed[], seconds: number, headers: boolean): Promise<void> => {
  let latest = files.at(-1);
  while (files.some(({ path }) => contentOf(process, path) !== undefined)) {
    await process.host.sleep(seconds * 1000, process.signal);
    for (const file of files) {
      const content = contentOf(process, file.path) ?? '';
      if (content.length < file.shown) {
        await process.stderr.write(`${process.name}: ${file.name}: file truncated\n`);
        file.shown = 0;
      }
      if (content.length === file.shown) continue;
      if (headers && file !== latest) await process.stdout.write(`\n==> ${file.name} <==\n`);
      await process.stdout.write(content.slice(file.shown));
      file.shown = content.length;
      latest = file;
    }
  }
};
