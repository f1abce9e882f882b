/** Manual pages: made from a command's facts, in the order of man(7), and set for a width. */
import { wrap } from '../term/layout.ts';
import { type Line, line, type Piece } from '../term/style.ts';
import { cells } from '../term/width.ts';
import type { CommandFacts } from './command.ts';
import { exampleLine, spelling, synopsis } from './usage.ts';

/** Part of a section: a paragraph, a term with what it means, or lines of code as they stand. */
export type Block = string | { readonly term: string; readonly text: string } | { readonly code: string };

/** A section under its heading. */
export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A manual page. */
export interface ManualPage {
  readonly name: string;
  /** 1 for commands, 6 for games and demonstrations, 7 for what is not a command. */
  readonly section: number;
  /** A sentence without a full stop. */
  readonly summary: string;
  readonly sections: readonly Section[];
}

/** From this width on there is room for the manual's own indent. */
const WIDE = 60;
/** Longer lines are hard to read. */
const MEASURE = 100;

const statusBlocks = ({ statuses = {} }: CommandFacts): readonly Block[] => {
  const meanings = Object.entries({ 0: 'success', 2: 'wrong usage', ...statuses });
  return meanings.map(([status, meaning]) => ({ term: status, text: `${meaning}.` }));
};

/** The page of a command. */
export const manualPage = (facts: CommandFacts): ManualPage => {
  const options = Object.values(facts.options).map((spec) => ({ term: spelling(spec), text: `${spec.summary}.` }));
  const sections: readonly Section[] = [
    { title: 'SYNOPSIS', blocks: [synopsis(facts)] },
    { title: 'DESCRIPTION', blocks: facts.description ?? [`${facts.summary}.`] },
    { title: 'OPTIONS', blocks: options },
    { title: 'EXIT STATUS', blocks: statusBlocks(facts) },
    {
      title: 'EXAMPLES',
      blocks: facts.examples.map((example) => ({ term: exampleLine(example), text: `${example.shows}.` })),
    },
    { title: 'SEE ALSO', blocks: facts.seeAlso?.length ? [facts.seeAlso.map((name) => `man ${name}`).join(', ')] : [] },
  ];
  return {
    name: facts.name,
    section: facts.section ?? 1,
    summary: facts.summary,
    sections: sections.filter(({ blocks }) => blocks.length > 0),
  };
};

/** `ls(1)`. */
export const reference = ({ name, section }: { readonly name: string; readonly section: number }): string => `${name}(${section})`;

const header = (page: ManualPage, manual: string, columns: number): Line => {
  const side = reference({ name: page.name.toUpperCase(), section: page.section });
  const gap = columns - 2 * cells(side) - cells(manual);
  if (gap < 4) return line(side, { role: 'muted' });
  return line(side + ' '.repeat(gap >> 1) + manual + ' '.repeat(gap - (gap >> 1)) + side, { role: 'muted' });
};

/** How terms are set: where they begin, and where their text does. */
interface Columns {
  readonly width: number;
  readonly indent: number;
  readonly text: number;
}

/** A term and its text share a row when the term leaves room, as in man(7)'s .TP. */
const termLines = (term: string, text: string, { width, indent, text: column }: Columns): readonly Line[] => {
  const name: Piece = { text: term, style: { bold: true } };
  const margin: Piece = { text: ' '.repeat(indent) };
  const room = column - indent - cells(term);
  if (room >= 1) return wrap([margin, name, { text: ' '.repeat(room) + text }], width, { hanging: column });
  return [...wrap([margin, name], width, { hanging: indent }), ...wrap(line(text), width, { indent: column })];
};

/** A line that is too long goes on further to the right than it began. */
const codeLines = (code: string, { width, indent }: Columns): readonly Line[] =>
  code.split('\n').flatMap((text) => {
    const begins = indent + text.search(/\S|$/);
    return wrap(line(' '.repeat(indent) + text), width, { hanging: begins + 4 });
  });

const blockLines = (block: Block, columns: Columns): readonly Line[] => {
  if (typeof block === 'string') return wrap(line(block), columns.width, { indent: columns.indent });
  return 'code' in block ? codeLines(block.code, columns) : termLines(block.term, block.text, columns);
};

/** Terms that are all short make a table; a long one makes its section a list with the texts below. */
const textColumn = (blocks: readonly Block[], width: number, indent: number): number => {
  const widest = blocks.reduce(
    (most, block) => (typeof block === 'object' && 'term' in block ? Math.max(most, cells(block.term)) : most),
    0,
  );
  return indent + (widest <= width / 4 ? Math.max(indent, widest + 2) : indent);
};

/** Neighbouring terms of one row each stand close together. */
const sectionLines = ({ title, blocks }: Section, width: number, indent: number): Line[] => {
  const columns = { width, indent, text: textColumn(blocks, width, indent) };
  const lines: Line[] = [line(title, { role: 'heading', bold: true, level: 2 })];
  let short = true;
  blocks.forEach((block, index) => {
    const set = blockLines(block, columns);
    const wasShort = short;
    short = typeof block !== 'string' && set.length === 1;
    if (index > 0 && !(short && wasShort)) lines.push([]);
    lines.push(...set);
  });
  return [...lines, []];
};

/** The page at a width, headings in the first column; `manual` is the manual's own name, above it. */
export const manualLines = (page: ManualPage, manual: string, columns: number): Line[] => {
  const width = Math.min(columns, MEASURE);
  const indent = columns < WIDE ? 3 : 7;
  const name: Section = { title: 'NAME', blocks: [`${page.name} – ${page.summary}`] };
  return [
    header(page, manual, width),
    [],
    ...[name, ...page.sections].flatMap((section) => sectionLines(section, width, indent)).slice(0, -1),
  ];
};
