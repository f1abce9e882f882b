/** Tilde expansion: `~`, `~/x`, `~+`, `~-`, `~2` and `~user` (POSIX 2.6.1). */
import type { LiteralPart, Word, WordPart } from '../syntax/ast.ts';
import type { ShellState } from './state.ts';

const ASSIGNMENT = /^[A-Za-z_]\w*\+?=/;

/** What a tilde-prefix stands for; undefined leaves it as it is. */
const directory = (name: string, { variables, cwd, directoryStack }: ShellState): string | undefined => {
  if (name === '') return variables.get('HOME');
  if (name === '+') return cwd;
  if (name === '-') return variables.get('OLDPWD');
  if (/^[-+]?\d{1,6}$/.test(name)) {
    const stack = [cwd, ...directoryStack];
    return stack.at(name.startsWith('-') ? -1 - Number(name.slice(1)) : Number(name));
  }
  return name === variables.get('USER') ? variables.get('HOME') : undefined;
};

/** The parts of a literal, each tilde-prefix at one of its `starts` made a quoted part. A prefix that runs into another part is none. */
const replace = ({ text, span }: LiteralPart, starts: readonly number[], colons: boolean, last: boolean, state: ShellState): WordPart[] => {
  const parts: WordPart[] = [];
  let done = 0;
  for (const start of starts) {
    if (text.charAt(start) !== '~') continue;
    const name = (colons ? /^[^/:]*/ : /^[^/]*/).exec(text.slice(start + 1))?.[0] ?? '';
    const end = start + 1 + name.length;
    const home = end === text.length && !last ? undefined : directory(name, state);
    if (home === undefined) continue;
    if (start > done) parts.push({ type: 'literal', text: text.slice(done, start), span });
    parts.push({ type: 'quoted', text: home, span });
    done = end;
  }
  if (done < text.length) parts.push({ type: 'literal', text: text.slice(done), span });
  return parts;
};

const afterColons = (text: string, from: number): number[] =>
  [...text.matchAll(/:/g)].map(({ index }) => index + 1).filter((at) => at > from);

/** The word with its tilde-prefixes replaced; in an assignment's value they may also follow a `:`. */
export const expandTilde = (word: Word, state: ShellState, assignment: boolean): readonly WordPart[] => {
  if (!word.parts.some((part) => part.type === 'literal' && part.text.includes('~'))) return word.parts;
  const first = word.parts[0];
  const prefix = assignment || first?.type !== 'literal' ? '' : (ASSIGNMENT.exec(first.text)?.[0] ?? '');
  const colons = assignment || prefix !== '';
  return word.parts.flatMap((part, i) => {
    if (part.type !== 'literal') return [part];
    const starts = i === 0 ? [prefix.length] : [];
    if (colons) starts.push(...afterColons(part.text, prefix.length));
    return starts.length === 0 ? [part] : replace(part, starts, colons, i === word.parts.length - 1, state);
  });
};
