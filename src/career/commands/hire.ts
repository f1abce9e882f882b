/** hire: shows someone who is hiring what to read, and how to get in touch. */
import type { Resume } from '../../../data/types.ts';
import { tableFor } from '../../coreutils/tables.ts';
import { speechOf } from '../../locales/reader.ts';
import { looking, type Speech } from '../../locales/speech.ts';
import { defineCommand } from '../../os/command.ts';
import { writeLines } from '../../os/lines.ts';
import { wrap } from '../../term/layout.ts';
import { type Line, line, type Piece } from '../../term/style.ts';
import { BODY, besideMargin, SPREAD } from '../entries/display.ts';
import { hasContacts } from '../entries/entry.ts';
import { resumeOf } from '../extension.ts';
import { technologies } from '../technologies.ts';

const steps = ({ translate }: Speech, resume: Resume): readonly (readonly [run: string, why: string])[] => [
  ['whoami', translate('who you would get')],
  ...(resume.jobs.length > 0 ? [['timeline', translate('where the years went')] as const] : []),
  ...(technologies(resume).length > 0 ? [['tech', translate('with which tools')] as const] : []),
  ['resume', translate('the whole résumé, to read or print')],
  ['share', translate('a link to pass on')],
  ...(hasContacts(resume) ? [['contact', translate('the next step')] as const] : []),
];

const command = (run: string): Piece => ({ text: run, style: { role: 'command', bold: true, run } });

export default defineCommand({
  name: 'hire',
  summary: 'Start hiring this person',
  topic: 'résumé',
  options: {},
  operands: [],
  description: ['The shortest way through the facts, if you are hiring.'],
  examples: [{ line: 'hire', shows: 'What to read, and in which order' }],
  seeAlso: ['whoami', 'resume', 'share'],
  linkable: true,
  run: async (process) => {
    const { stdout } = process;
    const resume = resumeOf(process);
    const { name, role } = resume.person;
    const speech = await speechOf(process);
    const { say, translate } = speech;
    const isSpread = stdout.isTty && stdout.columns >= SPREAD;
    const columns = isSpread ? BODY : stdout.columns;
    const set = (lines: readonly Line[]): readonly Line[] => (isSpread ? besideMargin([], lines) : lines);
    await writeLines(
      stdout,
      set([
        ...wrap(line(say`Checking dependencies for ${name ?? role}… done. No puzzle to solve first:`, looking(speech)), columns),
        [],
        ...tableFor(
          stdout,
          steps(speech, resume).map(([run, why]) => [[command(run)], [{ text: why, style: looking(speech, { role: 'muted' }) }]]),
        ),
      ]),
    );
    if (hasContacts(resume)) return;
    const reply = translate('The résumé gives no contact: reply to whoever sent you here.');
    await writeLines(stdout, set([[], ...wrap(line(reply, looking(speech, { role: 'muted' })), columns)]));
  },
});
