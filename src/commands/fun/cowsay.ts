/** cowsay: lets a cow say a text. */
import { defineCommand } from '../../os/command.ts';
import { writeLines } from '../../os/lines.ts';
import { readAll } from '../../os/stream.ts';
import { clean } from '../../term/clean.ts';
import { wrap } from '../../term/layout.ts';
import { line, plain } from '../../term/style.ts';
import { cells } from '../../term/width.ts';

/** Cells of a line in the balloon. */
const BALLOON_CELLS = 40;
/** Characters that are read. */
const MAX_LENGTH = 4000;

const cow = [
  '        \\   ^__^',
  '         \\  (oo)\\_______',
  '            (__)\\       )\\/\\',
  '                ||----w |',
  '                ||     ||',
] as const;

const balloon = (text: string): readonly string[] => {
  const lines = text.split('\n').flatMap((paragraph) => wrap(line(paragraph), BALLOON_CELLS).map((pieces) => plain(pieces).trimEnd()));
  const width = lines.reduce((most, said) => Math.max(most, cells(said)), 0);
  return [
    `╭${'─'.repeat(width + 2)}╮`,
    ...lines.map((said) => `│ ${said}${' '.repeat(width - cells(said))} │`),
    `╰${'─'.repeat(width + 2)}╯`,
  ];
};

export default defineCommand({
  name: 'cowsay',
  summary: 'Let a cow say it',
  topic: 'fun',
  options: {},
  operands: [{ name: 'TEXT', kind: 'text', optional: true, repeat: true }],
  description: ['Says the operands, or what comes in by the standard input.'],
  examples: [
    { line: 'cowsay moo', shows: 'What a cow would say' },
    { line: 'fortune | cowsay', shows: 'What this person would say, if they were a cow' },
  ],
  seeAlso: ['fortune'],
  run: async ({ stdout, stdin }, { operands }) => {
    const said = operands.length > 0 ? operands.join(' ') : (await readAll(stdin)).replace(/\n+$/, '');
    const text = clean(said.slice(0, MAX_LENGTH)).replaceAll('\t', ' ');
    await writeLines(
      stdout,
      [...balloon(text), ...cow].map((row) => line(row)),
    );
  },
});
