/** What a key does: the program's own answer first, then the ways that every program shares. */
import type { Size } from '../os/tty.ts';
import type { Key } from '../term/key.ts';
import type { Target } from './canvas.ts';
import { type Chrome, helpRows, scrollEnd } from './help.ts';
import { type Binding, bindingsOf, type HelpLink, messageOf, type Program } from './program.ts';
import { freeOf, steps } from './steps.ts';

/** What a key comes to. */
export type Action<Message> =
  | { readonly kind: 'none' }
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'help'; readonly help: number | undefined }
  | { readonly kind: 'leave'; readonly interrupted: boolean }
  /** Leaves for where the help screen leads. */
  | { readonly kind: 'follow' }
  /** Lets time pass, if wished until something happens that is worth hearing. */
  | { readonly kind: 'pass'; readonly untilHeard: boolean };

/** The keys of the runner itself, by what they do. */
export type OwnMessage = 'leave' | 'interrupt' | 'help' | 'close' | 'follow' | 'step' | 'skip' | 'up' | 'down' | 'pageUp' | 'pageDown';

const interrupt: Binding<OwnMessage> = { chords: ['C-c'], summary: 'leave at once', message: 'interrupt', quiet: true };

const always: readonly Binding<OwnMessage>[] = [
  { chords: ['?', 'F1'], summary: 'help', message: 'help' },
  { chords: ['q', 'Escape'], summary: 'leave', message: 'leave' },
  interrupt,
];

const reading: readonly Binding<OwnMessage>[] = [
  { chords: ['Up', 'k', 'WheelUp'], summary: 'back a line', message: 'up', quiet: true },
  { chords: ['Down', 'j', 'WheelDown'], label: '↑↓', summary: 'scroll', message: 'down' },
  { chords: ['PageUp', 'b'], summary: 'back a screen', message: 'pageUp', quiet: true },
  { chords: ['PageDown', ' '], summary: 'on a screen', message: 'pageDown' },
];

const follow = ({ summary }: HelpLink): Binding<OwnMessage> => ({ chords: ['Enter'], summary, message: 'follow' });

const close: Binding<OwnMessage> = { chords: ['Escape', 'q', '?'], summary: 'back', message: 'close' };

const keyOf = (chord: string): Key => ({ chord, text: [...chord].length === 1 ? chord : '' });

/** The runner's own bindings that hold now, without the chords that the program takes for itself, or as text. */
export const ownBindings = <Model, Message>(
  program: Program<Model, Message>,
  model: Model,
  chrome: Chrome,
): readonly Binding<OwnMessage>[] => {
  if (program.bare) return [interrupt];
  const link = program.explains?.link;
  if (chrome.help !== undefined) return [...reading, ...(link ? [follow(link)] : []), close, interrupt];
  const taken = new Set(bindingsOf(program, model).flatMap(({ chords }) => chords));
  const isText = (chord: string): boolean => program.key?.(model, keyOf(chord)) !== undefined;
  return freeOf<OwnMessage>(chrome.stepping && program.tick ? [...steps, ...always] : always, (chord) => taken.has(chord) || isText(chord));
};

/** The wheel scrolls what the arrows move, unless the program binds it. */
const wheel = new Map([
  ['WheelUp', 'Up'],
  ['WheelDown', 'Down'],
]);

const none = { kind: 'none' } as const;

/** What a program is asked about a key: its state, and where the taps of the shown frame lead. */
export interface Pressed<Model, Message> {
  readonly program: Program<Model, Message>;
  readonly model: Model;
  readonly chrome: Chrome;
  readonly size: Size;
  readonly target: Target<Message> | undefined;
}

const scrolled = <Model, Message>({ program, model, chrome, size }: Pressed<Model, Message>, lines: number): Action<Message> => {
  const last = scrollEnd(program, model, chrome, size);
  return { kind: 'help', help: Math.min(Math.max(0, (chrome.help ?? 0) + lines), last) };
};

const ownAction = <Model, Message>(pressed: Pressed<Model, Message>, message: OwnMessage): Action<Message> => {
  switch (message) {
    case 'leave':
      return { kind: 'leave', interrupted: false };
    case 'interrupt':
      return { kind: 'leave', interrupted: true };
    case 'help':
      return { kind: 'help', help: 0 };
    case 'close':
      return { kind: 'help', help: undefined };
    case 'follow':
      return { kind: 'follow' };
    case 'up':
      return scrolled(pressed, -1);
    case 'down':
      return scrolled(pressed, 1);
    case 'pageUp':
      return scrolled(pressed, -helpRows(pressed.size));
    case 'pageDown':
      return scrolled(pressed, helpRows(pressed.size));
    case 'step':
      return { kind: 'pass', untilHeard: false };
    case 'skip':
      return { kind: 'pass', untilHeard: true };
  }
};

const programMessage = <Model, Message>({ program, model }: Pressed<Model, Message>, key: Key): Message | undefined => {
  const typed = program.key?.(model, key);
  if (typed !== undefined) return typed;
  const bindings = bindingsOf(program, model);
  return messageOf(bindings, key.chord) ?? messageOf(bindings, wheel.get(key.chord) ?? '');
};

/** What pressing `key` does. Pure. */
export const press = <Model, Message>(pressed: Pressed<Model, Message>, key: Key): Action<Message> => {
  const { program, model, chrome, target } = pressed;
  if (key.chord === 'Click' && target) {
    return 'chord' in target ? press(pressed, keyOf(target.chord)) : { kind: 'message', message: target.message };
  }
  const message = chrome.help === undefined ? programMessage(pressed, key) : undefined;
  if (message !== undefined) return { kind: 'message', message };
  const own = messageOf(ownBindings(program, model, chrome), key.chord);
  return own === undefined ? none : ownAction(pressed, own);
};
