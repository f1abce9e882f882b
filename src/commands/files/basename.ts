/** basename: takes the directories off names. */

import { lastComponent } from '../../coreutils/files/operand.ts';
import { extraOperand, misuse } from '../../coreutils/text/misuse.ts';
import { defineCommand } from '../../os/command.ts';

const options = {
  multiple: { short: 'a', long: 'multiple', summary: 'take every operand as a name' },
  suffix: { short: 's', long: 'suffix', value: 'SUFFIX', summary: 'take SUFFIX off, too; implies -a' },
  zero: { short: 'z', long: 'zero', summary: 'end each name with NUL' },
} as const;

const baseOf = (name: string, suffix: string): string => {
  const base = lastComponent(name) || (name === '' ? '' : '/');
  return suffix !== '' && base !== suffix && base.endsWith(suffix) ? base.slice(0, -suffix.length) : base;
};

export default defineCommand({
  name: 'basename',
  summary: 'Take the directories off names',
  topic: 'files',
  options,
  operands: [
    { name: 'NAME', kind: 'file' },
    { name: 'SUFFIX', kind: 'text', optional: true },
  ],
  examples: [
    { line: 'basename jobs/first', shows: 'The name alone' },
    { line: 'basename resume.json .json', shows: 'resume' },
  ],
  seeAlso: ['dirname', 'realpath'],
  linkable: true,
  run: async (process, { options: on, operands }) => {
    if (operands.length === 0) throw misuse('basename', 'missing operand');
    const multiple = on.multiple || on.suffix !== undefined;
    const [name = '', suffix = '', extra] = operands;
    if (!multiple && extra !== undefined) throw extraOperand('basename', extra);
    const bases = multiple ? operands.map((operand) => baseOf(operand, on.suffix ?? '')) : [baseOf(name, suffix)];
    await process.stdout.write(bases.map((base) => base + (on.zero ? '\0' : '\n')).join(''));
  },
});
