/** contact: says how to reach the person. */

import { tableFor } from '../../coreutils/tables.ts';
import { speechOf } from '../../locales/reader.ts';
import { looking } from '../../locales/speech.ts';
import { defineCommand } from '../../os/command.ts';
import { CommandError } from '../../os/failure.ts';
import { writeLines } from '../../os/lines.ts';
import { line } from '../../term/style.ts';
import { contactNotes } from '../entries/entry.ts';
import { resumeOf } from '../extension.ts';
import { vcard } from '../forms/vcard.ts';

export default defineCommand({
  name: 'contact',
  summary: 'Say how to reach this person',
  topic: 'résumé',
  options: { card: { long: 'vcard', summary: 'print a vCard instead' } },
  operands: [],
  description: ['Lists every way to reach this person that the résumé gives. If it gives none, there is no such command.'],
  examples: [
    { line: 'contact', shows: 'Every way to reach this person', manual: true },
    { line: 'contact --vcard > me.vcf', shows: 'A card for an address book', manual: true },
  ],
  statuses: { 1: 'the résumé gives no contact' },
  seeAlso: ['hire', 'whoami'],
  linkable: true,
  run: async (process, { options }) => {
    const { stdout } = process;
    const resume = resumeOf(process);
    const card = vcard(resume);
    if (card === undefined) throw new CommandError('the résumé gives no contact');
    if (options.card) return stdout.write(card);
    const speech = await speechOf(process);
    const rows = contactNotes(resume.person).map(({ label, items }) => [
      line(speech.translate(label), looking(speech)),
      items.map(({ text, href }) => (href === undefined ? { text } : { text, style: { role: 'link', href } as const })),
    ]);
    return writeLines(stdout, tableFor(stdout, rows));
  },
});
