/** vi: stands in for the editor of that name. */
import type { Sentences } from '../../term/say.ts';
import { editor } from './unavailable/editor.ts';

export default editor('vi', 'you are out already. Elsewhere: Esc, then :q!' satisfies Sentences);
