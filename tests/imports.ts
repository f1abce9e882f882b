/** The project's source files, their layers, and what each imports. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** The project's own directory. */
export const root = join(import.meta.dirname, '..');

const files = (directory: string): string[] =>
  readdirSync(join(root, directory), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ts$/.test(name) && !/\.d\.ts$/.test(name))
    .map((name) => join(directory, name));

/** Every TypeScript file of src/ and data/, by its path from the root. */
export const sources = [...files('src'), ...files('data')];
/** Their texts. */
export const text = new Map(sources.map((file) => [file, readFileSync(join(root, file), 'utf8')]));

/** What a file imports, at once or later, as it is written there. */
export const importsOf = (file: string): string[] =>
  [...(text.get(file) ?? '').matchAll(/^(?:import|export)\b[^'";]*?\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );

/** The project's own files among them, by their paths from the root. */
export const localImports = (file: string): string[] =>
  importsOf(file)
    .filter((target) => target.startsWith('.'))
    .map((target) => relative(root, join(root, dirname(file), target.replace(/\?.*/, ''))));

/** The layers that are a terminal system of their own, and know nothing of what is built on them. */
export const kernel: readonly string[] = ['term', 'syntax', 'pattern', 'os', 'shell', 'readline', 'tui'];

/** The layer that a file belongs to; `data` are the literals, `types` their types. */
export const layerOf = (file: string): string => {
  const [first = '', second = ''] = file.split('/');
  if (first === 'data') return second === 'types.ts' ? 'types' : 'data';
  return second;
};
