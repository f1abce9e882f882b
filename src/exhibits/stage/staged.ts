/** A program on the stage: it has run a little before the first frame, plays by itself when nobody does, and tells what happens. */

import type { Phrase, Speech } from '../../locales/speech.ts';
import type { Key } from '../../term/key.ts';
import { applyMessage, type Binding, bindingsOf, type Effect, messageOf, type Program, WithEffects } from '../../tui/program.ts';
import type { Demonstration } from './demonstration.ts';
import { drawShow, type Show } from './show.ts';

/** Milliseconds without a key after which it plays by itself, and between two of its keys. */
const PATIENCE = 5000;
const BETWEEN = 4000;
/** Milliseconds for which a sentence is left to be read, unless the visitor does something. */
const READING = 2500;
const SHORTEST = 1000;

type Shared<Model, Message> = Omit<Program<Model, Message>, 'title' | 'explains' | 'view' | 'isWhole' | 'takesText'>;

/** What a staged program is made of. */
export interface Act<Model, Message> extends Omit<Shared<Model, Message>, 'bindings' | 'announce'> {
  readonly bindings: readonly Binding<Message>[] | ((model: Model, speech: Speech) => readonly Binding<Message>[]);
  announce?(model: Model, before: Model, speech: Speech): readonly string[];
  /** What a visitor sees; `isTried` once the first key was pressed. */
  show(model: Model, isTried: boolean, speech: Speech): Show<Message>;
  /** What is told before anything has happened. */
  readonly opening: Phrase;
  /** Ticks that have passed before the first frame. */
  readonly warmUp?: number;
}

/** An act in the visitor's language. */
interface SpokenAct<Model, Message> extends Shared<Model, Message> {
  show(model: Model, isTried: boolean): Show<Message>;
  readonly opening: string;
  readonly warmUp?: number;
}

const spokenBy = <Model, Message>({ bindings, announce, ...act }: Act<Model, Message>, speech: Speech): SpokenAct<Model, Message> => ({
  ...act,
  bindings: typeof bindings === 'function' ? (model) => bindings(model, speech) : bindings,
  ...(announce ? { announce: (model, before) => announce(model, before, speech) } : {}),
  show: (model, isTried) => act.show(model, isTried, speech),
  opening: speech.translate(act.opening),
});

/** A program's model, and what the stage knows beside it. */
export interface Staged<Model> {
  readonly model: Model;
  readonly said: string;
  /** Milliseconds since it was said, and the sentence that waits until it has been read. */
  readonly saidFor: number;
  readonly next: string | undefined;
  /** Milliseconds since the last key, until it plays by itself; undefined once somebody has pressed one. */
  readonly idle: number | undefined;
  /** The place of the next key that it presses by itself; undefined while it does not. */
  readonly cue: number | undefined;
  readonly isTried: boolean;
}

/** Time, news from an effect, or a key that means nothing but that somebody is there; all else comes from the visitor. */
class Own<Message> {
  readonly kind: 'time' | 'effect' | 'woken';
  readonly message: Message | undefined;
  readonly milliseconds: number;
  constructor(kind: Own<Message>['kind'], message?: Message, milliseconds = 0) {
    this.kind = kind;
    this.message = message;
    this.milliseconds = milliseconds;
  }
}

/** What a staged program may be sent. */
export type StagedMessage<Message> = Message | Own<Message>;

const keyOf = (chord: string): Key => ({ chord, text: [...chord].length === 1 ? chord : '' });

/** Keys of the runner that are no sign of somebody who plays. */
const runners = new Set(['?', 'F1', 'q', 'Escape', 'C-c', 'Click']);

class Stage<Model, Message> {
  readonly #act: SpokenAct<Model, Message>;
  readonly #program: Program<Model, Message>;
  readonly #cues: readonly string[];
  readonly #isAlone: () => boolean;

  constructor(act: SpokenAct<Model, Message>, cues: readonly string[], isAlone: () => boolean) {
    this.#act = act;
    this.#isAlone = isAlone;
    // Only for the functions that take a program; it is never drawn.
    this.#program = { ...act, title: '', view: () => {} };
    this.#cues = cues;
  }

  begin(): Staged<Model> {
    let model = this.#act.init;
    for (let ticks = this.#act.warmUp ?? 0; ticks > 0; ticks--) {
      const tick = this.#act.tick?.(model);
      if (tick) model = applyMessage(this.#program, model, tick.message).model;
    }
    return { model, said: this.#act.opening, saidFor: 0, next: undefined, idle: 0, cue: undefined, isTried: false };
  }

  /** Lends an effect a port by which what it sends is not taken for a key. */
  #lent(effect: Effect<Message>): Effect<StagedMessage<Message>> {
    return (port) => effect({ ...port, send: (message) => port.send(new Own('effect', message)) });
  }

  effects(effects: readonly Effect<Message>[]): readonly Effect<StagedMessage<Message>>[] {
    return effects.map((effect) => this.#lent(effect));
  }

  /** The stage after its program has got a message. */
  #told(staged: Staged<Model>, message: Message, isUrgent: boolean): WithEffects<Staged<Model>, StagedMessage<Message>> {
    const { model, effects } = applyMessage(this.#program, staged.model, message);
    const news = this.#act.announce?.(model, staged.model).at(-1);
    const next = { ...staged, model, next: news ?? staged.next };
    return new WithEffects(this.#spoken(next, isUrgent ? 0 : READING), this.effects(effects));
  }

  /** Says what waits, if what was said last has had its time. */
  #spoken(staged: Staged<Model>, least: number): Staged<Model> {
    const isDue = staged.next !== undefined && staged.saidFor >= Math.min(least, staged.said === this.#act.opening ? SHORTEST : least);
    return isDue ? { ...staged, said: staged.next ?? '', saidFor: 0, next: undefined } : staged;
  }

  #passed(staged: Staged<Model>, { message, milliseconds }: Own<Message>): WithEffects<Staged<Model>, StagedMessage<Message>> {
    const idle = staged.idle === undefined ? undefined : staged.idle + (this.#isAlone() ? milliseconds : 0);
    const later = { ...staged, idle, saidFor: staged.saidFor + milliseconds };
    const passed =
      message === undefined ? new WithEffects<Staged<Model>, StagedMessage<Message>>(later, []) : this.#told(later, message, false);
    if (idle === undefined || idle < PATIENCE || this.#cues.length === 0) return passed;
    const played = this.#played(passed.model);
    return new WithEffects(played.model, [...passed.effects, ...played.effects]);
  }

  /** Presses the next key of the demonstration. */
  #played(staged: Staged<Model>): WithEffects<Staged<Model>, StagedMessage<Message>> {
    const cue = staged.cue ?? 0;
    const message = this.messageOf(staged.model, this.#cues[cue % this.#cues.length] ?? '');
    const waiting = { ...staged, cue: cue + 1, idle: PATIENCE - BETWEEN };
    return message === undefined ? new WithEffects(waiting, []) : this.#told(waiting, message, true);
  }

  messageOf(model: Model, chord: string): Message | undefined {
    return this.#act.key?.(model, keyOf(chord)) ?? messageOf(bindingsOf(this.#program, model), chord);
  }

  update(staged: Staged<Model>, message: StagedMessage<Message>): WithEffects<Staged<Model>, StagedMessage<Message>> {
    if (message instanceof Own) {
      if (message.kind === 'time') return this.#passed(staged, message);
      if (message.kind === 'effect' && message.message !== undefined) return this.#told(staged, message.message, false);
      return new WithEffects({ ...staged, idle: undefined, cue: undefined }, []);
    }
    const [first] = bindingsOf(this.#program, staged.model);
    const isFirst = first !== undefined && typeof first.message !== 'function' && first.message === message;
    return this.#told({ ...staged, idle: undefined, cue: undefined, isTried: staged.isTried || isFirst }, message, true);
  }

  /** Any key keeps it from playing by itself, now or later; one that means nothing else does only that. */
  key({ model, idle }: Staged<Model>, key: Key): StagedMessage<Message> | undefined {
    const typed = this.#act.key?.(model, key);
    if (typed !== undefined || idle === undefined || !this.#isAlone() || runners.has(key.chord)) return typed;
    return messageOf(bindingsOf(this.#program, model), key.chord) === undefined ? new Own('woken') : undefined;
  }
}

/**
 * The program of an act. Alone, it plays the keys of its demonstration after a while without a key, until somebody presses one;
 * then never again.
 */
export const staged = <Model, Message>(
  written: Act<Model, Message>,
  demonstration: Demonstration | undefined,
  isAlone: () => boolean,
  speech: Speech,
): Omit<Program<Staged<Model>, StagedMessage<Message>>, 'title' | 'explains'> => {
  const act = spokenBy(written, speech);
  const stage = new Stage(act, demonstration?.keys.map(([, chord]) => chord) ?? [], isAlone);
  const { tick, announce, resized } = act;
  return {
    init: stage.begin(),
    ...(act.start ? { start: stage.effects(act.start) } : {}),
    bindings: typeof act.bindings === 'function' ? ({ model }) => bindingsOf({ ...act, title: '', view: () => {} }, model) : act.bindings,
    key: (model, key) => stage.key(model, key),
    update: (model, message) => stage.update(model, message),
    isWhole: true,
    takesText: act.key !== undefined,
    view: ({ model, said, cue, isTried }, canvas, keys: readonly Binding<unknown>[]) =>
      drawShow(speech, canvas, act.show(model, isTried), { narration: said, isAttract: cue !== undefined, keys }),
    ...(tick
      ? {
          tick: ({ model }: Staged<Model>) => {
            const due = tick(model);
            return due && { every: due.every, message: new Own('time', due.message, due.every) };
          },
        }
      : {}),
    ...(announce ? { announce: (after: Staged<Model>, before: Staged<Model>) => announce(after.model, before.model) } : {}),
    ...(resized ? { resized: (size: Parameters<typeof resized>[0]) => new Own<Message>('effect', resized(size)) } : {}),
  };
};
