/** nproc: prints how many processors there are. */

import { defineCommand } from '../../os/command.ts';
import { UsageError } from '../../os/failure.ts';
import { coreutils } from '../../os/operands.ts';
import { quote } from '../../os/quote.ts';

const options = {
  all: { long: 'all', summary: 'count those that are busy, too' },
  ignore: { long: 'ignore', value: 'N', summary: 'leave N out, if possible' },
} as const;

export default defineCommand({
  name: 'nproc',
  summary: 'Print how many processors there are',
  topic: 'system',
  options,
  dialect: coreutils,
  operands: [],
  description: ['There is one: the page’s own thread. The person behind the résumé is another matter; see top.'],
  examples: [{ line: 'nproc', shows: 'One' }],
  seeAlso: ['top', 'uname'],
  run: async ({ stdout }, { options: { ignore } }) => {
    if (ignore !== undefined && !/^\d+$/.test(ignore)) throw new UsageError(`invalid number: ${quote(ignore)}`);
    await stdout.write('1\n');
  },
});
