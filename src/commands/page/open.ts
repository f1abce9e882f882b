/** `open`: a web address in a new tab, or an entry as it reads. */

import { defineCommand } from '../../os/command.ts';
import { CommandError } from '../../os/failure.ts';
import { operandPaths } from '../../os/inputs.ts';
import { coreutils } from '../../os/operands.ts';
import { unavailable } from '../../os/report.ts';
import { safeUrl } from '../../os/url.ts';

export default defineCommand({
  name: 'open',
  summary: 'Open a web address, or read a file',
  topic: 'page',
  options: {},
  dialect: coreutils,
  operands: [{ name: 'TARGET', kind: 'file' }],
  description: [
    'An address opens in a new tab: https, http, mailto and tel are allowed, without a name or password in it. Anything else is read as by `cat`.',
  ],
  examples: [{ line: 'open about', shows: 'who this is' }],
  run: async (process, { operands: [target] }) => {
    const { host, fs } = process;
    if (target !== '' && operandPaths(process, target).some((path) => fs.find(path))) return process.spawn(['cat', target]);
    if (!/^[a-z][a-z0-9+.-]*:/i.test(target)) throw new CommandError(`${target}: No such file or directory`);
    const url = safeUrl(target);
    if (url === undefined) throw new CommandError(`${target}: not an address that may be opened`);
    const open = host.open ?? unavailable('opening an address', `it is ${url}`);
    if ((await open(url)) === false) throw new CommandError(`${url}: nothing here opens it`);
    return 0;
  },
});
