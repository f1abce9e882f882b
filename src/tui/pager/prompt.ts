/** What is typed in the pager's bottom row. */
import type { Key } from '../../term/key.ts';
import { graphemes } from '../../term/width.ts';
import { leave, withEffects } from '../program.ts';
import { command } from './commands.ts';
import { jumpedTo, type Message, type Model, type Next, type PatternUse, type Prompt, switchFile, type Waiting } from './model.ts';
import { start } from './rows.ts';
import { compile } from './search.ts';

/** Characters of a pattern. */
const PATTERN_LENGTH = 1_000;

type PatternPrompt = Extract<Prompt, { kind: 'pattern' }>;
type LetterPrompt = Extract<Prompt, { kind: 'letter' }>;

/** Makes a finder beside the keys; the answer is a message. */
const compiling = (model: Model, text: string, use: PatternUse): Next => {
  const inverted = text.startsWith('!');
  const source = inverted ? text.slice(1) : text;
  // As less's -i: a capital in the pattern means that case matters.
  const ignoreCase = model.ignoreCase && source === source.toLowerCase();
  const waiting: Waiting = { label: 'Searching…', cancelled: false };
  return withEffects({ ...model, waiting }, async ({ send }) => {
    try {
      const find = await compile(source, ignoreCase);
      send({ kind: 'compiled', waiting, use, pattern: { text, find, inverted } });
    } catch (error) {
      send({ kind: 'failed', waiting, text: error instanceof Error ? error.message : String(error) });
    }
  });
};

const submit = (model: Model, { lead, text, count }: PatternPrompt): Next => {
  const backward = lead === '?';
  if (lead === '&') return text === '' ? unfiltered(model) : compiling(model, text, { kind: 'filter' });
  if (text !== '') return compiling(model, text, { kind: 'search', backward, count });
  if (!model.pattern) return { ...model, message: 'No previous pattern' };
  return command({ ...model, pattern: { ...model.pattern, backward } }, 'next', count);
};

/** All lines again, near the one that was at the top. */
const unfiltered = (model: Model): Model => {
  const { view } = model;
  if (!view.filter) return model;
  const line = view.document.number(view.top.line) - 1;
  return jumpedTo(
    { ...model, view: { ...view, document: view.whole, filter: undefined, marks: new Map(), found: undefined } },
    { ...start, line },
  );
};

const edited = (prompt: PatternPrompt, key: Key): PatternPrompt | undefined => {
  const { text } = prompt;
  switch (key.chord) {
    case 'Backspace':
    case 'C-h':
      return text === '' ? undefined : { ...prompt, text: [...graphemes(text)].slice(0, -1).join('') };
    case 'C-u':
      return { ...prompt, text: '' };
    case 'C-w':
      return { ...prompt, text: text.replace(/\S*\s*$/, '') };
    case 'Escape':
    case 'C-c':
    case 'C-g':
      return undefined;
    default:
      return { ...prompt, text: (text + key.text.replace(/[\r\n]/g, '')).slice(0, PATTERN_LENGTH) };
  }
};

const toggle = (model: Model, letter: string): Next => {
  const says = (what: string, on: boolean): string => `${what}: ${on ? 'on' : 'off'}`;
  switch (letter) {
    case 'N':
    case 'n':
      return {
        ...jumpedTo({ ...model, numbers: !model.numbers }, model.view.top),
        message: says('Line numbers', !model.numbers),
      };
    case 'S':
      return {
        ...jumpedTo({ ...model, chop: !model.chop, column: 0 }, model.view.top),
        message: says('Cutting long lines', !model.chop),
      };
    case 'i':
    case 'I': {
      const changed = { ...model, ignoreCase: !model.ignoreCase, message: says('Ignoring case', !model.ignoreCase) };
      return model.pattern
        ? compiling(changed, model.pattern.text, { kind: 'search', backward: model.pattern.backward, count: 0 })
        : changed;
    }
    default:
      return { ...model, message: `There is no option -${letter}` };
  }
};

const colon = (model: Model, letter: string): Next => {
  switch (letter) {
    case 'n':
      return switchFile(model, model.file + 1);
    case 'p':
      return switchFile(model, model.file - 1);
    case 'x':
      return switchFile(model, 0);
    case 'q':
    case 'Q':
      return withEffects<Model, Message>(model, leave);
    case 'f':
      return command(model, 'status', undefined);
    default:
      return { ...model, message: `There is no command :${letter}` };
  }
};

const lettered = (model: Model, { command: name }: LetterPrompt, letter: string): Next => {
  const { view } = model;
  if (name === 'option') return toggle(model, letter);
  if (name === 'colon') return colon(model, letter);
  if (name === 'mark') return { ...model, view: { ...view, marks: new Map(view.marks).set(letter, view.top) } };
  const mark = view.marks.get(letter) ?? (letter === "'" || letter === '^' ? start : undefined);
  return mark ? jumpedTo(model, mark) : { ...model, message: 'Mark not set' };
};

/** A key while a prompt is open. */
export const typed = (model: Model, prompt: Prompt, key: Key): Next => {
  const closed = { ...model, prompt: undefined };
  if (prompt.kind === 'letter') return key.text === '' ? closed : lettered(closed, prompt, key.text);
  return key.chord === 'Enter' ? submit(closed, prompt) : { ...model, prompt: edited(prompt, key) };
};
