/** resume: prints the whole résumé; cv is its other name. */
import { speechOf } from '../../locales/reader.ts';
import { type Command, defineCommand } from '../../os/command.ts';
import { resumeOf } from '../extension.ts';
import { jsonResumeText } from '../forms/json-resume.ts';
import { resumeLines, resumeText } from '../forms/text.ts';
import { printPaged } from '../paged.ts';

/** The command by that name. */
export const resumeCommand = (name: string): Command =>
  defineCommand({
    name,
    summary: 'Print the whole résumé',
    topic: 'résumé',
    options: {
      json: { long: 'json', summary: 'print it as JSON Resume' },
      text: { long: 'text', summary: 'print it as plain text of 80 columns, even on a terminal' },
    },
    operands: [],
    description: [
      'Prints the whole résumé: on the terminal at a comfortable width, in the pager if it is longer than the screen, elsewhere as plain text of 80 columns.',
      'The files resume.txt and resume.json in the home directory have the same content.',
    ],
    examples: [
      { line: `${name} | less`, shows: 'The whole résumé, a screen at a time', manual: true },
      { line: `${name} --json | head -n 5`, shows: 'The start of the JSON Resume document' },
    ],
    seeAlso: ['cat', 'download', 'whoami'],
    linkable: true,
    run: async (process, { options }) => {
      const { stdout, host } = process;
      const resume = resumeOf(process);
      if (options.json) return stdout.write(jsonResumeText(resume));
      if (stdout.isTty && !options.text) {
        const speech = await speechOf(process);
        return printPaged(process, name, (columns) => resumeLines(resume, host.now(), columns, speech));
      }
      return stdout.write(resumeText(resume, host.now()));
    },
  });

export default resumeCommand('resume');
