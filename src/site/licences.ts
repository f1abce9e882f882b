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

/** What packages say of authors in their files, beyond their licence. */
const headings = (bundle: Rolldown.OutputBundle): string => {
  const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
  const files = modules.filter((id) => /^[^\0].*\/node_modules\//.test(id)).map((id) => id.replace(/\?.*/, ''));
  const texts = [...new Set(files.sort().map(heading))].filter((text) => text !== '');
  return texts.length === 0 ? '' : `\n# Notices in their files\n\n${texts.join('\n\n')}\n`;
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
        if (file?.type === 'asset') file.source = `${own}\n${file.source}${headings(bundle)}`;
      },
    },
  };
};
