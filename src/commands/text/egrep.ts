/** egrep: grep for extended regular expressions. */
import { defineGrep } from './grep/define.ts';

export default defineGrep('egrep', 'Print lines that match an extended regular expression', 'extended', "'Go|Redis' jobs/*");
