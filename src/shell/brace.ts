/** Brace expansion: `{a,b}` and `{1..5}` (bash manual, "Brace Expansion"). */
import { BRACE_TEXT, EXPANSION_WORDS, LimitError } from '../os/limits.ts';
import type { Word, WordPart } from '../syntax/ast.ts';

/** A character of a literal, or any other part whole. */
type Item = string | WordPart;

/** What braces make of items: a run that stays, alternatives, or a sequence's texts. */
type Node = Item | { readonly choices: readonly (readonly Node[])[] } | { readonly range: readonly string[] };

const isItem = (node: Node): node is Item => typeof node === 'string' || 'type' in node;

const itemsOf = (word: Word): Item[] => word.parts.flatMap((part): Item[] => (part.type === 'literal' ? [...part.text] : [part]));

/** For each `{` that is closed, the place of its `}`. */
const closings = (items: readonly Item[]): Map<number, number> => {
  const open: number[] = [];
  const pairs = new Map<number, number>();
  items.forEach((item, i) => {
    if (item === '{') open.push(i);
    const start = item === '}' ? open.pop() : undefined;
    if (start !== undefined) pairs.set(start, i);
  });
  return pairs;
};

const SEQUENCE = /^(?:(-?\d{1,15})\.\.(-?\d{1,15})|([A-Za-z])\.\.([A-Za-z]))(?:\.\.(-?\d{1,15}))?$/;

const pad = (value: number, width: number): string =>
  value < 0 ? `-${String(-value).padStart(width - 1, '0')}` : String(value).padStart(width, '0');

/** The texts of `1..5`, `a..e` or either with `..STEP`; undefined for anything else. */
const sequence = (text: string): readonly string[] | undefined => {
  const found = SEQUENCE.exec(text);
  if (!found) return undefined;
  const [, from, to, first, last, by] = found;
  const start = first === undefined ? Number(from) : first.charCodeAt(0);
  const end = last === undefined ? Number(to) : last.charCodeAt(0);
  const step = Math.abs(Number(by ?? 1)) || 1;
  const count = Math.floor(Math.abs(end - start) / step) + 1;
  if (count > EXPANSION_WORDS) throw new LimitError('words', EXPANSION_WORDS);
  const padded = [from, to].some((bound) => /^-?0\d/.test(bound ?? ''));
  const width = padded ? Math.max(from?.length ?? 0, to?.length ?? 0) : 0;
  return Array.from({ length: count }, (_, i) => {
    const value = start + (end < start ? -i : i) * step;
    return first === undefined ? pad(value, width) : String.fromCharCode(value);
  });
};

class BraceParser {
  readonly #items: readonly Item[];
  readonly #pairs: Map<number, number>;

  constructor(items: readonly Item[]) {
    this.#items = items;
    this.#pairs = closings(items);
  }

  nodes(from = 0, to = this.#items.length): Node[] {
    const nodes: Node[] = [];
    for (let i = from; i < to; i++) {
      const item = this.#items[i] as Item;
      const end = item === '{' ? this.#pairs.get(i) : undefined;
      const brace = end === undefined ? undefined : this.#brace(i + 1, end);
      nodes.push(brace ?? item);
      if (brace && end !== undefined) i = end;
    }
    return nodes;
  }

  /** What stands between the braces, if it is alternatives or a sequence. */
  #brace(from: number, to: number): Node | undefined {
    const commas: number[] = [];
    for (let i = from; i < to; i++) {
      if (this.#items[i] === ',') commas.push(i);
      else if (this.#items[i] === '{') i = this.#pairs.get(i) ?? i;
    }
    if (commas.length > 0) {
      const starts = [from, ...commas.map((comma) => comma + 1)];
      const ends = [...commas, to];
      return { choices: starts.map((start, n) => this.nodes(start, ends[n])) };
    }
    const inside = this.#items.slice(from, to);
    const range = inside.every((item) => typeof item === 'string') ? sequence(inside.join('')) : undefined;
    return range && { range };
  }
}

/** How many words nodes stand for, and of how many characters all together. */
interface Extent {
  readonly words: number;
  readonly characters: number;
}

const extentOf = (nodes: readonly Node[]): Extent =>
  nodes.reduce<Extent>(
    (before, node) => {
      const { words, characters } = nodeExtent(node);
      return { words: before.words * words, characters: before.characters * words + characters * before.words };
    },
    { words: 1, characters: 0 },
  );

const sum = (extents: readonly Extent[]): Extent =>
  extents.reduce((a, b) => ({ words: a.words + b.words, characters: a.characters + b.characters }), { words: 0, characters: 0 });

const nodeExtent = (node: Node): Extent => {
  if (isItem(node)) return { words: 1, characters: 1 };
  if ('range' in node) return { words: node.range.length, characters: node.range.reduce((size, text) => size + text.length, 0) };
  return sum(node.choices.map(extentOf));
};

/** Every way through the nodes, the first brace's choice varying slowest. */
const spread = (nodes: readonly Node[]): readonly (readonly Item[])[] =>
  nodes.reduce<readonly (readonly Item[])[]>(
    (heads, node) => {
      if (isItem(node)) {
        for (const head of heads) (head as Item[]).push(node);
        return heads;
      }
      const tails = 'range' in node ? node.range.map((text): readonly Item[] => [text]) : node.choices.flatMap(spread);
      return heads.flatMap((head) => tails.map((tail) => [...head, ...tail]));
    },
    [[]],
  );

const wordOf = (items: readonly Item[], { span }: Word): Word => {
  const parts: WordPart[] = [];
  let text = '';
  const flush = (): void => {
    if (text !== '') parts.push({ type: 'literal', text, span });
    text = '';
  };
  for (const item of items) {
    if (typeof item === 'string') text += item;
    else {
      flush();
      parts.push(item);
    }
  }
  flush();
  return { parts, span };
};

/** The words for which a word with braces stands; throws LimitError before making too many. */
export const expandBraces = (word: Word): readonly Word[] => {
  const nodes = new BraceParser(itemsOf(word)).nodes();
  if (nodes.every(isItem)) return [word];
  const { words, characters } = extentOf(nodes);
  if (words > EXPANSION_WORDS) throw new LimitError('words', EXPANSION_WORDS);
  if (characters > BRACE_TEXT) throw new LimitError('characters of braces', BRACE_TEXT);
  return spread(nodes).map((items) => wordOf(items, word));
};
