/** emacs: says that this editor is not here, and how to read or write the file. */
import { editor } from './unavailable/editor.ts';

export default editor('emacs', 'a fine operating system; this one is smaller. Its keys work at the prompt, though: help keys');
