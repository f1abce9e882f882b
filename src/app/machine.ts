/** The machine behind the prompt: the résumé mounted as files, the commands, and a shell session over them. */
import type { Resume } from '../../data/types.ts';
import { jobLine } from '../builtins/jobs/listing.ts';
import { spanText } from '../career/dates.ts';
import type { Entry } from '../career/entries/entry.ts';
import { pathOf, sectionsOf } from '../career/entries/sections.ts';
import { mountedNames } from '../career/names.ts';
import { mountResume } from '../career/tree.ts';
import { speechOf } from '../locales/reader.ts';
import type { Speech } from '../locales/speech.ts';
import type { Host } from '../os/host.ts';
import { missingKey } from '../os/inputs.ts';
import { resolvePath } from '../os/path.ts';
import type { CommandRegistry } from '../os/registry.ts';
import { FileSystem } from '../os/vfs.ts';
import { createSession, type Session } from '../shell/session.ts';
import { extensionsOf } from './extensions.ts';
import { localeOf, preferred } from './languages.ts';
import { HOME, HOSTNAME, SHELL, USER } from './prompt.ts';
import { createRegistry, exhibitNames, exhibitsOf, findBuiltins } from './registry.ts';
import type { HistoryStore } from './store/history.ts';
import { Suggestions } from './suggestions.ts';

/** What a machine is made of. */
export interface MachineParts {
  readonly resume: Resume;
  readonly host: Host;
  readonly history: HistoryStore;
  /** Whether a person types the lines. */
  readonly interactive: boolean;
  /** `$0`. */
  readonly name?: string;
  /** `$1` and on. */
  readonly arguments?: readonly string[];
  /** The exhibits that jobs can link to; by default, all that exist. */
  readonly exhibits?: readonly string[];
  /** Restores what an earlier shell left in the file system. */
  readonly restore?: (fs: FileSystem) => void;
  /** Where an earlier shell was. */
  readonly cwd?: string | undefined;
}

/** The machine as the app sees it. */
export interface Machine {
  readonly resume: Resume;
  readonly fs: FileSystem;
  readonly commands: CommandRegistry;
  readonly session: Session;
  /** What describes a file of the résumé, by its absolute path: employer or the like, title, years. */
  describe(path: string, speech: Speech): readonly string[] | undefined;
  /** What `jobs` says about background jobs that have ended; each is reported once. */
  finishedJobs(): readonly string[];
  /** What `source` probably meant, if it named a command that does not exist; returned once. */
  takeSuggestion(source: string): string | undefined;
}

const environment = ({ languages }: Host): ReadonlyMap<string, string> =>
  new Map([
    ['HOME', HOME],
    ['USER', USER],
    ['LOGNAME', USER],
    ['HOSTNAME', HOSTNAME],
    ['PATH', '/usr/local/bin:/usr/bin:/bin'],
    ['SHELL', `/bin/${SHELL}`],
    ['TERM', 'xterm-256color'],
    ['LANG', localeOf(preferred(languages))],
    ['PWD', HOME],
  ]);

/** Where `type` and `which` find programs. */
const programDirectories = ['/usr/bin', '/bin'] as const;

/** A file that runs the command of its name. */
const stub = (name: string): string => `#!/bin/${SHELL}\n${name} "$@"\n`;

const installSystem = (fs: FileSystem, commands: CommandRegistry, resume: Resume): void => {
  for (const device of ['null', 'zero', 'full', 'random', 'urandom', 'tty', 'stdin', 'stdout', 'stderr'])
    fs.installDevice(`/dev/${device}`, device);
  fs.installDirectory('/tmp', { mode: 0o1777 });
  for (const name of [...commands.names(), SHELL, 'sh', 'bash']) {
    for (const directory of programDirectories) fs.install(`${directory}/${name}`, stub(name), { mode: 0o755, readOnly: true });
  }
  fs.install('/etc/hostname', `${HOSTNAME}\n`, { readOnly: true });
  fs.install(
    '/etc/passwd',
    `root:x:0:0:root:/root:/bin/${SHELL}\n${USER}:x:1000:1000:${resume.person.role}’s guest:${HOME}:/bin/${SHELL}\n`,
    {
      readOnly: true,
    },
  );
  for (const path of ['/', '/usr', ...programDirectories, '/etc', '/dev', '/home']) protect(fs, path);
};

/** Makes a directory of the system read-only, like the résumé. */
const protect = (fs: FileSystem, path: string): void => {
  fs.installDirectory(path).mode = 0o755;
};

/** Installs a program for each exhibit, which runs it by its name. */
const installExhibits = (fs: FileSystem, names: readonly string[]): void => {
  if (names.length > 0) fs.installDirectory(`${HOME}/exhibits`, { readOnly: true });
  for (const name of names) fs.install(`${HOME}/exhibits/${name}`, stub(name), { mode: 0o755, readOnly: true });
};

/** The résumé, with its jobs linking only to systems that have an exhibit. */
const runnable = (resume: Resume, exhibits: readonly string[]): Resume => {
  const names = new Set(exhibits);
  return { ...resume, jobs: resume.jobs.map((job) => ({ ...job, systems: (job.systems ?? []).filter((slug) => names.has(slug)) })) };
};

/** The résumé's entries by the absolute paths of their files. */
const entriesByPath = (resume: Resume, now: number): ReadonlyMap<string, Entry> =>
  new Map(
    sectionsOf(resume, now).flatMap((section) => section.entries.map((entry) => [`${HOME}/${pathOf(section, entry)}`, entry] as const)),
  );

/** Employer or the like, title, years. */
const descriptionOf = ({ title, facts }: Entry, speech: Speech): readonly string[] => [
  ...facts.slice(0, 1).flatMap(({ text, dates }) => (dates ? [] : [text])),
  title,
  ...facts.flatMap(({ dates }) => (dates ? [spanText(...dates, speech)] : [])),
];

/** The names of what is in a directory. */
const entriesOf = (fs: FileSystem, path: string): readonly string[] =>
  fs.find(path)?.kind === 'directory' ? fs.readDirectory(path).map(({ name }) => name) : [];

/** Builds a machine. */
export const createMachine = (parts: MachineParts): Machine => {
  const { host } = parts;
  const resume = runnable(parts.resume, parts.exhibits ?? exhibitNames());
  const extensions = extensionsOf(resume);
  const fs = new FileSystem(() => host.now(), mountedNames(resume, HOME));
  const commands = createRegistry(resume);
  mountResume(fs, resume, HOME, host.now(), (env) => speechOf({ env, extensions }));
  installExhibits(fs, exhibitsOf(resume));
  installSystem(fs, commands, resume);
  parts.restore?.(fs);
  const known = entriesByPath(resume, host.now());
  const suggestions = new Suggestions(resume, {
    commands: () => commands.names(),
    files: () => [...fs.bareNames.keys(), ...entriesOf(fs, session.cwd)],
    isFile: (word) => fs.find(resolvePath(session.cwd, word)) !== undefined || fs.lookUp(word).length > 0,
  });
  const env = environment(host);
  if (parts.interactive) extensions.with(missingKey, (argv, name) => suggestions.explainFile(argv, name));
  const session = createSession({
    ...parts,
    fs,
    commands,
    builtins: findBuiltins(),
    env,
    cwd: parts.cwd !== undefined && fs.find(parts.cwd)?.kind === 'directory' ? parts.cwd : HOME,
    shell: SHELL,
    extensions,
    suggest: (name, source) => suggestions.explain(name, source),
  });
  return {
    resume,
    fs,
    commands,
    session,
    describe: (path, speech) => {
      const entry = known.get(path);
      return entry && descriptionOf(entry, speech);
    },
    finishedJobs: () => {
      const { jobs } = session;
      const lines = jobs.filter(({ state }) => state === 'done').map((job) => jobLine(job, { jobs }).trimEnd());
      session.reap();
      return lines;
    },
    takeSuggestion: (source) => suggestions.take(source, session.status !== 0),
  };
};
