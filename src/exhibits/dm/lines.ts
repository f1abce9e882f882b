/** Lines for those who would rather not think of one. */
import { type Sentences, translate } from '../../term/say.ts';

const lines = [
  'Hello?',
  'Is anybody there?',
  'This one may get lost.',
  'And this may come twice.',
  'Did they come in order?',
  'Going under a bridge now.',
  'Out of the bridge again.',
  'How much did you read?',
  'One more, for luck.',
  'Talk to you later!',
] as const satisfies Sentences;

/** The line of a number; they begin again after the last. */
export const lineOf = (number: number): string => translate(lines[number % lines.length] ?? lines[0]);
