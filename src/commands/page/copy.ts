/** `copy`: text to the clipboard, from files or from a pipe. */

import { defineCommand } from '../../os/command.ts';
import { CommandError } from '../../os/failure.ts';
import { openInputs, readInputs } from '../../os/inputs.ts';
import { unavailable } from '../../os/report.ts';

export default defineCommand({
  name: 'copy',
  summary: 'Copy files, or what comes through a pipe, to the clipboard',
  topic: 'page',
  options: {},
  operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
  examples: [{ line: 'cat about | copy', shows: 'an entry, ready to be pasted elsewhere', manual: true }],
  statuses: { 1: 'a file could not be read, or the browser refused' },
  run: async (process, { operands }) => {
    const copy = process.host.copy ?? unavailable('copying', 'select the text instead');
    const inputs = openInputs(process, operands);
    if (!(await copy(await readInputs(process, inputs)))) throw new CommandError('it was not allowed; select the text instead');
    return inputs.status;
  },
});
