/** Loads the résumé's module, and explains what in it cannot be read. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, runnerImport } from 'vite';
import type { Resume } from '../../../data/types.ts';
import { errorWithoutStack, faultMessage } from './report.ts';

/** Most characters of a line that a message shows. */
const SHOWN = 120;

/** Why the parser stumbles at the end of `before`, the beginning of a line, and what to do; `after` is the rest of the line. */
const cureOf = (before: string, after: string, message: string): string => {
  const quote = /["']$/.exec(before.trimEnd())?.[0];
  if (before.trim() === '') return 'Is there a comma at the end of the line above? Each entry, and each item, ends in one.';
  if (/^[‘’“”]/.test(after)) return 'Put the text between straight quotes: \'…\' or "…".';
  if (quote !== undefined && /^[\w$]+\s*:/.test(after)) return 'A comma is missing before this place.';
  if (quote === "'")
    return 'An apostrophe ends a text that stands between single quotes. Write ’ in its place, or put the text between double quotes: "…".';
  if (quote === '"')
    return "A double quote ends a text that stands between double quotes. Write “ and ” in the text, or put it between single quotes: '…'.";
  if (message === 'Unterminated string') return 'The text has no quote at its end. Add one; a text stands on one line.';
  return `${message}. A comma, a quote or a bracket is missing here, or on a line above.`;
};

/** The first mistake in the syntax of a module of data: file, line, the line's text, and the cure; undefined if there is none. */
export const syntaxFault = (file: string, text: string): string | undefined => {
  const [error] = parseSync(file, text).errors;
  if (error === undefined) return undefined;
  const at = error.labels[0]?.start ?? text.length;
  const number = text.slice(0, at).split('\n').length;
  const line = text.split('\n')[number - 1] ?? '';
  const column = at - text.lastIndexOf('\n', at - 1) - 1;
  const shown = line.trim().length > SHOWN ? `${line.trim().slice(0, SHOWN - 1)}…` : line.trim();
  return `${file}, line ${number}: this cannot be read:\n  ${shown}\n${cureOf(line.slice(0, column), line.slice(column), error.message)}`;
};

const FILE = 'data/resume.ts';

/** The value of the module; throws an error without a stack if it cannot be had. */
const evaluated = async (root: string): Promise<Resume> => {
  const { module } = await runnerImport<{ resume?: Resume }>(join(root, FILE), { configFile: false, logLevel: 'silent' }).catch(
    ({ message }: Error) => {
      throw errorWithoutStack(
        /is not defined$/.test(message) ? `${FILE}: ${message}. A text stands between quotes: '…'.` : `${FILE}: ${message}`,
      );
    },
  );
  if (module.resume === undefined) throw errorWithoutStack(`${FILE} exports no résumé. It begins with: export const resume: Resume = {`);
  return module.resume;
};

/** The project's own résumé, below its directory. Throws an error for the person at the keyboard if the files cannot be read. */
export const loadResume = async (root: string): Promise<Resume> => {
  for (const name of readdirSync(join(root, 'data')).filter((it) => it.endsWith('.ts'))) {
    const fault = syntaxFault(`data/${name}`, readFileSync(join(root, 'data', name), 'utf8'));
    if (fault !== undefined) throw errorWithoutStack(fault);
  }
  return evaluated(root);
};

/** What is wrong with the project's own résumé, in words for the person at the keyboard; undefined if nothing is. */
export const ownFaults = (root: string): Promise<string | undefined> =>
  loadResume(root).then(faultMessage, ({ message }: Error) => message);
