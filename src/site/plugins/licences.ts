/** The licence file of the build: the project's own licence, then the notices of the packages in it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/** Its name in the site. */
const FILE = 'license.txt';

/** The comments at the start of a package's file, if they are about copyright. */
const heading = (file: string): string => {
  const [comments = ''] = /^(?:\s*\/\*[\s\S]*?\*\/)+/.exec(readFileSync(file, 'utf8')) ?? [];
  const lines = comments.split('\n').map((line) => line.replaceAll(/^[\s/*-]+|[\s/*-]+$/g, ''));
  return /copyright/i.test(comments) ? lines.join('\n').trim() : '';
};

/** The text above a list in a text file, before a line with an equals sign. */
const aboveList = (file: string): string => {
  const [above = '', list] = readFileSync(file, 'utf8').split('\n=\n');
  return list === undefined ? '' : above.trim();
};

/** What packages and lists say about their authors in their files, beyond the packages' licences. */
const inFiles = (modules: readonly string[]): string => {
  const files = modules.filter((id) => !id.startsWith('\0')).map((id) => id.replace(/\?.*/, ''));
  const texts = files
    .sort()
    .map((file) => (file.includes('/node_modules/') ? heading(file) : file.endsWith('.txt') ? aboveList(file) : ''));
  const told = [...new Set(texts)].filter((text) => text !== '');
  return told.length === 0 ? '' : `\n# Notices in their files\n\n${told.join('\n\n')}\n`;
};

/** The licence of a package, as Vite writes it for those of the page. */
const packageLicence = (directory: string): string => {
  const { name, version, license } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as Record<string, string>;
  const file = readdirSync(directory).find((entry) => /^(licen[sc]e|copying)/i.test(entry));
  const text = file === undefined ? '' : `\n${readFileSync(join(directory, file), 'utf8').trim()}\n`;
  return `\n## ${name} - ${version} (${license})\n${text}`;
};

/** The licences of the modules' packages that `text` does not have yet. */
const missing = (modules: readonly string[], text: string): string => {
  const directories = modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id)?.[0] ?? []);
  const licences = [...new Set(directories)].sort().map(packageLicence);
  return licences.filter((licence) => !text.includes(licence.split('\n')[1] ?? '')).join('');
};

const modulesOf = (bundle: Rolldown.OutputBundle): readonly string[] =>
  Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));

/** The modules of the shell's thread. It is built before the page that starts it, and Vite does not collect its licences. */
let ofThread: readonly string[] = [];

/** Notes what the shell's thread is made of, for `licences`. */
export const threadLicences = (): Plugin => ({
  name: 'cvsh-thread-licences',
  generateBundle: (_options, bundle) => {
    ofThread = modulesOf(bundle);
  },
});

/** The packages whose letters the page's typefaces have. */
const faces = ['@fontsource-variable/geist-mono', '@fontsource/source-serif-4'];

/** Writes the file; Vite collects the licences of the page's own packages. */
export const licences = (): Plugin => {
  let own = '';
  let packages: readonly string[] = [];
  return {
    name: 'cvsh-licences',
    apply: 'build',
    config: () => ({ build: { license: { fileName: FILE } } }),
    configResolved: ({ root }) => {
      packages = faces.map((name) => join(root, 'node_modules', name, 'package.json'));
      own = readFileSync(join(root, 'LICENSE'), 'utf8');
    },
    generateBundle: {
      order: 'post',
      handler: (_options, bundle) => {
        const file = bundle[FILE];
        if (file?.type !== 'asset') return;
        const text = String(file.source);
        const modules = [...new Set([...modulesOf(bundle), ...ofThread])];
        file.source = `${own}\n${text}${missing([...ofThread, ...packages], text)}${inFiles(modules)}`;
      },
    },
  };
};
