/** nano: says that this editor is not here, and how to read or write the file. */
import { editor } from './unavailable/editor.ts';

export default editor('nano', 'no editor here, so ^X has nothing to leave.');
