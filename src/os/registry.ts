/** The commands that exist, by name: names at once, definitions when asked for. */
import type { Command } from './command.ts';
import type { Listing } from './listing.ts';

export interface CommandRegistry {
  /** Every command's name, sorted. */
  names(): readonly string[];
  has(name: string): boolean;
  /** Loads a command; undefined for an unknown name. Rejects when its code cannot be loaded. */
  find(name: string): Promise<Command | undefined>;
  /** What a list tells of each, sorted by name; it loads no command. */
  listings(): Promise<readonly Listing[]>;
}
