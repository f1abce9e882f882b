/** emacs: says that this editor is not here, and how to read or write the file. */
import { editor } from './unavailable/editor.ts';

export default editor('emacs', 'a fine operating system; this one is smaller. But its keys work at the prompt: help keys');
