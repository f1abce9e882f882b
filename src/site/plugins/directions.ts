/** Lets the terminal show text that is written from right to left, for résumés that have any. */
import type { Plugin } from 'vite';
import type { Resume } from '../../../data/types.ts';
import { hasRightToLeft } from '../../career/direction.ts';

/**
 * A terminal's rows run from left to right, and each run of one look stands in its cells; within it the browser orders
 * the letters (UAX #9) as the run's own first letter says, so that words and sentences can be read.
 */
const RULE = '\n.xterm-rows span, #screen span, #log :is(div, h3, h4) { unicode-bidi: plaintext; }\n';

/** Adds the rule to the page's styles where it is needed. */
export const directions = (resume: Resume): Plugin => ({
  name: 'cvsh-directions',
  enforce: 'pre',
  transform: (code, id) => (id.endsWith('/src/browser/page/page.css') && hasRightToLeft(JSON.stringify(resume)) ? code + RULE : undefined),
});
