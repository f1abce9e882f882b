/** How the terminal is used without seeing it, or without a mouse. */

import { looking, type Sentences, type Speech } from '../../../locales/speech.ts';
import type { Host } from '../../../os/host.ts';
import { wrap } from '../../../term/layout.ts';
import { type Line, line } from '../../../term/style.ts';

const page = [
  'Each command’s output is also kept as text in the log named “Terminal output”: a heading with the command line, the output under it, links as links and commands as buttons. Walk it by headings.',
  'When a command ends, the status line says so once: a short output whole, a long one by its first line and its length.',
  'The input is named “Command line”. Tab completes while there is something to complete; on an empty line, and after Escape, Tab and Shift-Tab leave the terminal as anywhere on the web.',
  'F2 switches to the plain page, the same résumé without the terminal, and back; so do the link “Plain view” and the command plain.',
  'Full-screen programs, such as less, man and the exhibits, write into the log what changes on their screen; q leaves them. Piped through cat they print everything at once: man ls | cat.',
  'Where the system asks for less motion nothing moves by itself: exhibits go on a step when you press Space.',
] satisfies Sentences;

const terminal = [
  'Everything is printed as lines of text, in order, for your terminal’s screen reader; nothing moves but in full-screen programs.',
  'Full-screen programs, such as less, man and the exhibits, are left by q. Piped through cat they print everything at once: man ls | cat.',
  'cvsh -c LINE runs one line and ends. NO_COLOR turns colours off.',
] satisfies Sentences;

/** The text, for the page or for a terminal program. */
export const accessLines = (speech: Speech, { kind }: Host, columns: number): Line[] => [
  line(speech.translate('With a screen reader, or by keyboard alone'), looking(speech, { role: 'heading', bold: true, level: 1 })),
  ...(kind === 'node' ? terminal : page).flatMap((text) => [[], ...wrap(line(speech.translate(text), looking(speech)), columns)]),
];
