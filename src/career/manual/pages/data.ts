/** The manual page of the data: each field, what shows it, what is not there without it, and the checks. */
import type { Contacts, Education, Job, Person, Project, Resume, System, Talk, Writing } from '../../../../data/types.ts';
import type { ManualPage } from '../../../os/man.ts';
import example from '../examples/resume.ts?raw';
import { type Fields, fieldBlocks, fileAt } from '../fields.ts';

const whole: Fields<Resume> = {
  person: 'Who the résumé is about: the file about, the first screen, whoami, finger.',
  jobs: 'The roles, newest first: jobs/, jobs, timeline, git log, systemctl, last. An empty list has no directory and no heading.',
  education: 'The same for where they studied: education/, timeline, git log.',
  talks: 'The same for what they spoke about: talks/.',
  projects: 'The same for what they built outside work: projects/, tech.',
  writing: 'The same for what they wrote, or write about: writing/.',
  systems: 'The systems that the jobs name: exhibits/, and a line in the job.',
  site: [
    'The address at which the site will be, as https://example.org/. SITE_URL in the environment goes before it.',
    'Without it links are relative, and there is no sitemap, canonical link or card.',
  ],
  language: ['The language of the texts, as id or pt-BR: the page says so to browsers and screen readers.', 'Without it they are English.'],
};

const person: Fields<Person> = {
  name: ['Heads the first screen, the page, the print-out and the cards.', 'Without it the role stands there.'],
  role: 'What they do, as a job title.',
  tagline: 'One line below it: what they do, and how. It also describes the page to search engines.',
  since: 'The year they began.',
  places: 'Where they have worked, in order; may be empty.',
  about: 'Paragraphs in the first person, for the file about. fortune picks from them.',
  likes: ['A line of about for each, and the interests of resume.json.', 'Without it there are no such lines.'],
  contacts: ['Ways to be reached.', 'Without one, the command contact and the file resume.vcf are not there.'],
};

const contacts: Fields<Contacts> = {
  email: ['An e-mail address, which hire writes to.', 'Without it there is no such line.'],
  phone: ['A telephone number.', 'Without it there is no such line.'],
  profiles: ['Pages elsewhere: the name to show, and the url.', 'Without it there are no such lines.'],
};

const job: Fields<Job> = {
  slug: 'Names its file, its place on the page, its address: cat SLUG prints it. The same goes for every slug below.',
  title: 'What they were.',
  employer: 'For whom. Its name alone stands for all roles there: cat NAME prints each.',
  places: 'Cities or countries, the most important first; may be empty.',
  start: 'When it began.',
  end: "When it ended: 'now' marks the present job as active.",
  summary: 'One or two short paragraphs.',
  highlights: ['A list below them.', 'Without it there is none.'],
  technologies: ['Names of what was used, for tech and the skills of resume.json; no ratings.', 'Without it tech passes over the job.'],
  systems: ['Slugs of the systems that were built here; each leads to its exhibit.', 'Without it the job leads to none.'],
};

const education: Fields<Education> = {
  slug: 'As above.',
  institution: 'Where. Each longer word of its name stands for it: cat WORD prints it.',
  degree: 'What for.',
  field: ['In what.', 'Without it the degree stands alone.'],
  start: 'When it began.',
  end: "When it ended, or 'now'.",
};

const talk: Fields<Talk> = {
  slug: 'As above.',
  title: 'What it was about.',
  date: ['When it was given.', 'Without it ls sorts it by the end of its job.'],
  at: ['The occasion.', 'Without it there is no such line.'],
  job: ['The slug of the job during which it was given; the talk leads there.', 'Without it there is no such line.'],
  note: ['A paragraph.', 'Without it there is none.'],
};

const project: Fields<Project> = {
  slug: 'As above.',
  name: 'What it is called.',
  summary: 'What it is: one paragraph.',
  technologies: ['As of a job.', 'Without it tech passes over it.'],
  link: ['Where it is on the web.', 'Without it there is no such line.'],
};

const writing: Fields<Writing> = {
  slug: 'As above.',
  title: 'Its title.',
  summary: 'What it is about: one paragraph.',
  date: ['When it came out.', 'Without it ls takes it for new.'],
  link: ['Where to read it.', 'Without it there is no such line.'],
};

const system: Fields<System> = {
  slug: 'The name of the exhibit that shows it: src/exhibits/SLUG.ts. Where there is no such file, nothing leads to it.',
  title: 'What it is, in a few words.',
  job: 'The slug of the job it comes from.',
  claim: ['What the résumé claims of it, shown beside the exhibit’s own figures as a claim.', 'Without it there is no such line.'],
};

const page: ManualPage = {
  name: 'data',
  section: 7,
  summary: 'what the résumé is made from: every field, and what shows it',
  sections: [
    {
      title: 'DESCRIPTION',
      blocks: [
        'Everything about the person is in one typed module, data/resume.ts; data/types.ts says what may be in it. The shell, the page, the print-out, resume.json, resume.txt, the links and the cards are made from it, and change with it.',
        'What is left out does not show anywhere: no empty heading, no empty directory, no command with nothing to say.',
      ],
    },
    { title: 'EXAMPLE', blocks: ['data/resume.ts, small but whole:', fileAt(example, '../../../../data/', './')] },
    { title: 'THE WHOLE', blocks: fieldBlocks(whole) },
    { title: 'PERSON', blocks: fieldBlocks(person) },
    { title: 'CONTACTS', blocks: fieldBlocks(contacts) },
    { title: 'JOBS', blocks: fieldBlocks(job) },
    { title: 'EDUCATION', blocks: fieldBlocks(education) },
    { title: 'TALKS', blocks: fieldBlocks(talk) },
    { title: 'PROJECTS', blocks: fieldBlocks(project) },
    { title: 'WRITING', blocks: fieldBlocks(writing) },
    { title: 'SYSTEMS', blocks: fieldBlocks(system) },
    {
      title: 'THE CHECKS',
      blocks: [
        'An editor that knows TypeScript tells most mistakes while they are made. npm start, npm run build and npm test tell all of them, each in one sentence with its place, the reason and the cure:',
        { code: 'jobs, entry 2 (dock), end: is before the start (2015, 2016). Swap them, or correct one.' },
        { term: 'texts', text: 'are not empty, stand on one line, and have no blanks at their ends and no invisible characters.' },
        {
          term: 'slugs',
          text: 'are a–z, 0–9 and single hyphens, 60 characters at most; each is used once, and none is a name of the page’s own.',
        },
        {
          term: 'dates',
          text: "are '2021' or '2021-02', from 1900 to 2100; an end is not before its start; jobs and education stand newest first.",
        },
        { term: 'names', text: 'of jobs and systems are those of entries that are there.' },
        { term: 'links', text: 'are whole, beginning with https:// or http://.' },
        { term: 'fields', text: 'that no entry has are told, with those that it may have.' },
      ],
    },
    {
      title: 'FROM A JSON RESUME',
      blocks: [
        'npm run import -- resume.json --out data/resume.ts makes the module from a document as jsonresume.org has it, and lists what it could not place.',
      ],
    },
    { title: 'SEE ALSO', blocks: ['man commands, man cvsh'] },
  ],
};

export default page;
