/** basename: takes the directories off names. */

import { lastComponent } from '../../coreutils/files.ts';
import { defineCommand } from '../../os/command.ts';
import { coreutils } from '../../os/operands.ts';
import type { OptionValues } from '../../os/options.ts';

const options = {
  multiple: { short: 'a', long: 'multiple', summary: 'take every operand as a name' },
  suffix: { short: 's', long: 'suffix', value: 'SUFFIX', summary: 'take SUFFIX off, too; implies -a' },
  zero: { short: 'z', long: 'zero', summary: 'end each name with NUL' },
} as const;

const baseOf = (name: string, suffix: string): string => {
  const base = lastComponent(name) || (name === '' ? '' : '/');
  return suffix !== '' && base !== suffix && base.endsWith(suffix) ? base.slice(0, -suffix.length) : base;
};

const takesMany = ({ multiple, suffix }: OptionValues<typeof options>): boolean => multiple || suffix !== undefined;

export default defineCommand({
  name: 'basename',
  summary: 'Take the directories off names',
  topic: 'files',
  options,
  dialect: coreutils,
  operands: [
    { name: 'NAME', kind: 'file' },
    { name: 'SUFFIX', kind: 'text', optional: true },
  ],
  arity: ({ options: on }) => (takesMany(on) ? { most: Number.POSITIVE_INFINITY } : {}),
  examples: [
    { line: 'basename jobs/first', shows: 'The name alone' },
    { line: 'basename resume.json .json', shows: 'resume' },
  ],
  seeAlso: ['dirname', 'realpath'],
  linkable: true,
  run: async (process, { options: on, operands }) => {
    const [name = '', suffix = ''] = operands;
    const bases = takesMany(on) ? operands.map((operand) => baseOf(operand, on.suffix ?? '')) : [baseOf(name, suffix)];
    await process.stdout.write(bases.map((base) => base + (on.zero ? '\0' : '\n')).join(''));
  },
});
