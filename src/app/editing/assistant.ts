/** What helps the visitor type: completion, styles, hints. */

import { intent, isEnglish } from '../../career/intents.ts';
import { localeName } from '../../locales/reader.ts';
import { resolvePath } from '../../os/path.ts';
import type { CompletionResult } from '../../readline/state.ts';
import type { Line } from '../../term/style.ts';
import { speechFor } from '../languages.ts';
import type { Machine } from '../machine.ts';
import { HOME } from '../prompt.ts';
import { themes } from '../theme-files.ts';
import type { CompletionSources } from './complete.ts';
import { highlightLine } from './highlight.ts';

/** What the line editor asks for. */
export interface Assistant {
  complete(text: string, cursor: number): Promise<CompletionResult>;
  highlight(text: string): Line;
  hint(text: string): string | undefined;
}

/** The language that the shell's variables name. */
const sessionSpeech = ({ env }: Machine['session']) => speechFor([localeName((name) => env.get(name))]);

/** The assistant of a machine's prompt. */
export const createAssistant = (machine: Machine): Assistant => {
  const { session, fs, commands, resume } = machine;
  const isCommand = (name: string): boolean =>
    commands.has(name) || session.functions.has(name) || session.aliases.has(name) || (name.includes('/') && isPath(name));
  const isPath = (word: string): boolean => {
    const path = word === '~' || word.startsWith('~/') ? HOME + word.slice(1) : word;
    return fs.find(resolvePath(session.cwd, path)) !== undefined || fs.lookUp(word).length > 0;
  };
  const sources: Omit<CompletionSources, 'speech'> = {
    fs,
    commands,
    home: HOME,
    cwd: () => session.cwd,
    variables: () => [...session.variables.keys()].sort(),
    ownCommands: () => [...session.functions.keys(), ...session.aliases.keys()].sort(),
    aliases: () => session.aliases,
    themes: [...themes.keys()],
    describe: machine.describe,
  };
  return {
    complete: async (text, cursor) => {
      const { complete } = await import('./complete.ts');
      return complete(text, cursor, { ...sources, speech: await sessionSpeech(session) });
    },
    highlight: (text) => highlightLine(text, isCommand),
    hint: (text) => {
      const words = text.trim().split(/\s+/);
      const name = words[0] ?? '';
      if (words.length === 1 && !text.endsWith(' ')) return commands.names().find((known) => known.startsWith(name) && /^\w/.test(known));
      return isCommand(name) && !isEnglish(words) ? undefined : intent(words, resume);
    },
  };
};
