/** Finds products by all of their words, segment by segment, the best first. */
import { type Scores, scoreOf } from './scores.ts';
import { dayOf, type Product, type ProductIndex, type Segment } from './segments.ts';

/** Letters of a query that count. */
export const QUERY_LENGTH = 40;
/** Words of a query that count. */
const QUERY_WORDS = 6;

/** A product that was found. */
export interface Found {
  readonly product: Product;
  readonly score: number;
}

/** What a search came to. */
export interface Answer {
  readonly found: readonly Found[];
  /** Segments in which every word occurs. */
  readonly visited: number;
  /** Places that were read from the lists. */
  readonly read: number;
}

/** The words of a query. */
export const wordsOf = (query: string): readonly string[] =>
  query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, QUERY_WORDS);

/** Places that are in both ascending lists. */
const intersect = (one: readonly number[], other: readonly number[]): readonly number[] => {
  const common: number[] = [];
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const [a = 0, b = 0] = [one[i], other[j]];
    if (a === b) common.push(a);
    if (a <= b) i++;
    if (b <= a) j++;
  }
  return common;
};

const searchSegment = ({ postings, products }: Segment, words: readonly string[]): { products: Product[]; read: number } => {
  const lists = words.map((word) => postings.get(word) ?? []);
  if (lists.some((list) => list.length === 0)) return { products: [], read: 0 };
  // The shortest list first: what is not in it need not be looked for in the others.
  const [shortest = [], ...others] = lists.sort((a, b) => a.length - b.length);
  const places = others.reduce(intersect, shortest);
  return {
    products: places.map((place) => products[place]).filter((product) => product !== undefined),
    read: lists.reduce((sum, list) => sum + list.length, 0),
  };
};

/** A product's score: how its keyword trends, halved for each day of age. */
const rank = (product: Product, scores: Scores, now: number): Found => ({
  product,
  score: scoreOf(scores, product.keyword, now) / 2 ** (dayOf(now) - dayOf(product.at)),
});

/** Searches the index; a query without words finds nothing. */
export const search = (index: ProductIndex, scores: Scores, query: string, now: number): Answer => {
  const words = wordsOf(query);
  if (words.length === 0) return { found: [], visited: 0, read: 0 };
  const parts = index.segments.map((segment) => searchSegment(segment, words)).filter(({ read }) => read > 0);
  const fresh = index.buffer.filter(({ terms }) => words.every((word) => terms.includes(word)));
  const found = [...parts.flatMap(({ products }) => products), ...fresh]
    .map((product) => rank(product, scores, now))
    .sort((a, b) => b.score - a.score || b.product.id - a.product.id);
  return { found, visited: parts.length, read: parts.reduce((sum, { read }) => sum + read, 0) };
};
