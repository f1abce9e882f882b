/** code: stands in for the editor of that name. */
import type { Sentences } from '../../term/say.ts';
import { editor } from './unavailable/editor.ts';

export default editor('code', 'no window to open: this page is the whole of it.' satisfies Sentences);
