/** The keys by which time passes where nothing may move by itself. */
import type { Binding } from './program.ts';

/** Half a second, or until there is something to hear. */
export const steps: readonly Binding<'step' | 'skip'>[] = [
  { chords: [' ', '.'], summary: 'half a second on', message: 'step' },
  { chords: ['Enter', '>'], summary: 'on to the next event', message: 'skip', quiet: true },
];

/** The bindings without the chords that mean something else. */
export const freeOf = <Message>(bindings: readonly Binding<Message>[], isTaken: (chord: string) => boolean): readonly Binding<Message>[] =>
  bindings
    .map((binding) => ({ ...binding, chords: binding.chords.filter((chord) => !isTaken(chord)) }))
    .filter(({ chords }) => chords.length > 0);
