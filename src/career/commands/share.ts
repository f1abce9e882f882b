/** share: a link to this page, or to a line on it; copied, handed to the system, and drawn as a QR code. */

import { encode } from 'uqr';
import { defineCommand } from '../../os/command.ts';
import { CommandError } from '../../os/failure.ts';
import { writeLines } from '../../os/lines.ts';
import type { Process } from '../../os/process.ts';
import { unavailable } from '../../os/report.ts';
import type { Line } from '../../term/style.ts';
import { resumeOf } from '../extension.ts';
import { linkTo, refusalOf } from '../link.ts';

/** The address of an entry's own page, if the line is `cat` of one entry. */
const entryPage = ({ fs, env }: Process, [command, name = '', ...rest]: readonly string[], address: string): string | undefined => {
  const [path, ...others] = command === 'cat' && rest.length === 0 ? fs.lookUp(name) : [];
  const home = `${env.get('HOME') ?? ''}/`;
  return path?.startsWith(home) && others.length === 0 && path.includes('/', home.length)
    ? `${address}${path.slice(home.length)}/`
    : undefined;
};

/** Two modules, dark or light, as one character: its background is the ink, its glyph the paper. */
const character = (upper: boolean, lower: boolean): string => (upper ? (lower ? ' ' : '▄') : lower ? '▀' : '█');

/** A QR code in half blocks, two rows of modules (true is dark) a line, dark on light in every theme; or a sentence if it does not fit in so many columns. */
const halfBlocks = (modules: readonly (readonly boolean[])[], columns: number): readonly Line[] => {
  const width = modules[0]?.length ?? 0;
  if (width > columns) return [[{ text: `(the QR code needs ${width} columns, and there are ${columns})`, style: { role: 'muted' } }]];
  const lines: Line[] = [];
  for (let row = 0; row < modules.length; row += 2) {
    const text = Array.from({ length: width }, (_, column) =>
      character(modules[row]?.[column] ?? false, modules[row + 1]?.[column] ?? false),
    ).join('');
    lines.push([{ text, style: { ink: true } }]);
  }
  return lines;
};

export default defineCommand({
  name: 'share',
  summary: 'Give a link to this page or to a line, with a QR code',
  topic: 'page',
  options: {
    noCode: { short: 'n', long: 'no-qr', summary: 'leave out the QR code' },
    sheet: { short: 's', long: 'sheet', summary: "open the system's share sheet, if there is one" },
  },
  operands: [{ name: 'LINE', kind: 'command', optional: true, repeat: true }],
  inOrder: true,
  description: [
    'The link brings LINE to the prompt. A link runs a line by itself only if it just reads from the résumé; any other line waits for Enter. `share curl` prints the command that reads the résumé in a terminal.',
    'It copies the link to the clipboard, if the browser allows it.',
  ],
  examples: [
    { line: 'share ls jobs', shows: 'A link that opens the page and lists the jobs', manual: true },
    { line: 'share curl', shows: 'The command for a terminal', manual: true },
  ],
  run: async (process, { options, operands }) => {
    const { host, stdout } = process;
    const address = host.address ?? resumeOf(process).site ?? unavailable('sharing a link', 'the page in a browser has an address');
    if (operands.length === 1 && operands[0] === 'curl') return stdout.write(`curl ${new URL('resume.ans', address).href}\n`);
    const line = operands.join(' ');
    const refused = refusalOf(line);
    if (refused !== undefined) throw new CommandError(`no link can hold that: ${refused}`);
    const url = entryPage(process, operands, address) ?? linkTo(address, line);
    const lines: Line[] = [[{ text: url, style: { role: 'link', href: url } }]];
    if (!options.noCode) lines.push([], ...halfBlocks(encode(url, { ecc: 'L', border: 2 }).data, stdout.columns));
    await writeLines(stdout, lines);
    if (stdout.isTty && (await host.copy?.(url))) await stdout.write(`The link is on the clipboard.\n`, { role: 'muted' });
    if (options.sheet) await host.share?.('A résumé that is a shell', url);
  },
});
