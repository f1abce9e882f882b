/** Commands by topic, as help lists them. */

import { looking, type Sentences, type Speech } from '../../../locales/speech.ts';
import type { Listing } from '../../../os/listing.ts';
import { table } from '../../../term/layout.ts';
import { type Line, line, type Piece, plain } from '../../../term/style.ts';

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
