/** The licence file of what is built: the project's own licence, then the notices of the packages that are part of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/** Where it stands, in the place of public/license.txt. */
const FILE = 'license.txt';

/** The comments with which a file of a package begins, if they are about its copyright. */
const heading = (file: string): string => {
  const [comments = ''] = /^(?:\s*\/\*[\s\S]*?\*\/)+/.exec(readFileSync(file, 'utf8')) ?? [];
  const lines = comments.split('\n').map((line) => line.replaceAll(/^[\s/*-]+|[\s/*-]+$/g, ''));
  return /copyright/i.test(comments) ? lines.join('\n').trim() : '';
};

/** What stands above a list in a text file, before a line with an equals sign. */
const aboveList = (file: string): string => {
  const [above = '', list] = readFileSync(file, 'utf8').split('\n=\n');
  return list === undefined ? '' : above.trim();
};

/** What packages and lists say of their authors in their files, beyond the packages' licences. */
const inFiles = (bundle: Rolldown.OutputBundle): string => {
  const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
  const files = modules.filter((id) => !id.startsWith('\0')).map((id) => id.replace(/\?.*/, ''));
  const texts = files
    .sort()
    .map((file) => (file.includes('/node_modules/') ? heading(file) : file.endsWith('.txt') ? aboveList(file) : ''));
  const told = [...new Set(texts)].filter((text) => text !== '');
  return told.length === 0 ? '' : `\n# Notices in their files\n\n${told.join('\n\n')}\n`;
};

/** Writes it; Vite gathers the packages' licences. */
export const licences = (): Plugin => {
  let own = '';
  return {
    name: 'cvsh-licences',
    apply: 'build',
    config: () => ({ build: { license: { fileName: FILE } } }),
    configResolved: ({ publicDir }) => {
      own = readFileSync(join(publicDir, FILE), 'utf8');
    },
    generateBundle: {
      order: 'post',
      handler: (_options, bundle) => {
        const file = bundle[FILE];
        if (file?.type === 'asset') file.source = `${own}\n${file.source}${inFiles(bundle)}`;
      },
    },
  };
};
