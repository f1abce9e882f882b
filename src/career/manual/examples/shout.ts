/** shout: prints words in capitals. */
import { defineCommand } from '../../../os/command.ts';
import { UsageError } from '../../../os/failure.ts';

export default defineCommand({
  name: 'shout',
  summary: 'Print words in capitals',
  topic: 'fun',
  options: {
    times: {
      short: 'n',
      long: 'times',
      value: 'N',
      summary: 'shout N times',
    },
  },
  operands: [{ name: 'WORD', kind: 'text', repeat: true }],
  examples: [
    { line: 'shout land ahoy', shows: 'Heard on the next ship' },
    { line: 'shout -n 3 land | wc -l', shows: 'How often it was said' },
  ],
  seeAlso: ['echo'],
  linkable: true,
  run: async ({ stdout }, { options, operands }) => {
    const times = Number(options.times ?? 1);
    if (!(times >= 1 && times <= 100)) {
      throw new UsageError(`invalid number: '${options.times}'`);
    }
    const line = `${operands.join(' ').toUpperCase()}!\n`;
    for (let turn = 0; turn < times; turn++) await stdout.write(line);
  },
});
