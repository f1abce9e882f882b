/** Licences: of every package that is installed, and the notices of those that become part of what is built. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { beforeAll, describe, expect, test } from 'vitest';
import { importsOf, sources } from '../imports.ts';
import { usePacked } from '../node/packed.ts';

const root = join(import.meta.dirname, '..', '..');

/** What may become part of the site or the command line: only its notice has to come along. */
const shipped = ['OFL-1.1', 'MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause'];

/** What may be used to build and test besides. */
const tools = [...shipped, '(MIT AND Zlib)', 'MIT OR Apache-2.0', 'Apache-2.0', 'MPL-2.0', 'BlueOak-1.0.0', 'CC0-1.0', 'Python-2.0'];

/** Licences that have no short name, read by hand. */
const read: Readonly<Record<string, string>> = { 'dejavu-fonts-ttf': 'SEE LICENSE IN README.md AND LICENSE' };

interface Locked {
  readonly packages: Readonly<Record<string, { readonly license?: string }>>;
}

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Locked;

const licenceOf = (name: string): string | undefined => packages[`node_modules/${name}`]?.license;

/** The text of a package's own licence file. */
const licenceText = (name: string): string => {
  const directory = join(root, 'node_modules', name);
  const file = readdirSync(directory).find((entry) => /^(licen[sc]e|copying)/i.test(entry)) ?? '';
  return readFileSync(join(directory, file), 'utf8').trim();
};

describe('every package of the lock file', () => {
  const all = Object.entries(packages).filter(([path]) => path !== '');

  test('has a licence that is allowed here', () => {
    const refused = all
      .map(([path, { license = 'none' }]) => ({ name: path.replace(/^.*node_modules\//, ''), license }))
      .filter(({ name, license }) => !tools.includes(license) && read[name] !== license);
    expect(refused).toEqual([]);
  });

  test('is needed to build and test only: the project itself depends on none', () => {
    const { dependencies = {} } = packages[''] as { readonly dependencies?: object };
    expect(Object.keys(dependencies)).toEqual([]);
  });
});

describe('the built site', () => {
  let bundled: readonly string[] = [];
  let file = '';
  beforeAll(async () => {
    const { output } = (await build({ root, logLevel: 'error', build: { write: false } })) as Rolldown.RolldownOutput;
    const asset = output.find(({ fileName }) => fileName === 'license.txt');
    file = asset?.type === 'asset' ? String(asset.source) : '';
    bundled = [...file.matchAll(/^## (\S+) - /gm)].map(([, name = '']) => name);
  }, 120_000);

  test('lists every package that the page and the shell import', () => {
    const imported = sources
      .filter((source) => !/^src\/(site|node)\//.test(source))
      .flatMap(importsOf)
      .filter((target) => !/^(\.|virtual:)/.test(target))
      .map((target) =>
        target
          .split('/')
          .slice(0, target.startsWith('@') ? 2 : 1)
          .join('/'),
      );
    const faces = ['@fontsource-variable/geist-mono', '@fontsource/source-serif-4'];
    expect([...bundled].sort()).toEqual([...new Set([...imported, ...faces])].sort());
  });

  test('holds packages with an allowed licence only', () => {
    expect(bundled).not.toEqual([]);
    expect(bundled.filter((name) => !shipped.includes(licenceOf(name) ?? ''))).toEqual([]);
  });

  test('has in license.txt the project’s own licence, then that of each package', () => {
    const own = readFileSync(join(root, 'LICENSE'), 'utf8');
    expect(file.startsWith(own)).toBe(true);
    expect(bundled.filter((name) => !file.includes(licenceText(name)))).toEqual([]);
  });

  test('names the authors whom the packages’ files name', () => {
    for (const author of ['Christopher Jeffrey', 'Fabrice Bellard', 'Microsoft Corporation', 'Project Nayuki'])
      expect(file).toContain(author);
  });

  test('has the notice of the list of words', () => {
    const [notice = ''] = readFileSync(join(root, 'src/exhibits/wordpuzzle/words.txt'), 'utf8').split('\n=\n');
    expect(notice).toMatch(/copyright/i);
    expect(file).toContain(notice.trim());
  });
});

describe('the command line in one file', () => {
  const { path } = usePacked();

  test('ends with the same notices, for the packages that it holds', () => {
    const text = readFileSync(path, 'utf8');
    const notices = text.slice(text.lastIndexOf('/*!'));
    expect(notices).toContain('Permission is hereby granted');
    for (const name of ['uqr', 'zustand']) expect(notices).toContain(licenceText(name));
    expect(notices).toContain('# Notices in their files');
    expect(notices.trimEnd().endsWith('*/')).toBe(true);
  });
});
