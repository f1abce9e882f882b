/** Where a paragraph's lines break: the cheapest of all ways by GNU fmt's costs, found from the end backwards. */

/** A word of a paragraph; widths in columns. */
export interface Word {
  readonly text: string;
  /** Blanks after it. */
  space: number;
  /** Begins with a bracket or quote. */
  readonly paren: boolean;
  /** Ends in `.`, `?` or `!`, closing brackets and quotes aside. */
  period: boolean;
  readonly punct: boolean;
  /** Ends a sentence. */
  final: boolean;
}

/** The lines that are asked for. */
export interface Shape {
  /** A line is shorter than this. */
  readonly limit: number;
  /** What a line should be. */
  readonly goal: number;
  readonly firstIndent: number;
  readonly otherIndent: number;
  /** The length of the line above, when this is the rest of a paragraph; 0 otherwise. */
  readonly lastLength: number;
}

const squared = (value: number): number => value * value;
const shortCost = (difference: number): number => squared(difference * 10);
const raggedCost = (difference: number): number => shortCost(difference) / 2;

const LINE = squared(70);
const SENTENCE_BONUS = squared(50);
const NO_BREAK = squared(600);
const PUNCT_BONUS = squared(40);
const PAREN_BONUS = squared(40);
const widow = (length: number): number => Math.trunc(squared(200) / (length + 2));
const orphan = (length: number): number => Math.trunc(squared(150) / (length + 2));

/** What it costs to begin a line with word `at`. */
const baseCost = (words: readonly Word[], at: number): number => {
  const [word, before, earlier] = [words[at], words[at - 1], words[at - 2]];
  let cost = LINE;
  if (before?.period) cost += before.final ? -SENTENCE_BONUS : NO_BREAK;
  else if (before?.punct) cost -= PUNCT_BONUS;
  else if (before && earlier?.final) cost += widow(before.text.length);
  if (word?.paren) cost -= PAREN_BONUS;
  else if (word?.final) cost += orphan(word.text.length);
  return cost;
};

/** A line of a broken paragraph. */
export interface BrokenLine {
  /** The index of its first word. */
  readonly start: number;
  /** What it costs with all lines after it. */
  readonly cost: number;
}

/** The lines of the cheapest way to break the words. */
export const breakParagraph = (words: readonly Word[], shape: Shape): BrokenLine[] => {
  const count = words.length;
  const best = new Array<number>(count + 1).fill(0);
  const next = new Array<number>(count + 1).fill(count);
  const lengths = new Array<number>(count + 1).fill(0);
  const lineCost = (end: number, length: number): number => {
    if (end === count) return 0;
    const ragged = next[end] === count ? 0 : raggedCost(length - (lengths[end] ?? 0));
    return shortCost(shape.goal - length) + ragged;
  };
  for (let start = count - 1; start >= 0; start--) {
    let least = Number.POSITIVE_INFINITY;
    let length = (start === 0 ? shape.firstIndent : shape.otherIndent) + (words[start]?.text.length ?? 0);
    for (let end = start + 1; ; end++) {
      let cost = lineCost(end, length) + (best[end] ?? 0);
      if (start === 0 && shape.lastLength > 0) cost += raggedCost(length - shape.lastLength);
      if (cost < least) {
        least = cost;
        next[start] = end;
        lengths[start] = length;
      }
      if (end === count) break;
      length += (words[end - 1]?.space ?? 0) + (words[end]?.text.length ?? 0);
      if (length >= shape.limit) break;
    }
    best[start] = least + baseCost(words, start);
  }
  const lines: BrokenLine[] = [];
  for (let start = 0; start < count; start = next[start] ?? count) lines.push({ start, cost: best[start] ?? 0 });
  return lines;
};

/** What a line further on is favoured by, when one is sought at which to part a long paragraph. */
const LINE_CREDIT = squared(3);

/** The index of the line before which a paragraph that is too long to hold is best parted; never 0 unless it has but one line. */
export const partingLine = (lines: readonly BrokenLine[]): number => {
  let parting = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [i, { cost }] of lines.entries()) {
    if (i === 0) continue;
    const own = cost - (lines[i + 1]?.cost ?? 0);
    if (own < least) {
      parting = i;
      least = own;
    }
    least += LINE_CREDIT;
  }
  return parting;
};
