/** download: saves the résumé as a file, in one of its forms. */

import { defineCommand } from '../../os/command.ts';
import { CommandError } from '../../os/failure.ts';
import { unavailable } from '../../os/report.ts';
import { resumeOf } from '../extension.ts';
import { jsonResumeText } from '../forms/json-resume.ts';
import { resumeText } from '../forms/text.ts';
import { vcard } from '../forms/vcard.ts';

export default defineCommand({
  name: 'download',
  summary: 'Save the résumé as JSON, text, vCard or PDF',
  topic: 'page',
  options: {},
  operands: [{ name: 'FORM', kind: ['json', 'text', 'pdf', 'vcard'] }],
  description: [
    '`json` is JSON Resume, which many sites import; `text` has 80 columns; `pdf` opens the print dialogue, where you can save a PDF.',
  ],
  examples: [{ line: 'download json', shows: 'The résumé as JSON Resume', manual: true }],
  run: async (process, { operands: [form] }) => {
    const { host } = process;
    const resume = resumeOf(process);
    if (form === 'pdf') {
      const print = host.print ?? unavailable('printing', "'resume > resume.txt' writes the text");
      print();
      return;
    }
    const forms: ReadonlyMap<string, readonly [name: string, type: string, text: string | undefined]> = new Map([
      ['json', ['resume.json', 'application/json', jsonResumeText(resume)]],
      ['text', ['resume.txt', 'text/plain', resumeText(resume, host.now())]],
      ['vcard', ['resume.vcf', 'text/vcard', vcard(resume)]],
    ]);
    const [name, type, text] = forms.get(form ?? '') ?? [];
    if (name === undefined || type === undefined) throw new CommandError(`${form ?? ''}: one of json, text, pdf, vcard is needed`);
    if (text === undefined) throw new CommandError(`${form}: the résumé has no contacts to put on a card`);
    const download = host.download ?? unavailable('downloading', `'cat ~/${name}' prints it`);
    download(name, text, type);
  },
});
