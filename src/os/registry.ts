/** The commands that exist, by name: names at once, definitions when asked for. */
import type { Command } from './command.ts';
import type { Listing } from './listing.ts';
import type { ManualPage } from './man.ts';

/** The manual, as far as it is not made from the commands. */
export interface Manual {
  /** Its own name, above each page. */
  readonly name: string;
  /** The pages that belong to no command, by name, sorted. */
  names(): readonly string[];
  /** Loads such a page; undefined for an unknown name. Rejects when it cannot be loaded. */
  find(name: string): Promise<ManualPage | undefined>;
}

export interface CommandRegistry {
  /** Every command's name, sorted. */
  names(): readonly string[];
  has(name: string): boolean;
  /** Loads a command; undefined for an unknown name. Rejects when its code cannot be loaded. */
  find(name: string): Promise<Command | undefined>;
  /** What a list tells of each, sorted by name; it loads no command. */
  listings(): Promise<readonly Listing[]>;
  /** Loads what the manual has besides. */
  manual?(): Promise<Manual>;
}
