/** The stops of the tour: the exhibits that exist, in the résumé's order. */
import { type ExhibitCommand, isExhibit } from '../../../exhibits/stage/demonstration.ts';
import type { Speech } from '../../../locales/speech.ts';
import { CommandError, VfsError } from '../../../os/failure.ts';
import type { Process } from '../../../os/process.ts';
import { resumeOf } from '../../extension.ts';

/** An exhibit on the tour. */
export interface Stop {
  readonly command: ExhibitCommand;
  /** The system that it shows. */
  readonly title: string;
  /** The slug of its job, if the résumé names one. */
  readonly job: string | undefined;
  /** What to look at. */
  readonly look: string;
}

const exhibitNames = ({ fs, env }: Process): readonly string[] => {
  try {
    return fs.readDirectory(`${env.get('HOME') ?? ''}/exhibits`).map(({ name }) => name);
  } catch (error) {
    if (error instanceof VfsError) return [];
    throw error;
  }
};

/** The stops; throws CommandError if there is no exhibit. */
export const findStops = async ({ translate }: Speech, process: Process): Promise<readonly Stop[]> => {
  const { systems } = resumeOf(process);
  const found = await Promise.all(exhibitNames(process).map((name) => process.commands.find(name)));
  const place = (name: string): number => systems.findIndex(({ slug }) => slug === name) >>> 0;
  const stops = found
    .filter((command) => command !== undefined)
    .filter(isExhibit)
    .sort((a, b) => place(a.name) - place(b.name))
    .map((command): Stop => {
      const system = systems.find(({ slug }) => slug === command.name);
      return {
        command,
        title: system?.title ?? translate(command.summary),
        job: system?.job,
        look: command.demonstration ? translate(command.demonstration.look) : `${translate(command.summary)}.`,
      };
    });
  if (stops.length === 0) throw new CommandError('there are no exhibits');
  return stops;
};
