/** df: shows how full the résumé is. */

import { tableFor } from '../../coreutils/tables.ts';
import { defineCommand } from '../../os/command.ts';
import { writeLines } from '../../os/lines.ts';
import { byteLength } from '../../os/vfs.ts';
import { aboutEntry } from '../entries/entry.ts';
import { sectionsOf } from '../entries/sections.ts';
import { entryText } from '../entries/text.ts';
import { resumeOf } from '../extension.ts';

const human = (bytes: number): string => (bytes < 1024 ? `${bytes}B` : `${(bytes / 1024).toFixed(1)}K`);

export default defineCommand({
  name: 'df',
  summary: 'Show how full the résumé is',
  topic: 'résumé',
  options: { human: { short: 'h', long: 'human-readable', summary: 'print sizes in units of 1024 bytes' } },
  operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
  description: [
    'Shows a row for each part of the résumé, with the bytes of its text. Every part is full: keeping a résumé short is an exercise for the reader.',
  ],
  examples: [{ line: 'df -h', shows: 'Where the words went' }],
  seeAlso: ['du', 'ls'],
  linkable: true,
  runsAlone: true,
  run: (process, { options }) => {
    const { stdout, env, host } = process;
    const resume = resumeOf(process);
    const now = host.now();
    const home = env.get('HOME') ?? '/';
    const size = (bytes: number): string => (options.human ? human(bytes) : String(bytes));
    const row = (name: string, bytes: number) => [name, size(bytes), size(bytes), '0', '100%', `${home}/${name}`];
    const parts = sectionsOf(resume, now).map(({ name, entries }) => row(name, byteLength(entries.map(entryText).join(''))));
    const heading = ['Filesystem', options.human ? 'Size' : 'Bytes', 'Used', 'Avail', 'Use%', 'Mounted on'];
    const rows = [heading, row('about', byteLength(entryText(aboutEntry(resume, now)))), ...parts];
    return writeLines(stdout, tableFor(stdout, rows, { right: [1, 2, 3, 4], drop: [5, 1] }));
  },
});
