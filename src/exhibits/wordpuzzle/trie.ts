/** The list of words, and the compact trie that is built from it. */

/** The bit of an edge after which a word is complete. */
export const END = 1 << 5;
/** The bit of the last edge that leaves a node. */
const LAST = 1 << 6;
const LETTER = END - 1;
/** The bits above hold the place of the first edge of the node below; 0 is none. */
const CHILD = 7;
const A = 97;

/** Edges, those of one node next to each other. The first number is the place of the root's. */
export type Trie = Uint32Array;

/** What one edge says. */
export interface Edge {
  readonly letter: string;
  readonly isEnd: boolean;
  readonly isLast: boolean;
  /** The place of the first edge of the node below, 0 where there is none. */
  readonly child: number;
}

/** The edge at a place. */
const edgeAt = (trie: Trie, place: number): Edge => {
  const bits = trie[place] ?? LAST;
  return {
    letter: String.fromCharCode(A + (bits & LETTER)),
    isEnd: (bits & END) !== 0,
    isLast: (bits & LAST) !== 0,
    child: bits >>> CHILD,
  };
};

class Builder {
  readonly edges: number[] = [0];
  readonly #words: readonly string[];
  readonly #nodes = new Map<string, number>();

  constructor(words: readonly string[]) {
    this.#words = words;
  }

  /** The place of the node of the words `from` to `to`, which share their first `depth` letters. */
  node(from: number, to: number, depth: number): number {
    const edges: number[] = [];
    let next = from + ((this.#words[from]?.length ?? depth) === depth ? 1 : 0);
    while (next < to) {
      const first = next;
      const code = this.#words[first]?.charCodeAt(depth) ?? A;
      while (next < to && this.#words[next]?.charCodeAt(depth) === code) next++;
      const end = this.#words[first]?.length === depth + 1 ? END : 0;
      edges.push((code - A) | end | (next === to ? LAST : 0) | (this.node(first, next, depth + 1) << CHILD));
    }
    return edges.length === 0 ? 0 : this.#place(edges);
  }

  #place(edges: readonly number[]): number {
    const key = edges.join(',');
    const known = this.#nodes.get(key);
    if (known !== undefined) return known;
    const place = this.edges.length;
    for (const edge of edges) this.edges.push(edge);
    this.#nodes.set(key, place);
    return place;
  }
}

/** The trie of words of a to z, sorted, each once and none empty (Daciuk et al., 2000: a minimal acyclic automaton). */
export const buildTrie = (words: readonly string[]): Trie => {
  const builder = new Builder(words);
  builder.edges[0] = builder.node(0, words.length, 0);
  return Uint32Array.from(builder.edges);
};

/** The edges of the node that begins at `place`. */
export function* edgesFrom(trie: Trie, place: number): Generator<Edge> {
  if (place === 0) return;
  for (let at = place; at < trie.length; at++) {
    const edge = edgeAt(trie, at);
    yield edge;
    if (edge.isLast) return;
  }
}

/** The edge that leads to the root, as if from above. */
export const rootOf = (trie: Trie): Edge => ({ letter: '', isEnd: false, isLast: true, child: trie[0] ?? 0 });

/** A node that was looked at on the way. */
export interface Visit {
  readonly place: number;
  /** The letters that lead on from there. */
  readonly letters: string;
  /** The edge that was taken; undefined where the way ends. */
  readonly taken: Edge | undefined;
}

/** The nodes on the way of a word, down to the one without its next letter. */
export const walk = (trie: Trie, word: string): Visit[] => {
  const visits: Visit[] = [];
  let place = rootOf(trie).child;
  for (const letter of word) {
    const edges = [...edgesFrom(trie, place)];
    const taken = edges.find((edge) => edge.letter === letter);
    visits.push({ place, letters: edges.map((edge) => edge.letter).join(''), taken });
    if (!taken) break;
    place = taken.child;
  }
  return visits;
};

/** Whether the word is one of those that the trie was built from. */
export const accepts = (trie: Trie, word: string): boolean => {
  const visits = walk(trie, word);
  return visits.length === word.length && visits.at(-1)?.taken?.isEnd === true;
};

/** The line between the licence of the list and its words. */
const RULE = '\n=\n';

/** Words, sorted, and the trie of them. */
export interface Dictionary {
  readonly words: readonly string[];
  readonly trie: Trie;
}

/** The words of a front-coded text: a digit says how many letters a word shares with the one before. */
export const unpack = (text: string): string[] => {
  const words: string[] = [];
  let word = '';
  for (const [, shared, rest] of text.matchAll(/(\d)([a-z]+)/g)) {
    word = word.slice(0, Number(shared)) + rest;
    words.push(word);
  }
  return words;
};

/** Loads the list; rejects when it cannot be had. */
export const loadDictionary = async (): Promise<Dictionary> => {
  const { default: text } = await import('./words.txt?raw');
  const words = unpack(text.slice(text.indexOf(RULE) + RULE.length));
  return { words, trie: buildTrie(words) };
};

/** Bytes of a hash set of these words, as an engine of 64 bits may keep them: an estimate. A string is a header of 16 bytes and its letters, rounded up to 8; a slot is 20 bytes, their number a power of two. */
const hashSetBytes = (words: readonly string[]): number => {
  const strings = words.reduce((sum, { length }) => sum + 16 + Math.ceil(length / 8) * 8, 0);
  return strings + 20 * 2 ** Math.ceil(Math.log2(Math.max(1, words.length)));
};

/** Bytes of the trie, and of a hash set of the same words. */
export const memoryOf = ({ words, trie }: Dictionary): { readonly trie: number; readonly set: number } => ({
  trie: trie.byteLength,
  set: hashSetBytes(words),
});
