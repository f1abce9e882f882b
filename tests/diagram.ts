/** The layers as a diagram, drawn from what the files import. */
import { dirname, join, relative } from 'node:path';
import { layerOf, localImports, root, sources, text } from './imports.ts';

type Edges = Map<string, Set<string>>;

const add = (edges: Edges, from: string, to: string): void => {
  if (from !== to) edges.set(from, (edges.get(from) ?? new Set()).add(to));
};

/** Who imports whom. */
const imports = (): Edges => {
  const edges: Edges = new Map();
  for (const file of sources) for (const target of localImports(file)) add(edges, layerOf(file), layerOf(target));
  return edges;
};

/** Who finds whose files by their place. */
const finds = (): Edges => {
  const edges: Edges = new Map();
  for (const file of sources)
    for (const [, pattern = ''] of (text.get(file) ?? '').matchAll(/import\.meta\.glob\b[^(]*\('(\.[^'*]+)/g))
      add(edges, layerOf(file), layerOf(relative(root, join(root, dirname(file), pattern, 'x.ts'))));
  return edges;
};

const reaches = (edges: Edges, from: string, to: string): boolean =>
  [...(edges.get(from) ?? [])].some((next) => next === to || reaches(edges, next, to));

/** An arrow that a longer way implies is left out. */
const reduced = (edges: Edges): Edges =>
  new Map(
    [...edges].map(([from, targets]) => {
      const implied = (to: string): boolean => [...targets].some((next) => next !== to && reaches(edges, next, to));
      return [from, new Set([...targets].filter((to) => !implied(to)))];
    }),
  );

const arrows = (edges: Edges, arrow: string): readonly string[] =>
  [...edges].flatMap(([from, targets]) => [...targets].map((to) => `  ${from} ${arrow} ${to}`)).sort();

/** A flowchart in Mermaid's language. */
export const diagram = (): string => {
  const all = imports();
  const found = new Map([...finds()].map(([from, targets]) => [from, new Set([...targets].filter((to) => !all.get(from)?.has(to)))]));
  return ['flowchart TD', ...arrows(reduced(all), '-->'), ...arrows(found, '-.->')].join('\n');
};
