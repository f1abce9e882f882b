/** fgrep: grep for plain text. */
import { defineGrep } from './grep/define.ts';

export default defineGrep('fgrep', 'Print lines that hold a text', 'fixed', '3 jobs/*');
