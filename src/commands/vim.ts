/** vim: stands in for the editor of that name. */
import { editor } from './stand-in/editor.ts';

export default editor('vim', 'you are out already. Elsewhere: Esc, then :q!');
