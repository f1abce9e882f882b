/** The language of whoever reads what a process says. */
import { defineExtension } from '../os/extensions.ts';
import type { Process } from '../os/process.ts';
import { english, type Speech } from './speech.ts';

/** The variables that choose the language of messages, the strongest first (POSIX 8.2). */
const VARIABLES = ['LC_ALL', 'LC_MESSAGES', 'LANG'] as const;

/** The name of the locale in which messages come; empty where no variable tells. */
export const localeName = (variable: (name: string) => string | undefined): string => VARIABLES.map(variable).find(Boolean) ?? '';

/** How a machine finds the language of a locale's name: English for one that is not here. */
export const speechKey = defineExtension<(locale: string) => Speech | Promise<Speech>>('speech');

/** The language that a process's environment tells, where its machine has it; else English. */
export const speechOf = async ({ env, extensions }: Pick<Process, 'env' | 'extensions'>): Promise<Speech> =>
  (await extensions.find(speechKey)?.(localeName((name) => env.get(name)))) ?? english;
