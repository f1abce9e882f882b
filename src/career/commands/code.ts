/** code: says that this editor is not here, and how to read or write the file. */
import { editor } from './unavailable/editor.ts';

export default editor('code', 'no window to open: this page is all there is.');
