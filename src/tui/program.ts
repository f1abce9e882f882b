/** What a full-screen program is: a model, how messages change it, how it looks, and a table of keys. */
import type { Process } from '../os/process.ts';
import type { Size } from '../os/tty.ts';
import type { Key } from '../term/key.ts';
import type { Canvas } from './canvas.ts';

/** Keys and what they do. The table is the program's footer and its help screen as well. */
export interface Binding<Message> {
  /** Chords as term/key.ts names them (`n`, `C-r`, `Up`, `Enter`, ` `). The footer shows the first, and a tap there presses it. */
  readonly chords: readonly string[];
  /** How the footer shows the keys when it is not by the first one, e.g. `←→`. */
  readonly label?: string;
  /** A few words, for the footer and the help screen. */
  readonly summary: string;
  /** A word or two for the footer, where the summary is longer. */
  readonly short?: string;
  /** What is sent, or how it follows from the chord that was pressed. */
  readonly message: Message | ((chord: string) => Message);
  /** Only in the help screen, not in the footer. */
  readonly quiet?: boolean;
}

/** What an effect may do. */
export interface EffectPort<Message> {
  readonly process: Process;
  /** Aborts when the program is left, for whatever reason. */
  readonly signal: AbortSignal;
  /** Passes a message to `update`, once or many times; ignored after the program was left. */
  send(message: Message): void;
  /** Leaves the program with an exit status, 0 unless given. */
  leave(status?: number): void;
}

/** Something that reaches outside: a channel, a file, a delay. A rejection is a bug, and ends the program. */
export type Effect<Message> = (port: EffectPort<Message>) => void | Promise<void>;

/** A model together with the effects that its change sets off. */
export class WithEffects<Model, Message> {
  readonly model: Model;
  readonly effects: readonly Effect<Message>[];
  constructor(model: Model, effects: readonly Effect<Message>[]) {
    this.model = model;
    this.effects = effects;
  }
}

/** What `update` answers when something must happen outside. */
export const withEffects = <Model, Message>(model: Model, ...effects: readonly Effect<Message>[]): WithEffects<Model, Message> =>
  new WithEffects(model, effects);

/** The effect that leaves the program with status 0. */
export const leave: Effect<never> = (port) => port.leave();

/** Time passing. */
export interface Tick<Message> {
  /** Milliseconds to wait before the message is sent. */
  readonly every: number;
  readonly message: Message;
}

/** What the help screen says besides the keys. */
export interface Explanation {
  /** How it works, a paragraph each. */
  readonly paragraphs: readonly string[];
  /** Where the help screen leads. */
  readonly link?: HelpLink;
  /** A line that prints as text what the program shows. */
  readonly asText?: string;
  /** A paragraph at its end, in a quiet colour. */
  readonly note?: string;
}

/** A line to which Enter leads from the help screen: the program ends, and whoever ran it runs the line. */
export interface HelpLink {
  readonly line: string;
  /** The sentence that tells of it; `{0}` stands for the line. */
  readonly sentence: string;
  /** A few words for the footer. */
  readonly summary: string;
}

/**
 * A full-screen program. `update` and `view` are pure: no clock, no chance but what the model holds, nothing kept between
 * calls. The runner owns the screen, the title, the footer, `?`, and the ways out (q, Esc, Ctrl-C) as far as the program
 * does not bind those keys itself.
 */
export interface Program<Model, Message> {
  /** The name, in the first row. */
  readonly title: string;
  /** A few words after it. */
  readonly subtitle?: string;
  readonly init: Model;
  /** Effects that begin with the program. */
  readonly start?: readonly Effect<Message>[];
  /** The table of keys; a function where it depends on the model. */
  readonly bindings: readonly Binding<Message>[] | ((model: Model) => readonly Binding<Message>[]);
  /** Keys that no table can name, such as text typed into a prompt; undefined leaves the key to the bindings. */
  key?(model: Model, key: Key): Message | undefined;
  update(model: Model, message: Message): Model | WithEffects<Model, Message>;
  /** Draws the model on a blank canvas of any size. `keys` are those that hold now, the runner's own after the program's. */
  view(model: Model, canvas: Canvas<Message>, keys: readonly Binding<unknown>[]): void;
  /** The view has the whole screen, and draws title and keys itself. */
  readonly isWhole?: boolean;
  /** The message that tells the size of the whole screen, at the start and whenever it changes; only for a model that must know. */
  resized?(size: Size): Message;
  /** When time should pass next; undefined while the program is at rest. Under reduced motion the user's Space does it instead, half a second at a time. */
  tick?(model: Model): Tick<Message> | undefined;
  /** Sentences for the transcript when something worth hearing has changed. */
  announce?(model: Model, before: Model): readonly string[];
  readonly explains?: Explanation;
  /** Letters are typed into it, so that a host without a keyboard offers one; unless given, when it has `key`. */
  readonly takesText?: boolean;
  /** Draws on the whole screen, without the runner's title and footer, and answers every key by itself. */
  readonly bare?: boolean;
}

/** The bindings that hold now. */
export const bindingsOf = <Model, Message>(program: Program<Model, Message>, model: Model): readonly Binding<Message>[] =>
  typeof program.bindings === 'function' ? program.bindings(model) : program.bindings;

/** The message of a chord, if a binding has it. */
export const messageOf = <Message>(bindings: readonly Binding<Message>[], chord: string): Message | undefined => {
  const found = bindings.find(({ chords }) => chords.includes(chord));
  if (!found) return undefined;
  // A message is data, never a function; the type parameter cannot say so.
  return typeof found.message === 'function' ? (found.message as (chord: string) => Message)(chord) : (found.message as Message);
};

/** A program's next model, whether effects came with it or not. */
export const applyMessage = <Model, Message>(
  program: Program<Model, Message>,
  model: Model,
  message: Message,
): WithEffects<Model, Message> => {
  const next = program.update(model, message);
  return next instanceof WithEffects ? next : new WithEffects(next, []);
};
