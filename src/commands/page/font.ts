/** `font`: the size of the terminal's text. */

import { defineCommand } from '../../os/command.ts';
import { CommandError } from '../../os/failure.ts';
import { unavailable } from '../../os/report.ts';

/** One step of `larger` and `smaller`. */
const STEP = 1.125;

const scaleFor = (wish: string, now: number): number => {
  switch (wish) {
    case 'larger':
    case '+':
      return now * STEP;
    case 'smaller':
    case '-':
      return now / STEP;
    case 'normal':
      return 1;
    default:
      return Number(wish.endsWith('%') ? Number(wish.slice(0, -1)) / 100 : wish);
  }
};

export default defineCommand({
  name: 'font',
  summary: 'Make the text larger or smaller',
  topic: 'page',
  options: {},
  operands: [{ name: 'SIZE', kind: ['larger', 'smaller', 'normal', '125%', '150%', '200%'], optional: true }],
  description: [
    'SIZE is `larger`, `smaller`, `normal`, or a share of the usual size such as `150%`, from 50% to 300%. The choice is kept in this browser.',
  ],
  examples: [{ line: 'font 150%', shows: 'text half as large again', manual: true }],
  run: async ({ host, stdout }, { operands: [wish] }) => {
    const preferences = host.preferences ?? unavailable('changing the text size', 'your terminal has a setting of its own');
    const now = Number(preferences.get('font'));
    if (wish === undefined) return stdout.write(`${Math.round(now * 100)}%\n`);
    const scale = Math.round(scaleFor(wish, now) * 1000) / 1000;
    if (!preferences.set('font', String(scale))) throw new CommandError(`${wish}: no size between 50% and 300%`);
  },
});
