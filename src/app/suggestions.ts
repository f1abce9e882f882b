/** What a visitor probably meant by a line whose command does not exist: a typo, or English. */
import type { Resume } from '../../data/types.ts';
import { BODY, besideMargin, MARGIN, SPREAD } from '../career/entries/display.ts';
import { intent, isEnglish, missing, topicWords } from '../career/intents.ts';
import type { Suggestion } from '../shell/context.ts';
import { clean } from '../term/clean.ts';
import { table, wrap } from '../term/layout.ts';
import { type Line, line, type Piece } from '../term/style.ts';
import { nearest } from './nearest.ts';

const command = (run: string): Piece => ({ text: run, style: { role: 'command', bold: true, run } });

/** A sentence; what stands in backquotes is a line to press. */
const sentence = (text: string): Line => text.split('`').map((part, index) => (index % 2 === 1 ? command(part) : { text: part }));

/** A label in the margin, and a body beside it; one below the other where there is no room. */
const answer = (label: string, body: (columns: number) => readonly Line[], columns: number): readonly Line[] => {
  const title = line(label, { role: 'heading', bold: true });
  if (columns >= SPREAD) return besideMargin([title], body(Math.min(BODY, columns - MARGIN)));
  return [...wrap(title, columns), ...body(columns)];
};

const MISSING = {
  contact: ['No contact given', 'This résumé names no address, phone or profile. From here you can'],
  salary: ['No salary given', 'This résumé names no figure; that is for a conversation. From here you can'],
} as const;

const steps: readonly (readonly [run: string, does: string])[] = [
  ['hire', 'begin to hire this person'],
  ['share', 'send this page on, by a link or a QR code'],
  ['download pdf', 'keep the résumé on paper'],
];

/** A word that means itself. */
const PLAIN = /^[\w.-]+$/;

/** A word of English that means something here is no typo, however near a command is: `hi` is not `vi`. */
const isTopic = (name: string): boolean => topicWords.has(name.toLowerCase());

/** What to say of a word to which nothing is near. */
const nothingNear = (name: string, columns: number): readonly Line[] => {
  const text = `There is no ${clean(name)} here. \`help\` shows what there is, \`help all\` all of it.`;
  return answer('No such command', (width) => wrap(sentence(text), width), columns);
};

const wordsOf = (text: string): readonly string[] => text.trim().split(/\s+/);

/** The names that a wrong word may stand for. */
export interface Known {
  commands(): readonly string[];
  /** Names of files that a word can stand for. */
  files(): readonly string[];
  isFile(word: string): boolean;
}

/** Remembers the last name that no command has. */
export class Suggestions {
  readonly #resume: Resume;
  readonly #known: Known;
  #wrong = '';

  constructor(resume: Resume, known: Known) {
    this.#resume = resume;
    this.#known = known;
  }

  /** What to say of `NAME: command not found`: in a few words, and in full on a terminal. */
  explain(name: string, source: string): Suggestion {
    this.#wrong = name;
    const typo = isTopic(name) ? undefined : this.#typo(name, 1);
    const english = typo === undefined ? (this.#english(source) ?? this.#english(name)) : undefined;
    const meant = typo ?? english ?? this.#topic(name) ?? this.#typo(name, 2);
    if (meant === undefined) return { hint: undefined, lines: (columns) => nothingNear(name, columns) };
    return { hint: `did you mean '${meant}'?`, lines: (columns) => this.#lines(name, source, meant, english !== undefined, columns) };
  }

  /** What to say of a file that is not there, if its name is a typo of one that is. */
  explainFile([name = '', ...args]: readonly string[], wrong: string): ((columns: number) => readonly Line[]) | undefined {
    const near = PLAIN.test(wrong) ? nearest(wrong, this.#known.files()) : undefined;
    if (near === undefined || !args.every((arg) => PLAIN.test(arg))) return undefined;
    const meant = [name, ...args.map((arg) => (arg === wrong ? near : arg))].join(' ');
    const text = `There is no ${clean(wrong)} here. Did you mean \`${meant}\`?`;
    return (columns) => answer('No such file', (width) => wrap(sentence(text), width), columns);
  }

  /** The line that `source` probably meant: with a typo of a command's or, where it `failed`, of a file's name corrected, or read as English. */
  take(source: string, failed = false): string | undefined {
    const wrong = this.#wrong;
    this.#wrong = '';
    if (wrong === '' && !isEnglish(wordsOf(source))) return failed ? this.#withFile(source) : undefined;
    const mended = (most: number): string | undefined => {
      const near = this.#typo(wrong, most);
      return near === undefined ? undefined : source.replace(wrong, () => near);
    };
    return (isTopic(wrong) ? undefined : mended(1)) ?? this.#english(source) ?? this.#topic(wrong) ?? mended(2);
  }

  #lines(name: string, source: string, meant: string, isEnglishLine: boolean, columns: number): readonly Line[] {
    const asked = missing(wordsOf(source), this.#resume);
    if (asked !== undefined) {
      const [label, text] = MISSING[asked];
      const rows = steps.map(([run, does]) => [[command(run)], line(does, { role: 'muted' })]);
      return answer(label, (width) => [...wrap(line(text), width), [], ...table(rows, width)], columns);
    }
    const text = isEnglishLine
      ? `Here that is \`${meant}\`. Press → to take it.`
      : `There is no ${clean(name)} here. Did you mean \`${meant}\`?`;
    return answer(isEnglishLine ? 'In other words' : 'No such command', (width) => wrap(sentence(text), width), columns);
  }

  #typo(name: string, most: number): string | undefined {
    return nearest(name, this.#known.commands(), most);
  }

  /** What a topic means of which `name` is a typo. */
  #topic(name: string): string | undefined {
    const word = nearest(name, [...topicWords], 1);
    return word === undefined ? undefined : this.#english(word);
  }

  /** The line with the name of a file in place of a word that is none. */
  #withFile(source: string): string | undefined {
    const [name = '', ...words] = wordsOf(source);
    if (!words.every((word) => PLAIN.test(word)) || !this.#known.commands().includes(name)) return undefined;
    const wrong = words.find((word) => !word.startsWith('-') && !this.#known.isFile(word));
    const near = wrong === undefined ? undefined : nearest(wrong, this.#known.files());
    return wrong === undefined || near === undefined ? undefined : [name, ...words.map((word) => (word === wrong ? near : word))].join(' ');
  }

  #english(text: string): string | undefined {
    return intent(wordsOf(text), this.#resume);
  }
}
