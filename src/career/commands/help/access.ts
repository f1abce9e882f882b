/** How to use the terminal with a screen reader, or without a mouse. */

import { looking, type Sentences, type Speech } from '../../../locales/speech.ts';
import type { Host } from '../../../os/host.ts';
import { wrap } from '../../../term/layout.ts';
import { type Line, line } from '../../../term/style.ts';

const page = [
  'The log named “Terminal output” keeps the output of each command as text, under a heading with the command line; links are links, and commands are buttons. Move through it by headings.',
  'When a command ends, the status line says it once: a short output in full, a long one in pieces. F8 reads the next piece, typing stops it, and F9 goes to the last output and back. What a command asks, or prints while it runs, is said meanwhile.',
  'The input is named “Command line”. Tab completes if there is something to complete. On an empty line, and after Escape, Tab and Shift-Tab leave the terminal, as on any web page.',
  'F2 switches to the plain page, which is the same résumé without the terminal, and back. So do the link “Plain view” and the command plain.',
  'Full-screen programs, such as less, man and the exhibits, say what changes on their screen, and write it into the log; ? tells their keys, q leaves them. In a pipe to cat they print everything at once: man ls | cat.',
  'If your system asks for less motion, nothing moves by itself: press Space to advance an exhibit by a step.',
] satisfies Sentences;

const terminal = [
  'All output is lines of text, in order, for your terminal’s screen reader; nothing moves except in full-screen programs.',
  'q leaves full-screen programs, such as less, man and the exhibits. In a pipe to cat they print everything at once: man ls | cat.',
  'cvsh -c LINE runs one line and exits. NO_COLOR turns colours off.',
] satisfies Sentences;

/** The text, for the page or for a terminal program. */
export const accessLines = (speech: Speech, { kind }: Host, columns: number): Line[] => [
  ...wrap(
    line(speech.translate('With a screen reader or the keyboard alone'), looking(speech, { role: 'heading', bold: true, level: 1 })),
    columns,
  ),
  ...(kind === 'node' ? terminal : page).flatMap((text) => [[], ...wrap(line(speech.translate(text), looking(speech)), columns)]),
];
