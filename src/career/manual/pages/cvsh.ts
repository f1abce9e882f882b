/** The manual page of the whole: what this is, how the résumé is laid out, the keys. */
import type { ManualPage } from '../../../os/man.ts';

const page: ManualPage = {
  name: 'cvsh',
  section: 7,
  summary: 'a résumé that is a shell',
  sections: [
    {
      title: 'DESCRIPTION',
      blocks: [
        'This is a résumé in the form of a small shell. Its home directory holds the résumé as files; the commands are those of a Unix shell, written for this page, and a few that know what a résumé is.',
        'Nothing here can be broken: the résumé is read-only, and what is written beside it is gone with the visit.',
      ],
    },
    {
      title: 'THE RÉSUMÉ',
      blocks: [
        { term: 'about', text: 'who this is.' },
        { term: 'jobs/', text: 'one file for each role, newest first.' },
        { term: 'education/', text: 'where they studied.' },
        { term: 'talks/', text: 'what they spoke about.' },
        { term: 'projects/', text: 'what they build for themselves.' },
        { term: 'writing/', text: 'what they write about.' },
        { term: 'exhibits/', text: 'programs that show the systems the résumé names, running.' },
        'What there is nothing to tell about is not there. A file’s time is the end of what it tells about, so ls sorts it by time.',
        'The name of an entry is enough from anywhere: cat finds it wherever you are, and an employer’s name alone prints every role there.',
      ],
    },
    {
      title: 'GETTING ABOUT',
      blocks: [
        { term: 'ls jobs', text: 'what there is.' },
        { term: 'cat NAME', text: 'read it.' },
        { term: 'grep -ri WORD .', text: 'find it.' },
        { term: 'timeline', text: 'all of it at a glance.' },
        { term: 'help', text: 'everything else; help NAME for one command, man NAME for all about it.' },
      ],
    },
    {
      title: 'KEYS',
      blocks: [
        { term: 'Tab', text: 'completes commands, options, names; again opens a menu.' },
        { term: '↑ ↓', text: 'earlier lines; those that begin as typed, if something is typed.' },
        { term: '→', text: 'takes the hint shown behind the cursor.' },
        { term: 'Ctrl-R', text: 'searches the earlier lines.' },
        { term: 'Ctrl-C', text: 'stops whatever runs, or gives the line up.' },
        { term: 'Ctrl-L', text: 'clears the screen.' },
        { term: 'Esc, Tab', text: 'leaves the terminal for the rest of the page.' },
        'help keys lists them all. In full-screen programs q leaves and ? or h explains.',
      ],
    },
    {
      title: 'THE SHELL',
      blocks: [
        'Pipes, redirects, quoting, globs, variables, $(substitution), arithmetic, if, for, while, case, functions, && and || work as in bash; so do the options that people use of the commands. What is left out says so by name.',
      ],
    },
    {
      title: 'LANGUAGES',
      blocks: [
        'What the shell itself says, help and manual included, comes in the reader’s language where it is here, such as Indonesian, else in English; the résumé stays as it was written. The language is that of the browser, and of LANG, LC_MESSAGES and LC_ALL in a terminal, the last being the strongest. They can be changed at the prompt, for good or for one command.',
        { term: 'LANG=id', text: 'Indonesian from the next line on; LANG=en is English.' },
        { term: 'LANG=id man ls', text: 'one command in Indonesian.' },
      ],
    },
    {
      title: 'FOR SCREEN READERS',
      blocks: ['help access tells how the terminal is used with one, and how to get to the plain page without it.'],
    },
    {
      title: 'MAKE IT YOURS',
      blocks: ['man data tells what the résumé is made from, man commands how to add a command, an exhibit or a theme.'],
    },
    { title: 'SEE ALSO', blocks: ['help, man exhibits, man man, man ls, man less'] },
  ],
};

export default page;
