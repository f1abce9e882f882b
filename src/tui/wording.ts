/** How a machine words what every program says around itself: its keys, its title, its explanation. */
import { defineExtension } from '../os/extensions.ts';
import type { Process } from '../os/process.ts';

/** What is shown in place of an English text. */
export type Wording = (text: string) => string;

/** The key of the wording for a process of this environment. */
export const wordingKey = defineExtension<(env: ReadonlyMap<string, string>) => Wording | Promise<Wording>>('wording');

/** Texts as they stand. */
const asWritten: Wording = (text) => text;

/** The wording for a process; as written where its machine has none. */
export const wordingOf = async ({ env, extensions }: Pick<Process, 'env' | 'extensions'>): Promise<Wording> =>
  (await extensions.find(wordingKey)?.(env)) ?? asWritten;
