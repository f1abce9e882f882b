/** The manual page of the whole: what it is, how the résumé is laid out, the keys. */
import type { ManualPage } from '../../../os/man.ts';

const page: ManualPage = {
  name: 'cvsh',
  section: 7,
  summary: 'a résumé that is a shell',
  sections: [
    {
      title: 'DESCRIPTION',
      blocks: [
        'A résumé in the form of a shell. Its home directory holds the résumé as files. The commands are those of a Unix shell, written for this page, and a few that know about résumés.',
        'You cannot break anything: the résumé is read-only, and files that you write beside it last until you leave.',
      ],
    },
    {
      title: 'THE RÉSUMÉ',
      blocks: [
        { term: 'about', text: 'who this is.' },
        { term: 'jobs/', text: 'a file for each role, newest first.' },
        { term: 'education/', text: 'where they studied.' },
        { term: 'talks/', text: 'talks they gave.' },
        { term: 'projects/', text: 'what they build in their own time.' },
        { term: 'writing/', text: 'what they write about.' },
        { term: 'exhibits/', text: 'programs that show the systems the résumé mentions, running.' },
        'Directories without content do not exist. The time of a file is the end of what it describes, so ls -t sorts by it.',
        'From any directory, the name of an entry is enough: cat finds it. The name of an employer prints every role there.',
      ],
    },
    {
      title: 'FINDING YOUR WAY',
      blocks: [
        { term: 'ls jobs', text: 'lists the jobs.' },
        { term: 'cat NAME', text: 'prints an entry.' },
        { term: 'grep -ri WORD .', text: 'finds a word.' },
        { term: 'timeline', text: 'shows the career at a glance.' },
        { term: 'help', text: 'lists everything else. help NAME explains a command in short, man NAME in full.' },
      ],
    },
    {
      title: 'KEYS',
      blocks: [
        { term: 'Tab', text: 'completes commands, options and names; pressed again, it opens a menu.' },
        { term: '↑ ↓', text: 'go through earlier lines; with text on the line, those that begin with it.' },
        { term: '→', text: 'accepts the hint after the cursor.' },
        { term: 'Ctrl-R', text: 'searches earlier lines.' },
        { term: 'Ctrl-C', text: 'stops the running command, or drops the line.' },
        { term: 'Ctrl-L', text: 'clears the screen.' },
        { term: 'Esc, Tab', text: 'moves from the terminal to the rest of the page.' },
        'help keys lists all keys. In full-screen programs, q leaves and ? or h explains.',
      ],
    },
    {
      title: 'THE SHELL',
      blocks: [
        'Pipes, redirects, quoting, globs, variables, arrays, references, $(substitution), arithmetic, if, for, while, case, select, functions, traps, jobs and coprocesses work as in bash, and commands take the options that people use. A feature that is missing says so by name.',
      ],
    },
    {
      title: 'LANGUAGES',
      blocks: [
        'The page, help, notes and exhibits speak your language if they know it: English or Indonesian. Commands, their errors and the manual are in English, and the résumé stays as it was written. Your language is that of the browser; in a terminal, LC_ALL, LC_MESSAGES or LANG names it, the first that is set. You can change it at the prompt, for good or for one command.',
        { term: 'LANG=id', text: 'Indonesian from the next line on; LANG=en for English.' },
        { term: 'LANG=id help', text: 'one command in Indonesian.' },
      ],
    },
    {
      title: 'FOR SCREEN READERS',
      blocks: ['help access explains how to use the terminal with a screen reader, and how to reach the plain page instead.'],
    },
    {
      title: 'MAKE IT YOURS',
      blocks: [
        'man data explains the data that the résumé is made from. man commands explains how to add a command, an exhibit or a theme.',
      ],
    },
    { title: 'SEE ALSO', blocks: ['help, man exhibits, man man, man ls, man less'] },
  ],
};

export default page;
