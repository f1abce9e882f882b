/** What a list of commands says about each, read from every definition at build time, so that a visitor need not load them all. */
import type { CommandFacts } from '../os/command.ts';
import { type Listing, listingOf } from '../os/listing.ts';

const files = import.meta.glob<CommandFacts>(['../builtins/*.ts', '../commands/*/*.ts', '../career/commands/*.ts', '../exhibits/*.ts'], {
  import: 'default',
  eager: true,
});

/** The listings of all commands, builtins and exhibits, sorted by name. */
export const listings: readonly Listing[] = Object.values(files)
  .map(listingOf)
  .sort((a, b) => (a.name < b.name ? -1 : 1));
