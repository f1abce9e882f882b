/** Finds the keys of the catalogues in the sources: the sentences that the product says, as they stand in the code. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vite';

/** A node of the syntax tree, as far as this file looks into it. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const children = (node: Node): Node[] => Object.values(node).flat(1).filter(isNode);

const nameOf = (node: unknown): string => (isNode(node) ? String(node['name'] ?? node['value'] ?? '') : '');

/** A text without values: `'…'`, or a template without `${`. */
const literal = (node: Node): string | undefined => {
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  return node.type === 'TemplateLiteral' && (node['expressions'] as Node[]).length === 0 ? templateKey(node) : undefined;
};

const templateKey = (template: Node): string =>
  (template['quasis'] as { readonly value: { readonly cooked: string } }[])
    .map(({ value }) => value.cooked)
    .reduce((key, part, index) => `${key}{${index - 1}}${part}`);

/** Every text in a tree, but not the names of its properties. */
const texts = (node: Node): string[] => {
  const own = literal(node);
  if (own !== undefined) return [own];
  if (node.type === 'Property') return isNode(node['value']) ? texts(node['value']) : [];
  if (node.type === 'CallExpression') return [];
  return children(node).flatMap(texts);
};

/** Tags whose template is a key, and calls whose first argument is, if it is a text. */
const tags = new Set(['say', 'phrase']);
const takers = new Set(['translate', 'phraseOf', 'wording']);

/** The name of a function, whosever it is. */
const calledName = (callee: unknown): string =>
  isNode(callee) && isNode(callee['property']) ? nameOf(callee['property']) : nameOf(callee);

/** Properties that hold what a definition tells, and is translated where it is shown. */
const telling = new Set(['explains', 'subtitle', 'look', 'aria-label']);

const isMarked = (node: Node, source: string): boolean =>
  node.type === 'TSSatisfiesExpression' &&
  isNode(node['typeAnnotation']) &&
  /\bSentences\b/.test(source.slice(node['typeAnnotation'].start, node['typeAnnotation']['end'] as number));

/** The text that an expression is, or the one that it is in each case. */
const cases = (node: Node): string[] => {
  if (node.type === 'ConditionalExpression') return [...cases(node['consequent'] as Node), ...cases(node['alternate'] as Node)];
  const text = literal(node);
  return text === undefined ? [] : [text];
};

const keysAt = (node: Node, source: string): string[] => {
  if (node.type === 'TaggedTemplateExpression' && tags.has(calledName(node['tag']))) return [templateKey(node['quasi'] as Node)];
  if (node.type === 'CallExpression' && takers.has(calledName(node['callee']))) {
    const [first] = node['arguments'] as Node[];
    return first ? cases(first) : [];
  }
  if (node.type === 'Property' && telling.has(nameOf(node['key']))) return isNode(node['value']) ? told(node['value']) : [];
  return isMarked(node, source) ? texts(node['expression'] as Node) : [];
};

/** The texts of a definition's property; what is made of parts is found where it is translated. */
const told = (value: Node): string[] =>
  /^(Literal|TemplateLiteral|ArrayExpression|ObjectExpression)$/.test(value.type) ? texts(value) : [];

const walk = (node: Node, source: string, found: Set<string>): void => {
  for (const key of keysAt(node, source)) if (/\p{L}/u.test(key)) found.add(key);
  for (const child of children(node)) walk(child, source, found);
};

/** The keys of one source text. */
const keysIn = (source: string, file = 'source.ts'): ReadonlySet<string> => {
  const found = new Set<string>();
  walk(parseAst(source, { lang: 'ts' }, file) as unknown as Node, source, found);
  return found;
};

/** What a page's own labels say: the names of its parts, and the texts of links, buttons and paragraphs. */
const labelsIn = (html: string): readonly string[] =>
  [...html.matchAll(/aria-label="([^"]+)"|<(?:a|button|p)\b[^>]*>([^<>]+)</g)].map(([, name, text]) => name ?? text ?? '');

/** Layers that speak English, the manual among them. */
const ENGLISH = /^(?:builtins|commands\/(?!page)|coreutils|languages|os|pattern|shell|syntax|site|career\/manual)\//;

/** Keys by the first file in which they stand. */
export const allKeys = (directory: string): ReadonlyMap<string, string> => {
  const keys = new Map<string, string>();
  for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts') || ENGLISH.test(name)) continue;
    const source = readFileSync(join(directory, name), 'utf8');
    for (const key of keysIn(source, name)) keys.set(key, keys.get(key) ?? name);
  }
  for (const label of labelsIn(readFileSync(join(directory, '..', 'index.html'), 'utf8'))) keys.set(label, 'index.html');
  return keys;
};
