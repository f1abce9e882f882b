/** An entry as the text of its file: one fact or paragraph a line, so that grep and wc work well. */
import type { Sentences } from '../../locales/speech.ts';
import { type Entry, remarkOf } from './entry.ts';

/** The mark of the present job, in a file and on the screen. */
export const activeMark = '● ACTIVE' satisfies Sentences;

const labelled = (label: string, text: string): string => `${label}: ${text}`;

/** Blocks of lines with an empty line between them, without empty blocks. Ends in a newline, unless it is empty. */
const joinBlocks = (blocks: readonly (readonly string[])[]): string =>
  blocks
    .filter((block) => block.length > 0)
    .map((block) => block.map((text) => `${text}\n`).join(''))
    .join('\n');

/** The whole file. */
export const entryText = (entry: Entry): string =>
  joinBlocks([
    [entry.title, ...entry.facts.map(({ label, text }) => labelled(label, text)), ...(entry.active ? [labelled('State', activeMark)] : [])],
    ...entry.paragraphs.map((paragraph) => [paragraph]),
    entry.highlights.map((highlight) => `- ${highlight}`),
    entry.notes.map((note) => labelled(note.label, [...note.items.map(({ text }) => text), remarkOf(note) ?? []].flat().join(', '))),
  ]);
