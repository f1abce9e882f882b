/** Sequences that would do something if a terminal got them raw, after ECMA-48, xterm's ctlseqs and UAX #9. */

const ESC = '\x1b';
const ST = `${ESC}\\`;

/** Name and text of each. */
export const hostile: readonly (readonly [name: string, text: string])[] = [
  ['window title', `${ESC}]0;owned\x07`],
  ['icon and title', `${ESC}]2;owned${ST}`],
  ['clipboard', `${ESC}]52;c;b3duZWQ=\x07`],
  ['script link', `${ESC}]8;;javascript:alert(1)${ST}here${ESC}]8;;${ST}`],
  ['false link', `${ESC}]8;;https://evil.example/${ST}https://good.example/${ESC}]8;;${ST}`],
  ['palette', `${ESC}]4;1;rgb:00/00/00${ST}`],
  ['foreground', `${ESC}]10;#000000${ST}`],
  ['question for the colour', `${ESC}]10;?${ST}`],
  ['notification', `${ESC}]9;hello\x07`],
  ['working directory', `${ESC}]7;file:///etc${ST}`],
  ['device attributes', `${ESC}[c`],
  ['cursor report', `${ESC}[6n`],
  ['mode report', `${ESC}[?2026$p`],
  ['setting report', `${ESC}P$qm${ST}`],
  ['repeat', `A${ESC}[2147483647b`],
  ['scroll', `${ESC}[2147483647S`],
  ['insert lines', `${ESC}[2147483647L`],
  ['mouse mode', `${ESC}[?1003h`],
  ['focus reports', `${ESC}[?1004h`],
  ['bracketed paste', `${ESC}[?2004h`],
  ['application keys', `${ESC}[?1h${ESC}=`],
  ['insert mode', `${ESC}[4h`],
  ['no wrapping', `${ESC}[?7l`],
  ['other screen', `${ESC}[?1049h`],
  ['frozen screen', `${ESC}[?2026h`],
  ['hidden cursor', `${ESC}[?25l`],
  ['hidden text', `${ESC}[8mhidden`],
  ['line drawing', `${ESC}(0`],
  ['reset', `${ESC}c`],
  ['unterminated string', `${ESC}]0;swallows`],
  ['C1 introducer', '\x9b31m'],
  ['forged prompt', `\rvisitor@cvsh:~$ rm -rf /${ESC}[K`],
  ['backspaces', 'rm\b\bls'],
  ['bidi override', '\u202etxt.exe\u202c'],
  ['bidi isolate', '\u2066a\u2069'],
  ['zero width', 'l\u200bs'],
  ['line separator', 'a\u2028b'],
  ['tag characters', '\u{e0001}\u{e0041}'],
  ['lone surrogate', 'a\ud800b'],
];

/** Controls, C1, bidi and other format characters, separators and lone surrogates; not the newline and the tab. */
export const unclean = /[\0-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]|\p{Cs}/u;
