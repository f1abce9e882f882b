/** emacs: stands in for the editor of that name. */
import type { Sentences } from '../../term/say.ts';
import { editor } from './unavailable/editor.ts';

export default editor(
  'emacs',
  'a fine operating system; this one is smaller. Its keys work at the prompt, though: help keys' satisfies Sentences,
);
