/** An index of products in segments that never change, merged by size and dropped by the day, and the search through them. */
import { type Scores, scoreOf } from './scores.ts';

/** Minutes of a day. */
export const DAY = 24 * 60;
/** Products in a segment that is written for the first time. */
export const FLUSH = 16;
/** So many segments of one tier become one of the next. */
const FAN = 4;

/** A product as it is indexed. */
export interface Product {
  /** Counts up by the time of arrival. */
  readonly id: number;
  readonly at: number;
  /** What it would be searched by. */
  readonly keyword: string;
  /** Its words. */
  readonly terms: readonly string[];
}

/** An immutable part of the index. */
interface Segment {
  /** The day of all its products. */
  readonly day: number;
  /** How many times it was merged. */
  readonly tier: number;
  readonly products: readonly Product[];
  /** By term, the places of its products, ascending. */
  readonly postings: ReadonlyMap<string, readonly number[]>;
}

/** What the index does right. Its faults are for the tests. */
export interface Practices {
  /** A merge replaces the segments it was made from. */
  readonly replace: boolean;
  /** A segment goes when its newest product is too old, rather than its oldest. */
  readonly patient: boolean;
}

/** As it should be. */
export const safePractices: Practices = { replace: true, patient: true };

/** The index: what was written, oldest first, and what waits to be. */
export interface ProductIndex {
  readonly practices: Practices;
  readonly segments: readonly Segment[];
  readonly buffer: readonly Product[];
  readonly merges: number;
  readonly dropped: number;
}

/** An empty index. */
export const newIndex = (practices: Practices): ProductIndex => ({ practices, segments: [], buffer: [], merges: 0, dropped: 0 });

/** The day of a time. */
export const dayOf = (at: number): number => Math.floor(at / DAY);

const write = (products: readonly Product[], day: number): Segment => {
  const postings = new Map<string, number[]>();
  products.forEach(({ terms }, place) => {
    for (const term of new Set(terms)) postings.set(term, [...(postings.get(term) ?? []), place]);
  });
  return { day, tier: 0, products, postings };
};

/** One segment out of several: their lists of places behind each other, moved by what stands before. */
const merge = (segments: readonly Segment[]): Segment => {
  const postings = new Map<string, number[]>();
  const products: Product[] = [];
  for (const segment of segments) {
    for (const [term, places] of segment.postings) {
      const list = postings.get(term) ?? [];
      for (const place of places) list.push(products.length + place);
      postings.set(term, list);
    }
    for (const product of segment.products) products.push(product);
  }
  const tier = 1 + segments.reduce((most, segment) => Math.max(most, segment.tier), 0);
  return { day: segments[0]?.day ?? 0, tier, products, postings };
};

/** What should be merged now: enough of one tier, or all of a day that is over. Days are never mixed, so that each can go by itself. */
const mergeable = (segments: readonly Segment[], today: number): readonly Segment[] => {
  for (const { day, tier } of segments) {
    const sameDay = segments.filter((segment) => segment.day === day);
    const sameTier = sameDay.filter((segment) => segment.tier === tier);
    if (day < today && sameDay.length > 1) return sameDay;
    if (sameTier.length >= FAN) return sameTier;
  }
  return [];
};

const mergeOnce = (index: ProductIndex, today: number): ProductIndex => {
  const parts = mergeable(index.segments, today);
  const [first] = parts;
  if (!first) return index;
  const gone = new Set<Segment>(index.practices.replace ? parts : parts.slice(1));
  const place = index.segments.indexOf(first);
  const segments = index.segments.flatMap((segment, at) => {
    const kept = gone.has(segment) ? [] : [segment];
    return at === place ? [merge(parts), ...kept] : kept;
  });
  return { ...index, segments, merges: index.merges + 1 };
};

const flush = (index: ProductIndex): ProductIndex => {
  const [first] = index.buffer;
  return first ? { ...index, segments: [...index.segments, write(index.buffer, dayOf(first.at))], buffer: [] } : index;
};

/** Takes a product in. The buffer is written when it is full, and before the first product of another day. */
export const add = (index: ProductIndex, product: Product): ProductIndex => {
  const [first] = index.buffer;
  const ready = first && dayOf(first.at) !== dayOf(product.at) ? flush(index) : index;
  const added = { ...ready, buffer: [...ready.buffer, product] };
  return added.buffer.length >= FLUSH ? flush(added) : added;
};

const isTooOld = ({ products }: Segment, limit: number, { patient }: Practices): boolean =>
  ((patient ? products.at(-1) : products[0])?.at ?? 0) < limit;

/** Time passes: one merge at most, and what is older than `retention` minutes goes, a file at a time and no product by itself. */
export const tend = (index: ProductIndex, now: number, retention: number): ProductIndex => {
  const merged = mergeOnce(index, dayOf(now));
  const segments = merged.segments.filter((segment) => !isTooOld(segment, now - retention, merged.practices));
  const gone = merged.segments.length - segments.length;
  return gone === 0 ? merged : { ...merged, segments, dropped: merged.dropped + gone };
};

/** Products in the index. */
export const size = ({ segments, buffer }: ProductIndex): number =>
  segments.reduce((sum, { products }) => sum + products.length, buffer.length);

/** Whether each of the products from number `from` up to `next` is in the index, once. */
export const holdsOnce = ({ segments, buffer }: ProductIndex, from: number, next: number): boolean => {
  const ids = [...segments.flatMap(({ products }) => products), ...buffer].map(({ id }) => id).filter((id) => id >= from);
  return ids.length === next - from && new Set(ids).size === ids.length;
};

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
