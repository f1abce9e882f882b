/** The facts of every command at once, for those who list them. */
import type { CommandFacts } from './command.ts';
import type { CommandRegistry } from './registry.ts';

/** All commands, sorted by name, without those that have nothing to work on; one whose code cannot be loaded is left out. */
export const catalogue = async (commands: CommandRegistry): Promise<readonly CommandFacts[]> => {
  const found = await Promise.all(commands.names().map((name) => commands.find(name).catch(() => undefined)));
  return found.filter((facts) => facts !== undefined && !facts.hidden).map((facts) => facts as CommandFacts);
};
