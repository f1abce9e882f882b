/** Words what a command word means, for `type` and `command`. */
import { singleQuoted } from '../../os/quote.ts';
import type { Meaning, ShellPort } from '../../os/shell-port.ts';

/** A sentence, and for a function its text. */
export const describe = async (name: string, meaning: Meaning, shell: ShellPort): Promise<string> => {
  switch (meaning.kind) {
    case 'alias':
      return `${name} is aliased to \`${meaning.text}'`;
    case 'keyword':
      return `${name} is a shell keyword`;
    case 'function':
      return `${name} is a function\n${await shell.functionText(name)}`;
    case 'builtin':
      return `${name} is a shell builtin`;
    case 'file':
      return `${name} is ${meaning.path}`;
  }
};

/** What the shell would run, as it would be typed. */
export const where = (name: string, meaning: Meaning): string => {
  if (meaning.kind === 'file') return meaning.path;
  return meaning.kind === 'alias' ? `alias ${name}=${singleQuoted(meaning.text)}` : name;
};
