/** What a list of commands tells of each, so that a list need not load them. */
import type { CommandFacts } from './command.ts';

/** A command in a list. */
export interface Listing extends Pick<CommandFacts, 'name' | 'summary' | 'topic'> {
  /** The manual's section. */
  readonly section: number;
  /** Whether it does something useful by its name alone, and a link may run it. */
  readonly runsAlone: boolean;
}

/** The listing of a command. */
export const listingOf = ({ name, summary, topic, section = 1, linkable = false, operands, runsAlone }: CommandFacts): Listing => ({
  name,
  summary,
  topic,
  section,
  runsAlone: runsAlone ?? (linkable && operands.length === 0),
});
