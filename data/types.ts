/** The shapes of a résumé's data: everything else in the project reads these, and only these. */

/** A month or a year, ISO 8601 reduced precision: `2021` or `2021-02`. */
export type PartialDate = `${number}` | `${number}-${number}`;

/** A lower-case name that is at once a file name, an HTML id and a page's address: letters, digits and single hyphens. */
export type Slug = string;

/** A role held at an employer. */
export interface Job {
  readonly slug: Slug;
  readonly title: string;
  readonly employer: string;
  /** Cities or countries, most important first. */
  readonly places: readonly string[];
  readonly start: PartialDate;
  /** `now` for the present job. */
  readonly end: PartialDate | 'now';
  /** What the employer does, in a few words. */
  readonly business?: string;
  /** The employer's web address. */
  readonly link?: string;
  /** One or two short paragraphs. */
  readonly summary: readonly string[];
  readonly highlights?: readonly string[];
  /** Named in the summary or the highlights; never a rating. */
  readonly technologies?: readonly string[];
  /** A word or two beside the job on the first screen: the product or the team. */
  readonly note?: string;
  /** Slugs of the exhibits that show what was built here. */
  readonly systems?: readonly Slug[];
}

/** A time from a start to an end: both, only the end, or neither. */
interface Span {
  readonly start?: PartialDate;
  /** `now` while it lasts. */
  readonly end?: PartialDate | 'now';
}

/** A degree or a course of study. */
export interface Education extends Span {
  readonly slug: Slug;
  readonly institution: string;
  readonly degree?: string;
  readonly field?: string;
  /** A grade, as it is written there. */
  readonly score?: string;
  readonly courses?: readonly string[];
  readonly link?: string;
}

/** Unpaid work. */
export interface Volunteering extends Span {
  readonly slug: Slug;
  readonly organization: string;
  readonly title?: string;
  readonly summary?: readonly string[];
  readonly highlights?: readonly string[];
  readonly link?: string;
}

/** A certificate or a licence. */
export interface Certificate {
  readonly slug: Slug;
  readonly name: string;
  readonly issuer?: string;
  readonly date?: PartialDate;
  readonly link?: string;
}

/** A prize or an honour. */
export interface Award {
  readonly slug: Slug;
  readonly title: string;
  readonly awarder?: string;
  readonly date?: PartialDate;
  readonly summary?: string;
}

/** What somebody says of the person. */
export interface Reference {
  readonly slug: Slug;
  readonly name: string;
  readonly text?: string;
}

/** A skill, or an area of skills. */
export interface Skill {
  readonly name: string;
  /** In words: `Master`. */
  readonly level?: string;
  readonly keywords?: readonly string[];
}

/** A language that the person speaks. */
export interface Spoken {
  readonly language: string;
  /** In words: `Native speaker`. */
  readonly fluency?: string;
}

/** An interest with its particulars; one without is a like. */
export interface Interest {
  readonly name: string;
  readonly keywords: readonly string[];
}

/** An entry of a section of the owner's own. */
export interface CustomEntry extends Span {
  readonly slug: Slug;
  readonly title: string;
  /** The occasion, the place or the people. */
  readonly at?: string;
  readonly summary?: readonly string[];
  readonly highlights?: readonly string[];
  readonly link?: string;
}

/** A section that no other name fits. */
export interface Custom {
  /** The name of its directory. */
  readonly slug: Slug;
  readonly heading: string;
  readonly entries: readonly CustomEntry[];
}

/** A talk given in public or inside a company. */
export interface Talk {
  readonly slug: Slug;
  readonly title: string;
  /** Absent where only the occasion is known. */
  readonly date?: PartialDate;
  readonly at?: string;
  /** The job during which it was given. */
  readonly job?: Slug;
  readonly link?: string;
  readonly note?: string;
}

/** Something built outside work. */
export interface Project extends Span {
  readonly slug: Slug;
  readonly name: string;
  readonly summary?: string;
  readonly highlights?: readonly string[];
  /** What it is: `application`. */
  readonly kind?: string;
  /** Whom it was for, or with. */
  readonly entity?: string;
  /** What the person was in it. */
  readonly roles?: readonly string[];
  readonly technologies?: readonly string[];
  readonly link?: string;
}

/** Something written, or what is written about. */
export interface Writing {
  readonly slug: Slug;
  readonly title: string;
  readonly publisher?: string;
  readonly summary?: string;
  readonly date?: PartialDate;
  readonly link?: string;
}

/** A system that the résumé names, shown by the exhibit of the same slug. */
export interface System {
  readonly slug: Slug;
  readonly title: string;
  /** The job it comes from. */
  readonly job: Slug;
  /** What the résumé itself claims of it, if a figure is given. */
  readonly claim?: string;
  /** What its exhibit lets a visitor do, as a command: `move 150 billion records`. */
  readonly action?: string;
}

/** A number that the jobs state, for the first screen. */
export interface Figure {
  /** Words before the value, as large as it: `Team of`. */
  readonly before?: string;
  readonly value: string;
  readonly unit?: string;
  /** The unit where there is little room; it keeps what the qualifier says: `B+` for more than so many billion. */
  readonly short?: string;
  /** How exact the value is: `about`, `more than`. */
  readonly qualifier?: string;
  /** What was counted or measured. */
  readonly what: string;
  /** Where, or of what. */
  readonly where?: string;
  /** The job that states it. */
  readonly job: Slug;
  /** The exhibit that shows it. */
  readonly exhibit?: Slug;
}

/** A total in small cells, for the first screen. */
export interface Field {
  /** What one cell stands for: `100 million records`. */
  readonly each: string;
  /** How many cells there are. */
  readonly cells: number;
  /** What all of them are: `150 billion`. */
  readonly total: string;
  /** The exhibit that shows it. */
  readonly exhibit: Slug;
}

/** Where the person lives; as much of it as they want to tell. */
export interface Location {
  readonly address?: string;
  readonly postalCode?: string;
  readonly city?: string;
  readonly region?: string;
  /** Its name, or its ISO 3166-1 code. */
  readonly country?: string;
}

/** A page or a name elsewhere; it has at least one of both. */
export interface Profile {
  /** The name of the place, to show. */
  readonly name: string;
  readonly username?: string;
  readonly url?: string;
}

/** Ways to be reached. Each is optional; what is absent does not show anywhere. */
export interface Contacts {
  readonly email?: string;
  readonly phone?: string;
  readonly location?: Location;
  readonly profiles?: readonly Profile[];
}

/** Who the résumé is about. */
export interface Person {
  /** Absent: the page speaks of the role. */
  readonly name?: string;
  /** What they do, as a job title. */
  readonly role: string;
  /** One line: what they do, and how. */
  readonly tagline: string;
  /** When they began; if absent, with the first of the jobs. */
  readonly since?: PartialDate;
  /** Where they have worked, in order. */
  readonly places: readonly string[];
  /** Paragraphs about the person, first person. */
  readonly about: readonly string[];
  readonly likes?: readonly string[];
  /** A file below `public/`, such as `me.jpg`: shown by the plain page, and nowhere in the terminal. */
  readonly picture?: string;
  readonly contacts?: Contacts;
}

/** A whole résumé. Lists are newest first, and an empty list shows nothing. */
export interface Resume {
  readonly person: Person;
  readonly jobs: readonly Job[];
  readonly education: readonly Education[];
  readonly talks: readonly Talk[];
  readonly projects: readonly Project[];
  readonly writing: readonly Writing[];
  readonly systems: readonly System[];
  readonly volunteering?: readonly Volunteering[];
  readonly certificates?: readonly Certificate[];
  readonly awards?: readonly Award[];
  readonly skills?: readonly Skill[];
  /** Those that the person speaks. */
  readonly languages?: readonly Spoken[];
  readonly interests?: readonly Interest[];
  readonly references?: readonly Reference[];
  readonly custom?: readonly Custom[];
  /** At most four. */
  readonly figures?: readonly Figure[];
  readonly field?: Field;
  /** The site's own address, e.g. `https://example.org/`; without it links are relative. The environment's `SITE_URL` wins. */
  readonly site?: string;
  /** The language that the texts are written in, as a BCP 47 tag such as `id` or `pt-BR`; English if left out. */
  readonly language?: string;
}
