/** The layers: knowledge runs one way, downwards. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diagram } from './diagram.ts';
import { importsOf, kernel, layerOf, localImports, root, sources, text } from './imports.ts';

/** What each layer may import, besides itself. `data` stands for the literals, `types` for their types. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  data: [],
  syntax: [],
  pattern: [],
  term: [],
  os: ['term'],
  shell: ['syntax', 'pattern', 'os', 'term'],
  readline: ['term'],
  tui: ['term', 'os', 'pattern'],
  coreutils: ['os', 'term', 'pattern'],
  languages: ['coreutils', 'os', 'term', 'pattern'],
  builtins: ['languages', 'coreutils', 'os', 'term'],
  commands: ['languages', 'coreutils', 'tui', 'os', 'term', 'pattern'],
  locales: ['os', 'term'],
  exhibits: ['locales', 'tui', 'os', 'term'],
  career: ['locales', 'exhibits', 'coreutils', 'tui', 'os', 'term', 'types'],
  themes: ['term'],
  app: [
    'syntax',
    'pattern',
    'term',
    'os',
    'shell',
    'readline',
    'tui',
    'career',
    'coreutils',
    'builtins',
    'commands',
    'exhibits',
    'locales',
    'themes',
    'types',
  ],
  worker: ['app', 'locales', 'shell', 'readline', 'os', 'term', 'types'],
  browser: ['worker', 'app', 'locales', 'commands', 'career', 'term', 'os', 'themes', 'data', 'types'],
  node: ['worker', 'app', 'locales', 'term', 'os', 'exhibits', 'data', 'types'],
  site: ['app', 'locales', 'career', 'term', 'themes', 'data', 'types'],
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

describe('the kernel', () => {
  const files = sources.filter((file) => kernel.includes(layerOf(file)));

  it.each(files)('%s has no word for what is built on it', (file) => {
    expect(text.get(file)?.match(/.*(?:r[eé]sum[eé]|slug|career|exhibit|visitor|cvsh).*/giu) ?? []).toEqual([]);
  });

  it('imports nothing but itself', () => {
    expect(files.flatMap((file) => localImports(file).filter((target) => !kernel.includes(layerOf(target))))).toEqual([]);
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
      'app virtual:listings',
      'app zustand/middleware',
      'app zustand/vanilla',
      'browser @xterm/addon-fit',
      'browser @xterm/xterm',
      'browser @xterm/xterm/css/xterm.css',
      'career uqr',
    ]);
  });

  it('gets raw output at one place only', () => {
    const writers = sources.filter((file) => /\bterminal\.write\(|\bxterm\.write\(/.test(text.get(file) ?? ''));
    expect(writers.sort()).toEqual(['src/app/terminal/output.ts', 'src/browser/emulator/emulator.ts']);
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

describe('the page on how it is built', () => {
  const page = 'src/README.md';
  const prose = readFileSync(join(root, page), 'utf8');

  it('shows the layers as the files import each other: `npm run diagram` draws them anew', async () => {
    const drawn = prose.replace(/(```mermaid\n)[\s\S]*?(```)/, (_all, open: string, close: string) => `${open}${diagram()}\n${close}`);
    await expect(drawn).toMatchFileSnapshot(join(root, page));
  });

  it('says of each layer what it knows', () => {
    const told = [...prose.matchAll(/^\| (`[^|]+) +\|/gm)].flatMap(([, names = '']) =>
      [...names.matchAll(/`(\w+)`/g)].map(([, name]) => name),
    );
    expect(told.sort()).toEqual([...new Set([...Object.keys(allowed), 'types'])].sort());
  });
});

it.each(['README.md', 'src/README.md', '.github/CONTRIBUTING.md'])('%s names only files and scripts that there are', (page) => {
  const prose = readFileSync(join(root, page), 'utf8');
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const paths = [...prose.matchAll(/`((?:src|tests|data|public|\.github)\/[\w./-]*)`/g)].map(([, path = '']) => path);
  const links = [...prose.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(([, path = '']) => join(dirname(page), path));
  expect([...paths, ...links].filter((path) => !existsSync(join(root, path)))).toEqual([]);
  const named = [...prose.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});
