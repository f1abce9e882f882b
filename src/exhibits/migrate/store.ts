/** The two stores of a migration, a range of records at a time: what the legacy store holds, and what has arrived in the new one. */

/** A record in the new store. */
export interface Row {
  readonly version: number;
  /** The record's content, or something else if it was damaged. */
  readonly value: number;
  /** How many of it there are: more than one is a duplicate. */
  readonly copies: number;
}

/** A range of keys: the unit that a worker leases. */
export interface Range {
  /** The key of its first record. */
  readonly first: number;
  /** The version of each record in the legacy store, which a user's write raises. */
  readonly versions: readonly number[];
  /** What the new store has of each. */
  readonly rows: readonly (Row | undefined)[];
  /** So many records from the start are known to be safe; work resumes here. */
  readonly checkpoint: number;
  /** Since a worker claimed it, users' writes go to both stores. */
  readonly begun: boolean;
}

/** The content of a record at a version (Knuth's multiplicative hash). */
export const content = (key: number, version: number): number => Math.imul(key * 1009 + version, 0x9e3779b1) >>> 0;

/** A range that waits. */
export const untouched = (first: number, size: number): Range => ({
  first,
  versions: new Array<number>(size).fill(1),
  rows: new Array<undefined>(size).fill(undefined),
  checkpoint: 0,
  begun: false,
});

/** How the new store takes a record: by key, so that a second time changes nothing; or as one more row. */
export type Writing = 'upsert' | 'append';

/** A record on its way into the new store. */
export interface Arrival {
  readonly index: number;
  readonly version: number;
  readonly value: number;
}

const placed = (row: Row | undefined, { version, value }: Arrival, writing: Writing): Row => {
  if (writing === 'append') return { version, value, copies: (row?.copies ?? 0) + 1 };
  // A copy that was read before a user's write must not undo that write.
  return row && row.version > version ? row : { version, value, copies: row?.copies ?? 1 };
};

/** The range after records have arrived. */
export const arrived = (range: Range, arrivals: readonly Arrival[], writing: Writing): Range => {
  const rows = [...range.rows];
  for (const arrival of arrivals) rows[arrival.index] = placed(rows[arrival.index], arrival, writing);
  return { ...range, rows };
};

/** The range after a user's write of one record: to the legacy store always, to the new one as well once the range has begun. */
export const updated = (range: Range, index: number): Range => {
  const version = (range.versions[index] ?? 0) + 1;
  const versions = range.versions.with(index, version);
  const arrival = { index, version, value: content(range.first + index, version) };
  return range.begun ? arrived({ ...range, versions }, [arrival], 'upsert') : { ...range, versions };
};

/** The range as if it had never been copied; the legacy store keeps all. */
export const erased = (range: Range): Range => ({
  ...range,
  rows: new Array<undefined>(range.rows.length).fill(undefined),
  checkpoint: 0,
  begun: false,
});

/** Whether both stores answer the same for a record. */
export const agrees = ({ first, versions, rows }: Range, index: number): boolean =>
  rows[index]?.value === content(first + index, versions[index] ?? 0);

/** What a comparison of the stores found. Every count but `safe` must be zero at all times. */
export interface Audit {
  /** Records behind a checkpoint, there once and right. */
  readonly safe: number;
  /** Behind a checkpoint, and not there. */
  readonly lost: number;
  readonly twice: number;
  /** Behind a checkpoint, and not what the legacy store holds. */
  readonly wrong: number;
  /** There, though the range has not begun or was rolled back. */
  readonly stray: number;
}

/** Compares the stores record by record. */
export const audit = (ranges: readonly Range[]): Audit => {
  const found = { safe: 0, lost: 0, twice: 0, wrong: 0, stray: 0 };
  for (const range of ranges) {
    range.rows.forEach((row, index) => {
      if (row && !range.begun) found.stray++;
      if (row && row.copies > 1) found.twice++;
      if (index >= range.checkpoint) return;
      if (!row) found.lost++;
      else if (!agrees(range, index)) found.wrong++;
      else if (row.copies === 1) found.safe++;
    });
  }
  return found;
};

/** Whether each record is there once, or not yet, and right. */
export const isWhole = ({ lost, twice, wrong, stray }: Audit): boolean => lost + twice + wrong + stray === 0;

/** Records behind the checkpoints. */
export const copied = (ranges: readonly Range[]): number => ranges.reduce((sum, { checkpoint }) => sum + checkpoint, 0);
