/** vim: says that this editor is not here, and how to read or write the file. */
import { editor } from './unavailable/editor.ts';

export default editor('vim', 'you are out already. Elsewhere: Esc, then :q!');
