/** Lets the terminal show text that runs from right to left, for résumés that have any. */
import type { Plugin } from 'vite';
import type { Resume } from '../../../data/types.ts';
import { hasRightToLeft } from '../../career/direction.ts';

/**
 * A terminal's rows run from left to right, and text of one style is one run in its cells. Within a run, the browser orders
 * the letters by the run's first letter (UAX #9), so that words and sentences stay readable.
 */
const RULE = '\n.xterm-rows span, #screen span, #log :is(div, h3, h4) { unicode-bidi: plaintext; }\n';

/** Adds the rule to the page's styles if the résumé needs it. */
export const directions = (resume: Resume): Plugin => ({
  name: 'cvsh-directions',
  enforce: 'pre',
  transform: (code, id) => (id.endsWith('/src/browser/page/page.css') && hasRightToLeft(JSON.stringify(resume)) ? code + RULE : undefined),
});
