/** What a pager shows: numbered lines, of which more may still come. */
import type { Line } from '../../term/style.ts';

/** Lines by index, from 0. It grows as it is read; nothing that is there ever changes. */
export interface Document {
  /** Lines that are there now. */
  readonly count: number;
  /** No more will come. */
  readonly ended: boolean;
  /** The input went on beyond what a pager keeps. */
  readonly truncated: boolean;
  /** The line at `index`, neither cleaned nor wrapped; empty beyond the end. */
  line(index: number): Line;
  /** The number of that line in the file, from 1. */
  number(index: number): number;
  /** Resolves when there are `count` lines, or the end has come, or `stop` was called. */
  need(count: number): Promise<void>;
  /** Ends every `need`; what was read stays. */
  stop(): void;
  /** Looks whether the file has grown since it ended; true when it has. */
  grow(): boolean;
  /** Nothing more will be read. */
  close(): void;
}

/** A document of lines that are all there. */
export const linesDocument = (lines: readonly Line[]): Document => ({
  count: lines.length,
  ended: true,
  truncated: false,
  line: (index) => lines[index] ?? [],
  number: (index) => index + 1,
  need: () => Promise.resolve(),
  stop: () => {},
  grow: () => false,
  close: () => {},
});
