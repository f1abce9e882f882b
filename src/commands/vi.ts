/** vi: stands in for the editor of that name. */
import { editor } from './stand-in/editor.ts';

export default editor('vi', 'you are out already. Elsewhere: Esc, then :q!');
