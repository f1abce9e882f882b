/** How the tour shows an exhibit. */
import type { Command } from '../../os/command.ts';

/** What the tour says of it and does with it. */
export interface Demonstration {
  /** What to look at: a sentence or two. */
  readonly look: string;
  /** The program's own keys, each with the seconds after its start at which it is pressed; in order. */
  readonly keys: readonly (readonly [seconds: number, chord: string])[];
}

/** A command that is an exhibit. */
export interface ExhibitCommand extends Command {
  /** Without it the tour has only the summary to say. */
  readonly demonstration: Demonstration | undefined;
}

/** Whether a command is one. */
export const isExhibit = (command: Command): command is ExhibitCommand => 'demonstration' in command;
