/** lscpu: prints what this machine computes with. */
import { defineCommand } from '../../os/command.ts';
import { plain } from '../../os/operands.ts';

export default defineCommand({
  name: 'lscpu',
  summary: 'Print what this machine computes with',
  topic: 'system',
  options: {},
  dialect: plain,
  operands: [],
  examples: [{ line: 'lscpu', shows: 'One thread of yours' }],
  seeAlso: ['nproc', 'uname', 'free'],
  linkable: true,
  run: async ({ stdout, host }) => {
    const rows = [
      ['Architecture:', 'text'],
      ['CPU(s):', '1'],
      ['Vendor ID:', 'you: it is your own machine'],
      ['Model name:', host.kind === 'browser' ? 'a thread beside this page' : 'a process on this terminal'],
      ['Virtualization:', 'all of it'],
    ] as const;
    await stdout.write(rows.map(([name, value]) => `${name.padEnd(24)}${value}\n`).join(''));
  },
});
