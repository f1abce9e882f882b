/** Every sentence that is translated and stands in a specification, as it stands there: the keys of a translation. */
import { parseSync } from 'vite';
import type { ExhibitCommand } from '../../src/exhibits/stage/demonstration.ts';
import type { CommandFacts } from '../../src/os/command.ts';
import { bindings } from '../../src/readline/keymap.ts';
import type { Theme } from '../../src/term/theme.ts';

/** A sentence with the place where it was found. */
export interface StaticText {
  readonly text: string;
  readonly place: string;
}

const commandFiles = {
  ...import.meta.glob<CommandFacts>(['../../src/commands/*/*.ts', '../../src/career/commands/*.ts'], { import: 'default' }),
  ...import.meta.glob<CommandFacts>('../../src/builtins/*.ts', { import: 'default' }),
  ...import.meta.glob<CommandFacts>('../../src/exhibits/*.ts', { import: 'default' }),
};
const themeFiles = import.meta.glob<Theme>('../../src/themes/*.ts', { import: 'default' });
/** Full-screen programs keep their keys and their parts in tables that depend on a model: those are read, not run. */
const screenFiles = import.meta.glob<string>(
  ['../../src/tui/*.ts', '../../src/commands/page/theme.ts', '../../src/career/commands/*/**/*.ts', '../../src/exhibits/**/*.ts'],
  {
    query: '?raw',
    import: 'default',
  },
);

const loadAll = async <T>(files: Readonly<Record<string, () => Promise<T>>>): Promise<[string, T][]> =>
  Promise.all(Object.entries(files).map(async ([path, load]): Promise<[string, T]> => [path.replaceAll('../', ''), await load()]));

/** What help, completion and the tour tell of a command; its manual is English. */
const factTexts = ({ summary, demonstration }: CommandFacts & Partial<ExhibitCommand>): string[] => [
  summary,
  ...(demonstration ? [demonstration.look] : []),
];

/** Lines of examples that look at what another program says: a language may look for words of its own. */
export const exampleLines = async (): Promise<readonly string[]> =>
  (await loadAll(commandFiles))
    .flatMap(([, { examples }]) => examples)
    .filter(({ line, manual }) => line.includes('|') && !manual)
    .map(({ line }) => line);

/** A node of the syntax tree, as far as it is looked at here (ESTree). */
interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

const childrenOf = (node: Node): Node[] =>
  Object.values(node)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter(isNode);

/** A node and all that it is made of, without what is left out. */
const nodesOf = (node: Node, isLeftOut: (node: Node) => boolean): Node[] =>
  isLeftOut(node) ? [] : [node, ...childrenOf(node).flatMap((child) => nodesOf(child, isLeftOut))];

/** The texts that an expression may come to: one, or one for each case. */
const literals = (value: unknown): string[] => {
  if (!isNode(value)) return [];
  if (value.type === 'Literal') return typeof value['value'] === 'string' ? [value['value']] : [];
  if (value.type === 'ConditionalExpression') return [...literals(value['consequent']), ...literals(value['alternate'])];
  if (value.type.startsWith('TS')) return literals(value['expression']);
  return [];
};

/** What a full-screen program calls the words that its footer, its help and its lists show. */
const SHOWN = new Set(['summary', 'subtitle']);

const nameOf = (value: unknown): string => (isNode(value) && typeof value['name'] === 'string' ? value['name'] : '');

const parametersOf = (value: unknown): readonly unknown[] =>
  isNode(value) && Array.isArray(value['params']) ? (value['params'] as readonly unknown[]) : [];

/** Of functions declared as `const f = (…, summary, …) =>`: where that parameter stands. */
const makersOf = (nodes: readonly Node[]): ReadonlyMap<string, number> =>
  new Map(
    nodes
      .filter(({ type }) => type === 'VariableDeclarator')
      .map(({ id, init }) => [nameOf(id), parametersOf(init).findIndex((parameter) => SHOWN.has(nameOf(parameter)))] as const)
      .filter(([, index]) => index >= 0),
  );

/** An option of a command line: its manual is English. */
const isOption = ({ type, properties }: Node): boolean =>
  type === 'ObjectExpression' && (properties as readonly Node[]).some(({ key }) => /^(?:long|short)$/.test(nameOf(key)));

const screenTexts = (source: string, path: string): string[] => {
  const nodes = nodesOf(parseSync(path, source).program as unknown as Node, isOption);
  const makers = makersOf(nodes);
  return nodes.flatMap((node) => {
    if (node.type === 'Property' && SHOWN.has(nameOf(node['key']))) return literals(node['value']);
    const index = node.type === 'CallExpression' ? makers.get(nameOf(node['callee'])) : undefined;
    return index === undefined ? [] : literals((node['arguments'] as readonly unknown[])[index]);
  });
};

/** All of them, each once, in the order in which they are found: commands, themes, keys, programs. */
export const staticTexts = async (): Promise<readonly StaticText[]> => {
  const found = [
    ...(await loadAll(commandFiles)).map(([place, facts]) => [place, factTexts(facts)] as const),
    ...(await loadAll(themeFiles)).map(([place, { kind, summary }]) => [place, [kind, summary]] as const),
    ['src/readline/keymap.ts', bindings.map(({ summary }) => summary)] as const,
    ...(await loadAll(screenFiles)).map(([place, source]) => [place, screenTexts(source, place)] as const),
  ];
  const places = new Map<string, string>();
  for (const [place, texts] of found) {
    for (const text of texts) if (text !== '' && !places.has(text)) places.set(text, place);
  }
  return [...places].map(([text, place]) => ({ text, place }));
};
