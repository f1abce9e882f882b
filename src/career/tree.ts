/** The résumé as a tree of files, read-only, with each entry's end as its modification time. */
import type { Resume } from '../../data/types.ts';
import type { Speech } from '../locales/speech.ts';
import type { FileSystem } from '../os/vfs.ts';
import type { Line } from '../term/style.ts';
import { entryDisplay } from './entries/display.ts';
import { aboutEntry, type Entry } from './entries/entry.ts';
import { pathOf, type Section, sectionsOf } from './entries/sections.ts';
import { entryText } from './entries/text.ts';
import { jsonResumeText } from './forms/json-resume.ts';
import { resumeText } from './forms/text.ts';

/** A file or directory below the home directory. */
export interface TreeEntry {
  /** Relative to the home directory. */
  readonly path: string;
  readonly kind: 'file' | 'directory';
  readonly mode: number;
  /** Milliseconds since 1970. */
  readonly mtime: number;
  /** Makes a file's text; empty for a directory. */
  content(): string;
  /** The same text set for reading in a language, on a terminal of so many columns. */
  readonly display?: (columns: number, speech: Speech) => readonly Line[];
}

/** The language of an environment. */
type SpeechIn = (env: ReadonlyMap<string, string>) => Promise<Speech>;

const fileMode = 0o444;
const directoryMode = 0o555;

const entryFile = (path: string, entry: Entry): TreeEntry => ({
  path,
  kind: 'file',
  mode: fileMode,
  mtime: entry.mtime,
  content: () => entryText(entry),
  display: (columns, speech) => entryDisplay(entry, columns, 1, speech),
});

const sectionFiles = (section: Section): readonly TreeEntry[] => {
  const files = section.entries.map((entry) => entryFile(pathOf(section, entry), entry));
  if (section.single) return files;
  const mtime = section.entries.reduce((latest, entry) => Math.max(latest, entry.mtime), 0);
  return [{ path: section.name, kind: 'directory', mode: directoryMode, mtime, content: () => '' }, ...files];
};

/** Everything below home, directories before what they hold. A section with nothing in it has no directory and no file. `now` is in milliseconds since 1970. */
export const treeEntries = (resume: Resume, now: number): readonly TreeEntry[] => {
  const plain = { kind: 'file', mode: fileMode, mtime: now } as const;
  return [
    entryFile('about', aboutEntry(resume, now)),
    ...sectionsOf(resume, now).flatMap(sectionFiles),
    { ...plain, path: 'resume.json', content: () => jsonResumeText(resume) },
    { ...plain, path: 'resume.txt', content: () => resumeText(resume, now) },
  ];
};

/** Mounts the tree below `home`, which itself stays writable; `speechIn` finds the reader's language. */
export const mountResume = (fs: FileSystem, resume: Resume, home: string, now: number, speechIn: SpeechIn): void => {
  fs.installDirectory(home, { mode: 0o755, mtime: now });
  for (const { path, kind, content, display, mode, mtime } of treeEntries(resume, now)) {
    const layout = async (env: ReadonlyMap<string, string>) => {
      const speech = await speechIn(env);
      return (columns: number): readonly Line[] => display?.(columns, speech) ?? [];
    };
    const given = { mode, mtime, readOnly: true, ...(display ? { display: layout } : {}) };
    if (kind === 'directory') fs.installDirectory(`${home}/${path}`, { ...given, newestFirst: path === 'jobs' });
    else fs.install(`${home}/${path}`, content, given);
  }
};
