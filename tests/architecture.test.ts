/** The layers: knowledge runs one way, downwards. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** What each layer may import, besides itself. `data` stands for the literals, `types` for their types. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  data: [],
  syntax: [],
  pattern: [],
  term: [],
  os: ['term', 'pattern', 'types'],
  shell: ['syntax', 'pattern', 'os', 'term', 'types'],
  readline: ['term'],
  tui: ['term', 'os', 'pattern', 'types'],
  resume: ['os', 'term', 'types'],
  builtins: ['os', 'term', 'tui', 'resume', 'pattern', 'types'],
  commands: ['os', 'term', 'tui', 'resume', 'pattern', 'types'],
  exhibits: ['os', 'term', 'tui', 'resume', 'types'],
  themes: ['term'],
  app: ['syntax', 'pattern', 'term', 'os', 'shell', 'readline', 'tui', 'resume', 'builtins', 'commands', 'exhibits', 'themes', 'types'],
  browser: ['app', 'term', 'os', 'themes', 'data', 'types'],
  node: ['app', 'term', 'os', 'exhibits', 'data', 'types'],
  site: ['app', 'resume', 'term', 'themes', 'data', 'types'],
};

const files = (directory: string): string[] =>
  readdirSync(join(root, directory), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ts$/.test(name) && !/\.d\.ts$/.test(name))
    .map((name) => join(directory, name));

const sources = [...files('src'), ...files('data')];
const text = new Map(sources.map((file) => [file, readFileSync(join(root, file), 'utf8')]));

const importsOf = (file: string): string[] =>
  [...(text.get(file) ?? '').matchAll(/^(?:import|export)\b[^'";]*?\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );

const localImports = (file: string): string[] =>
  importsOf(file)
    .filter((target) => target.startsWith('.'))
    .map((target) => relative(root, join(root, dirname(file), target)));

const layerOf = (file: string): string => {
  const [first = '', second = ''] = file.split('/');
  if (first === 'data') return second === 'types.ts' ? 'types' : 'data';
  return second;
};

describe('the layers', () => {
  it.each(sources)('%s imports only what its layer may', (file) => {
    const layer = layerOf(file);
    const own = layer === 'types' ? 'data' : layer;
    const wrong = localImports(file).filter((target) => {
      const to = layerOf(target);
      return to !== layer && !(allowed[own] ?? []).includes(to) && !(own === 'data' && to === 'types');
    });
    expect(wrong).toEqual([]);
  });

  it('have no cycles between files', () => {
    const done = new Set<string>();
    const path: string[] = [];
    const cycles: string[] = [];
    const visit = (file: string): void => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      if (done.has(file)) return;
      done.add(file);
      path.push(file);
      for (const target of staticImports(file)) visit(target);
      path.pop();
    };
    // Types alone make no cycle when the program runs.
    const staticImports = (file: string): string[] =>
      [...(text.get(file) ?? '').matchAll(/^(?:import|export)(?! type)\b([^'";]*?)\bfrom '(\.[^']+)'/gm)]
        .filter(([, names = '']) => !/^\s*\{(\s*type [^,}]+,?)+\s*\}\s*$/.test(names))
        .map(([, , target = '']) => relative(root, join(root, dirname(file), target)));
    for (const file of sources) visit(file);
    expect(cycles).toEqual([]);
  });

  it('are listed here, all of them', () => {
    expect([...new Set(sources.map(layerOf))].filter((layer) => layer !== 'types' && !(layer in allowed))).toEqual([]);
  });
});

describe('the outside', () => {
  it('is known by its packages only where it belongs', () => {
    const foreign = sources.flatMap((file) =>
      importsOf(file)
        .filter((target) => !target.startsWith('.'))
        .map((target) => `${layerOf(file)} ${target.startsWith('node:') ? 'node:' : target}`),
    );
    expect([...new Set(foreign)].filter((entry) => !/^(site|node) /.test(entry)).sort()).toEqual([
      'app zustand/vanilla',
      'browser @xterm/addon-fit',
      'browser @xterm/xterm',
      'commands uqr',
    ]);
  });

  it('gets raw output at one place only', () => {
    const writers = sources.filter((file) => /\bterminal\.write\(|\bxterm\.write\(/.test(text.get(file) ?? ''));
    expect(writers.sort()).toEqual(['src/app/output.ts', 'src/browser/emulator.ts']);
  });

  it('is never turned into markup or code', () => {
    const risky = sources.filter((file) =>
      /\binnerHTML\b|\bouterHTML\b|insertAdjacentHTML|\beval\(|new Function\(|document\.write/.test(text.get(file) ?? ''),
    );
    expect(risky).toEqual([]);
  });
});

describe('names', () => {
  it.each(sources)('%s begins with a sentence that says what it is for', (file) => {
    expect(text.get(file)?.split('\n')[0]).toMatch(/^\/\*\* .{10,}[.:?]? \*\/$/);
  });

  it('of files say what they are, not that they are shared', () => {
    expect(sources.filter((file) => /(^|\/)(utils?|helpers?|common|misc|index)(\/|\.ts$)/.test(file))).toEqual([]);
  });
});
