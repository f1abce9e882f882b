/** Commands by topic, as help lists them. */

import { looking, type Sentences, type Speech } from '../../../locales/speech.ts';
import type { Listing } from '../../../os/listing.ts';
import { table, wrap } from '../../../term/layout.ts';
import { type Line, line, type Piece, plain } from '../../../term/style.ts';
import { cells } from '../../../term/width.ts';

/** The topics in the order of interest, with their titles. */
const topics: readonly { readonly name: string; readonly title: string }[] = [
  { name: 'résumé', title: 'The résumé' satisfies Sentences },
  { name: 'exhibits', title: 'Its systems, running' satisfies Sentences },
  { name: 'files', title: 'Files' satisfies Sentences },
  { name: 'text', title: 'Text' satisfies Sentences },
  { name: 'system', title: 'The system' satisfies Sentences },
  { name: 'shell', title: 'The shell' satisfies Sentences },
  { name: 'page', title: 'This page' satisfies Sentences },
  { name: 'fun', title: 'For fun' satisfies Sentences },
];

/** A name that runs its command when clicked, if that is useful by itself; else it shows the help. */
const namePiece = ({ name, runsAlone }: Listing): Piece => ({
  text: name,
  style: { role: 'command', run: runsAlone ? name : `help ${name}` },
});

const named = (facts: Listing): boolean => /^[a-z]/.test(facts.name);

const ofTopic = (all: readonly Listing[], topic: string): readonly Listing[] =>
  all.filter((facts) => facts.topic === topic && named(facts));

const GAP = 2;

const spaced = (pieces: readonly Piece[]): Piece[] =>
  pieces.flatMap((piece, index) => (index > 0 ? [{ text: ' '.repeat(GAP) }, piece] : [piece]));

/** The names, or as many as fit into `columns` with an ellipsis after them. */
const cut = (names: readonly Piece[], columns: number, topic: string): readonly Piece[] => {
  let used = -GAP;
  const fitting = names.filter(({ text }) => (used += cells(text) + GAP) <= columns - GAP - 1);
  return used <= columns ? names : [...fitting, { text: '…', style: { role: 'command', run: `help ${topic}` } }];
};

/** All topics with their commands' names; when `short`, a row each. */
export const topicNames = (all: readonly Listing[], columns: number, short: boolean): Line[] => {
  const shown = topics.map(({ name }) => ({ name, names: ofTopic(all, name).map(namePiece) })).filter(({ names }) => names.length > 0);
  const width = Math.max(0, ...shown.map(({ name }) => cells(name))) + GAP;
  return shown.flatMap(({ name, names }) => {
    const label: Piece = { text: name, style: { role: 'heading', run: `help ${name}` } };
    const some = short ? cut(names, columns - width, name) : names;
    return wrap([label, { text: ' '.repeat(width - cells(name)) }, ...spaced(some)], columns, { hanging: width });
  });
};

/** One topic's commands, each with its summary. */
export const topicSummaries = (speech: Speech, all: readonly Listing[], topic: string, columns: number): readonly Line[] => {
  const rows = ofTopic(all, topic).map((facts): readonly Line[] => [
    [namePiece(facts)],
    [{ text: speech.translate(facts.summary), style: looking(speech) }],
  ]);
  const title = topics.find(({ name }) => name === topic)?.title ?? topic;
  return rows.length === 0
    ? []
    : [line(speech.translate(title), looking(speech, { role: 'heading', bold: true, level: 1 })), ...table(rows, columns)];
};

/** Every topic with summaries. */
export const allSummaries = (speech: Speech, all: readonly Listing[], columns: number): Line[] =>
  topics
    .flatMap(({ name }) => [...topicSummaries(speech, all, name, columns), []])
    .filter((row, index, rows) => plain(row) !== '' || (index > 0 && plain(rows[index - 1] ?? []) !== ''))
    .slice(0, -1);

/** The topic of that name, with or without its accents. */
export const topicOf = (word: string): string | undefined => topics.find(({ name }) => name === word.normalize('NFC').toLowerCase())?.name;
