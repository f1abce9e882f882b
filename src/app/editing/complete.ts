/** Completes the word at the cursor: commands, options, operands by kind, variables, in the quotes that the visitor began. */
import type { Speech } from '../../locales/speech.ts';
import type { CommandFacts } from '../../os/command.ts';
import type { OperandKind, OptionSpec } from '../../os/options.ts';
import { resolvePath } from '../../os/path.ts';
import type { CommandRegistry } from '../../os/registry.ts';
import { spelling } from '../../os/usage.ts';
import type { DirectoryInode, FileSystem } from '../../os/vfs.ts';
import type { Candidate, CompletionResult } from '../../readline/state.ts';
import type { CompletionContext } from '../../syntax/ast.ts';
import { completionContext } from '../../syntax/completion.ts';
import { quote } from '../../syntax/quote.ts';

/** What completion asks the shell. */
export interface CompletionSources {
  readonly fs: FileSystem;
  readonly commands: CommandRegistry;
  readonly home: string;
  cwd(): string;
  variables(): readonly string[];
  /** Functions and aliases. */
  ownCommands(): readonly string[];
  aliases(): ReadonlyMap<string, string>;
  readonly themes: readonly string[];
  /** The visitor's language. */
  readonly speech: Speech;
  /** What describes a file of the résumé, by its absolute path: phrases for columns. */
  describe(path: string, speech: Speech): readonly string[] | undefined;
}

/** A candidate before quoting. */
interface Offer {
  readonly text: string;
  readonly label?: string;
  readonly description?: string | readonly string[] | undefined;
  /** More can follow: a directory, or `--option=`. */
  readonly open?: boolean;
}

/** Most candidates that completion offers. */
const OFFERS = 500;

const isSubsequence = (letters: string, text: string): boolean => {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
};

/** The offers that begin with `prefix`; if none does, those that contain its letters in order. */
const matching = (offers: readonly Offer[], prefix: string): readonly Offer[] => {
  const exact = offers.filter(({ text }) => text.startsWith(prefix));
  if (exact.length > 0 || prefix.length < 2) return exact;
  const folded = prefix.toLowerCase();
  const caseless = offers.filter(({ text }) => text.toLowerCase().startsWith(folded));
  return caseless.length > 0 ? caseless : offers.filter(({ text }) => isSubsequence(folded, text.toLowerCase()));
};

const describeCommand = async (name: string, { commands, speech }: CompletionSources): Promise<Offer> => {
  const facts = await commands.find(name).catch(() => undefined);
  return { text: name, description: facts && speech.translate(facts.summary) };
};

const commandOffers = async (prefix: string, sources: CompletionSources): Promise<readonly Offer[]> => {
  if (prefix.includes('/')) return pathOffers(prefix, sources, false);
  const own = sources.ownCommands().map((text): Offer => ({ text, description: sources.speech.translate('defined here') }));
  const names = matching(
    [...sources.commands.names()].filter((name) => /^\w/.test(name)).map((text) => ({ text })),
    prefix,
  );
  return [...own, ...(await Promise.all(names.slice(0, OFFERS).map(({ text }) => describeCommand(text, sources))))];
};

const expandTilde = (path: string, home: string): string => (path === '~' || path.startsWith('~/') ? home + path.slice(1) : path);

/** Files and directories of the directory that `prefix` names. */
const pathOffers = (prefix: string, sources: CompletionSources, directoriesOnly: boolean): readonly Offer[] => {
  const slash = prefix.lastIndexOf('/') + 1;
  const directory = resolvePath(sources.cwd(), expandTilde(prefix.slice(0, slash), sources.home));
  const inode = sources.fs.find(directory);
  if (inode?.kind !== 'directory') return [];
  const hidden = prefix.charAt(slash) === '.';
  return entriesInOrder(inode, sources.fs, directory)
    .filter(([name, child]) => name.startsWith('.') === hidden && (!directoriesOnly || child === 'directory'))
    .map(([name, kind]) => {
      const open = kind === 'directory';
      const path = resolvePath(directory, name);
      const label = open ? `${name}/` : name;
      return { text: prefix.slice(0, slash) + label, label, open, description: sources.describe(path, sources.speech) };
    });
};

const entriesInOrder = (inode: DirectoryInode, fs: FileSystem, path: string): readonly (readonly [string, string])[] => {
  const entries = fs.readDirectory(path);
  if (inode.newestFirst) entries.sort((a, b) => b.inode.mtime - a.inode.mtime);
  return entries.map(({ name, inode: child }) => [name, child.kind] as const);
};

const nameOffers = (sources: CompletionSources, directory = ''): readonly Offer[] =>
  [...sources.fs.bareNames]
    .filter(([name, paths]) => {
      // A second name of a file would only compete with its slug.
      const isOwn = paths.length > 1 || paths[0]?.endsWith(`/${name}`) === true;
      return isOwn && paths.some((path) => path.startsWith(`${sources.home}/${directory}`));
    })
    .map(([text, [path = '']]) => ({ text, description: sources.describe(path, sources.speech) }));

const fileOffers = (prefix: string, sources: CompletionSources): readonly Offer[] => {
  const here = pathOffers(prefix, sources, false);
  const names = prefix.includes('/') || prefix === '' ? [] : nameOffers(sources);
  const known = new Set(here.map(({ text }) => text));
  return [...here, ...names.filter(({ text }) => !known.has(text))];
};

/** The manual's pages that belong to no command. */
const pageOffers = async ({ commands }: CompletionSources): Promise<readonly Offer[]> => {
  const manual = await commands.manual?.();
  return Promise.all(manual?.names().map(async (text) => ({ text, description: (await manual.find(text))?.summary })) ?? []);
};

/** What completes a kind of operand. */
type Completer = (prefix: string, sources: CompletionSources) => readonly Offer[] | Promise<readonly Offer[]>;

/** The kinds. */
export const completers: ReadonlyMap<string, Completer> = new Map<string, Completer>([
  ['file', fileOffers],
  ['directory', (prefix, sources) => pathOffers(prefix, sources, true)],
  ['command', commandOffers],
  ['manual', async (prefix, sources) => [...(await commandOffers(prefix, sources)), ...(await pageOffers(sources))]],
  ['job', (_prefix, sources) => nameOffers(sources, 'jobs/')],
  ['variable', (_prefix, sources) => sources.variables().map((text) => ({ text }))],
  ['alias', (_prefix, sources) => [...sources.aliases()].map(([text, description]) => ({ text, description }))],
  ['theme', (_prefix, sources) => sources.themes.map((text) => ({ text }))],
  ['text', () => []],
]);

const kindOffers: (kind: OperandKind, ...of: Parameters<Completer>) => ReturnType<Completer> = (kind, prefix, sources) =>
  typeof kind === 'string' ? (completers.get(kind)?.(prefix, sources) ?? []) : kind.map((text) => ({ text }));

const optionOffers = (facts: CommandFacts): readonly Offer[] =>
  Object.values(facts.options).map((spec) => {
    const long = spec.long !== undefined;
    const open = long && spec.value !== undefined && spec.optional !== true;
    const text = long ? `--${spec.long}${open ? '=' : ''}` : `-${spec.short}`;
    return { text, label: spelling(spec), description: spec.summary, open };
  });

/** The option whose argument follows `word`, if there is one. */
const awaiting = (word: string | undefined, facts: CommandFacts): OptionSpec | undefined =>
  Object.values(facts.options).find(
    (spec) =>
      spec.value !== undefined &&
      !spec.optional &&
      ((spec.short !== undefined && word === `-${spec.short}`) || (spec.long !== undefined && word === `--${spec.long}`)),
  );

const operandOffers = async (words: readonly string[], prefix: string, sources: CompletionSources): Promise<readonly Offer[]> => {
  const [name = '', ...rest] = words;
  const alias = sources.aliases().get(name)?.split(' ')[0];
  const facts = await sources.commands.find(alias ?? name).catch(() => undefined);
  if (!facts) return fileOffers(prefix, sources);
  const given = rest.filter((word, index) => !word.startsWith('-') && !awaiting(rest[index - 1], facts));
  const spec = facts.operands[Math.min(given.length, facts.operands.length - 1)];
  // A command that runs another (`sudo`, `xargs`, `time`) completes as that one from its second operand on.
  if (facts.operands[0]?.kind === 'command' && given.length > 0)
    return operandOffers(rest.slice(rest.indexOf(given[0] ?? '')), prefix, sources);
  const option = awaiting(rest.at(-1), facts);
  if (option) return kindOffers(option.kind ?? 'text', prefix, sources);
  if (prefix.startsWith('-')) return optionOffers(facts);
  return spec ? kindOffers(spec.kind, prefix, sources) : [];
};

const offersFor = (context: CompletionContext, sources: CompletionSources): readonly Offer[] | Promise<readonly Offer[]> => {
  switch (context.kind) {
    case 'command':
      return commandOffers(context.prefix, sources);
    case 'variable':
      return sources.variables().map((text) => ({ text }));
    case 'redirect':
      return pathOffers(context.prefix, sources, false);
    case 'operand':
      return operandOffers(context.words, context.prefix, sources);
  }
};

/** How a candidate is spelled: a leading `~/` stays unquoted, and an open candidate keeps its quote open. */
const spell = ({ text, open }: Offer, { kind, quote: style }: CompletionContext): string => {
  if (kind === 'variable') return text;
  const tilde = style === '' && text.startsWith('~/') ? '~/' : '';
  const quoted = tilde + quote(text.slice(tilde.length), style);
  return open && style !== '' && quoted.endsWith(style) ? quoted.slice(0, -1) : quoted;
};

const candidate = (offer: Offer, context: CompletionContext): Candidate => ({
  value: spell(offer, context),
  label: offer.label ?? offer.text,
  final: !offer.open,
  ...(offer.description === undefined ? {} : { description: offer.description }),
});

/** The candidates for the word at the cursor, best first. */
export const complete = async (line: string, cursor: number, sources: CompletionSources): Promise<CompletionResult> => {
  const context = completionContext(line, cursor);
  const offers = matching(await offersFor(context, sources), context.prefix);
  return {
    start: context.span.start,
    end: context.span.end,
    candidates: offers.slice(0, OFFERS).map((offer) => candidate(offer, context)),
  };
};
