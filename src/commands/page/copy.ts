/** `copy`: text to the clipboard, from files or from a pipe. */

import { cannot } from '../../coreutils/absent.ts';
import { defineCommand } from '../../os/command.ts';
import { CommandError } from '../../os/failure.ts';
import { readInputs } from '../../os/inputs.ts';

export default defineCommand({
  name: 'copy',
  summary: 'Copy files, or what comes through a pipe, to the clipboard',
  topic: 'page',
  options: {},
  operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
  examples: [{ line: 'cat about | copy', shows: 'an entry, ready to be pasted elsewhere', manual: true }],
  statuses: { 1: 'a file could not be read, or the browser refused' },
  run: async (process, { operands }) => {
    const copy = process.host.copy ?? cannot('copying', 'select the text instead');
    const { text, failed } = await readInputs(process, operands);
    if (!(await copy(text))) throw new CommandError('it was not allowed; select the text instead');
    return failed ? 1 : 0;
  },
});
