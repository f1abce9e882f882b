/** grep: prints lines that match a pattern. */
import { defineGrep } from './grep/define.ts';

export default defineGrep('grep', 'Print lines that match a pattern', 'basic', 'Go jobs/*');
