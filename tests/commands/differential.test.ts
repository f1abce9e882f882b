/** Commands, row by row, against the real ones. */
import { compareWithBash } from '../differential.ts';
import { differences } from './differences.ts';

compareWithBash(import.meta.glob<string>('./differential/*.rows', { query: '?raw', import: 'default', eager: true }), differences);
