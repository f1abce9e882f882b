/** nano: stands in for the editor of that name. */
import type { Sentences } from '../../term/say.ts';
import { editor } from './unavailable/editor.ts';

export default editor('nano', 'no editor here; ^X had nothing to leave.' satisfies Sentences);
