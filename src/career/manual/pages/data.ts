/** The manual page of the data: each field, what shows it, what happens without it, and the checks. */
import type {
  Award,
  Certificate,
  Contacts,
  Custom,
  CustomEntry,
  Education,
  Field,
  Figure,
  Interest,
  Job,
  Location,
  Person,
  Profile,
  Project,
  Reference,
  Resume,
  Skill,
  Spoken,
  System,
  Talk,
  Volunteering,
  Writing,
} from '../../../../data/types.ts';
import type { ManualPage } from '../../../os/man.ts';
import example from '../examples/resume.ts?raw';
import { type Fields, fieldBlocks, fileAt } from '../fields.ts';

/** What happens without a list. */
const NONE = 'If you leave it out, there is no such heading and no such name.';

/** What happens without a part of an address. */
const LESS = 'If you leave it out, the address is shorter.';

/** What happens without a line. */
const NO_LINE = 'If you leave it out, there is no such line.';

const whole: Fields<Resume> = {
  person: 'The person: shown by the file about, the first screen, whoami and finger.',
  jobs: 'The roles, newest first: shown by jobs/, jobs, timeline, git log, systemctl and last. If the list is empty, it has no directory and no heading.',
  education: 'Where they studied: shown by education/, timeline and git log.',
  talks: 'The talks they gave: shown by talks/.',
  projects: 'What they built outside work: shown by projects/ and tech.',
  writing: 'What they wrote, or write about: shown by writing/.',
  systems: 'The systems that the jobs mention: shown by exhibits/ and by a line in the job.',
  volunteering: ['Unpaid work: shown by volunteering/.', NONE],
  certificates: ['Certificates and licences: shown by certificates/.', NONE],
  awards: ['Prizes and honours: shown by awards/.', NONE],
  skills: ['Skills with levels and keywords: shown by the file skills.', NONE],
  languages: ['The languages that they speak: shown by the file languages.', NONE],
  interests: ['Interests with keywords: shown by the file interests. One without keywords is among the likes of the person.', NONE],
  references: ['What others say of them: shown by references/.', NONE],
  custom: ['Sections with headings of your own: each is a directory.', NONE],
  figures: ['At most four numbers that the jobs state: shown by the first screen.', 'If you leave it out, there are none.'],
  field: ['A total in small cells: shown by the first screen.', 'If you leave it out, there is a thin line.'],
  site: [
    'The address of the site, such as https://example.org/. SITE_URL in the environment overrides it.',
    'If you leave it out, links are relative, and there is no sitemap, canonical link or card.',
  ],
  language: ['The language of the texts, such as id or pt-BR, for browsers and screen readers.', 'If you leave it out, it is English.'],
};

const person: Fields<Person> = {
  name: ['The title of the first screen, the page, the print-out and the cards.', 'If you leave it out, the role is the title.'],
  role: 'What they do, as a job title.',
  tagline: 'One line below the title: what they do, and how. Search engines get it as the description of the page.',
  since: ['When they began.', 'If you leave it out, it is the start of the first job; without jobs, there is no such line.'],
  places: 'Where they worked, in order; can be empty.',
  about: 'Paragraphs in the first person, for the file about; fortune prints one of them.',
  likes: ['Each is a line of about, and an interest in resume.json.', 'If you leave it out, there are no such lines.'],
  picture: [
    'A picture in public/, such as me.jpg: shown at the head of the plain page, and given to search engines. The terminal has no pictures.',
    'If you leave it out, there is none.',
  ],
  contacts: ['Ways to reach them.', 'If you leave it out, there is no command contact and no file resume.vcf.'],
};

const contacts: Fields<Contacts> = {
  email: ['An e-mail address; hire writes to it.', NO_LINE],
  phone: ['A telephone number.', NO_LINE],
  location: ['Where they live; tell as much of it as you want to.', NO_LINE],
  profiles: ['Pages and names elsewhere.', 'If you leave it out, there are no such lines.'],
};

const location: Fields<Location> = {
  address: ['Street and number.', LESS],
  postalCode: ['The postal code.', LESS],
  city: ['The city.', LESS],
  region: ['The state or the province.', LESS],
  country: ['The country, by its name or by its code of two letters.', LESS],
};

const profile: Fields<Profile> = {
  name: 'The name of the place, as it is to show.',
  username: ['Their name there.', 'If you leave it out, the url stands alone; one of both is needed.'],
  url: ['The web address.', 'If you leave it out, the username stands alone.'],
};

const job: Fields<Job> = {
  slug: 'The name of its file, its place on the page, and its address: cat SLUG prints it. So is every slug below.',
  title: 'Their position.',
  employer: 'Whom they worked for. cat NAME prints every role there.',
  places: 'Cities or countries, the most important first; can be empty.',
  start: 'When it began.',
  end: "When it ended, or 'now': the job is marked as active.",
  business: ['What the employer does, in a few words.', NO_LINE],
  link: ['The employer’s web address.', NO_LINE],
  summary: 'One or two short paragraphs.',
  highlights: ['A list below the summary.', 'If you leave it out, there is no list.'],
  technologies: [
    'What they used, without ratings: shown by tech, and as the skills of resume.json.',
    'If you leave it out, tech skips the job.',
  ],
  note: ['A word or two beside the job on the first screen.', 'If you leave it out, there is none.'],
  systems: ['Slugs of the systems they built there; each links to its exhibit.', 'If you leave it out, the job has no such links.'],
};

const span: Fields<Pick<Education, 'start' | 'end'>> = {
  start: ['When it began.', 'If you leave it out, the end alone is shown; without both, no date is.'],
  end: ["When it ended, or 'now'.", 'If you leave it out, there can be no start either.'],
};

const education: Fields<Education> = {
  slug: 'As above.',
  institution: 'Where they studied. Each longer word of its name works as a name: cat WORD prints it.',
  degree: ['The degree.', 'If you leave it out, the field or the institution is the title.'],
  field: ['The field of study.', 'If you leave it out, the degree stands alone.'],
  ...span,
  score: ['A grade, as it is written there.', NO_LINE],
  courses: ['Courses, a line each.', 'If you leave it out, there are no such lines.'],
  link: ['The institution’s web address.', NO_LINE],
};

const volunteering: Fields<Volunteering> = {
  slug: 'As above.',
  organization: 'Whom they worked for.',
  title: ['What they were there.', 'If you leave it out, the organization is the title.'],
  ...span,
  summary: ['Paragraphs.', 'If you leave it out, there are none.'],
  highlights: ['A list below them.', 'If you leave it out, there is none.'],
  link: ['A web address.', NO_LINE],
};

const certificate: Fields<Certificate> = {
  slug: 'As above.',
  name: 'What it certifies.',
  issuer: ['Who gave it.', NO_LINE],
  date: ['When.', NO_LINE],
  link: ['Where it can be verified.', NO_LINE],
};

const award: Fields<Award> = {
  slug: 'As above.',
  title: 'Its name.',
  awarder: ['Who gave it.', NO_LINE],
  date: ['When.', NO_LINE],
  summary: ['What it was for: one paragraph.', 'If you leave it out, there is none.'],
};

const skill: Fields<Skill> = {
  name: 'The skill, or an area of skills.',
  level: ['How well, in words.', 'If you leave it out, nothing is said.'],
  keywords: ['What belongs to it.', 'If you leave it out, the name stands alone.'],
};

const spoken: Fields<Spoken> = {
  language: 'The language, by its name.',
  fluency: ['How well, in words.', 'If you leave it out, nothing is said.'],
};

const interest: Fields<Interest> = { name: 'The interest.', keywords: 'What belongs to it; at least one.' };

const reference: Fields<Reference> = {
  slug: 'As above.',
  name: 'Who says it.',
  text: ['What they say: one paragraph.', 'If you leave it out, the name stands alone.'],
};

const custom: Fields<Custom> = {
  slug: 'The name of its directory.',
  heading: 'Its heading.',
  entries: 'What is in it.',
};

const customEntry: Fields<CustomEntry> = {
  slug: 'As above.',
  title: 'What it is.',
  at: ['The occasion, the place or the people.', NO_LINE],
  ...span,
  summary: ['Paragraphs.', 'If you leave it out, there are none.'],
  highlights: ['A list below them.', 'If you leave it out, there is none.'],
  link: ['A web address.', NO_LINE],
};

const talk: Fields<Talk> = {
  slug: 'As above.',
  title: 'What it was about.',
  date: ['When they gave it.', 'If you leave it out, ls -t sorts it by the end of its job.'],
  at: ['The occasion.', NO_LINE],
  job: ['The slug of the job they had then; the talk links to it.', NO_LINE],
  link: ['Where to see it.', NO_LINE],
  note: ['A paragraph.', 'If you leave it out, there is none.'],
};

const project: Fields<Project> = {
  slug: 'As above.',
  name: 'Its name.',
  summary: ['What it does: one paragraph.', 'If you leave it out, there is none.'],
  highlights: ['A list below it.', 'If you leave it out, there is none.'],
  kind: ['What it is, such as: application.', NO_LINE],
  entity: ['Whom it was for, or with.', NO_LINE],
  roles: ['What they were in it.', NO_LINE],
  ...span,
  technologies: ['As for a job.', 'If you leave it out, tech skips the project.'],
  link: ['Its web address.', NO_LINE],
};

const writing: Fields<Writing> = {
  slug: 'As above.',
  title: 'Its title.',
  publisher: ['Who published it.', NO_LINE],
  summary: ['What it is about: one paragraph.', 'If you leave it out, there is none.'],
  date: ['When it came out.', 'If you leave it out, ls -t sorts it as new.'],
  link: ['Where to read it.', NO_LINE],
};

const system: Fields<System> = {
  slug: 'The name of the exhibit that shows it: src/exhibits/SLUG.ts. If there is no such file, nothing links to it.',
  title: 'What it is, in a few words.',
  job: 'The slug of its job.',
  claim: ['What the résumé claims about it; the exhibit shows it beside its own figures, as a claim.', NO_LINE],
  action: ['What its exhibit lets a visitor do, such as: move 150 billion records.', 'If you leave it out, the title stands in its place.'],
};

const figure: Fields<Figure> = {
  before: ['Words before the value, as large as it, such as: Team of.', 'If you leave it out, there are none.'],
  value: 'The number, with its sign.',
  unit: ['Its unit, such as % or billion.', 'If you leave it out, there is none.'],
  short: [
    'The unit where there is little room, such as B+; it says what the qualifier says.',
    'If you leave it out, the unit itself is shown.',
  ],
  qualifier: ['How exact the value is: about, or more than.', 'If you leave it out, the value is exact.'],
  what: 'What was counted or measured.',
  where: ['Where, or of what.', NO_LINE],
  job: 'The slug of the job that states it.',
  exhibit: ['The slug of the system that shows it; a press runs its exhibit.', 'If you leave it out, a press shows the job.'],
};

const field: Fields<Field> = {
  each: 'What one cell stands for, such as: 100 million records.',
  cells: 'How many cells there are, from 60 to 6000.',
  total: 'What all of them are, such as: 150 billion.',
  exhibit: 'The slug of the system that shows it.',
};

const page: ManualPage = {
  name: 'data',
  section: 7,
  summary: 'the data of the résumé: every field, and what shows it',
  sections: [
    {
      title: 'DESCRIPTION',
      blocks: [
        'Everything about the person is in one typed module, data/resume.ts; data/types.ts lists its fields. The shell, the page, the print-out, resume.json, resume.txt, the links and the cards come from it, and change with it.',
        'What you leave out shows nowhere: there is no empty heading, no empty directory, and no command with nothing to say.',
      ],
    },
    { title: 'EXAMPLE', blocks: ['A small but complete data/resume.ts:', fileAt(example, '../../../../data/', './')] },
    { title: 'THE WHOLE', blocks: fieldBlocks(whole) },
    { title: 'PERSON', blocks: fieldBlocks(person) },
    { title: 'CONTACTS', blocks: fieldBlocks(contacts) },
    { title: 'LOCATION', blocks: fieldBlocks(location) },
    { title: 'PROFILES', blocks: fieldBlocks(profile) },
    { title: 'JOBS', blocks: fieldBlocks(job) },
    { title: 'EDUCATION', blocks: fieldBlocks(education) },
    { title: 'VOLUNTEERING', blocks: fieldBlocks(volunteering) },
    { title: 'CERTIFICATES', blocks: fieldBlocks(certificate) },
    { title: 'AWARDS', blocks: fieldBlocks(award) },
    { title: 'TALKS', blocks: fieldBlocks(talk) },
    { title: 'PROJECTS', blocks: fieldBlocks(project) },
    { title: 'WRITING', blocks: fieldBlocks(writing) },
    { title: 'SKILLS', blocks: fieldBlocks(skill) },
    { title: 'LANGUAGES', blocks: fieldBlocks(spoken) },
    { title: 'INTERESTS', blocks: fieldBlocks(interest) },
    { title: 'REFERENCES', blocks: fieldBlocks(reference) },
    { title: 'CUSTOM', blocks: [...fieldBlocks(custom), 'Each of the entries has:', ...fieldBlocks(customEntry)] },
    { title: 'SYSTEMS', blocks: fieldBlocks(system) },
    { title: 'FIGURES', blocks: fieldBlocks(figure) },
    { title: 'FIELD', blocks: fieldBlocks(field) },
    {
      title: 'THE CHECKS',
      blocks: [
        'An editor that knows TypeScript shows most mistakes as you make them. npm start, npm run build and npm test report all of them, each in one sentence with its place, the reason and the fix:',
        { code: 'jobs, entry 2 (dock), end: is before the start (2015, 2016). Swap them, or correct one.' },
        { term: 'texts', text: 'are not empty, have no line breaks and no invisible characters, and do not begin or end with a blank.' },
        {
          term: 'slugs',
          text: 'consist of a–z, 0–9 and single hyphens, at most 60 characters. Each is used once, and none is a name that the page itself uses.',
        },
        {
          term: 'dates',
          text: "look like '2021' or '2021-02', from 1900 to 2100. An end is not before its start. Jobs and education are sorted newest first.",
        },
        { term: 'references', text: 'to jobs and systems name entries that exist.' },
        { term: 'links', text: 'are complete: they begin with https:// or http://.' },
        { term: 'fields', text: 'are known: an unknown one is reported, with those that the entry can have.' },
      ],
    },
    {
      title: 'FROM A JSON RESUME',
      blocks: [
        'npm run import -- resume.json --out data/resume.ts makes the module from a JSON Resume (jsonresume.org). It lists what it could not place, and what you are to put right, such as a date that it could not read. Dates are kept to the month.',
      ],
    },
    { title: 'SEE ALSO', blocks: ['man commands, man cvsh'] },
  ],
};

export default page;
