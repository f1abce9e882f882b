/** What a résumé says of the systems that the exhibits show: its claims stand apart from what an exhibit measures. */
import { defineExtension } from '../../os/extensions.ts';

/** What is said of one system. */
export interface Said {
  /** The line that prints the job it comes from. */
  readonly line: string;
  readonly claim?: string;
}

/** The key of what is said of each exhibit's system, by the exhibit's name; nothing where the résumé does not name it. */
export const saidKey = defineExtension<(exhibit: string) => Said | undefined>('said of systems');
