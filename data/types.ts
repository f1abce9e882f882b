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

/** A degree or a course of study. */
export interface Education {
  readonly slug: Slug;
  readonly institution: string;
  readonly degree: string;
  readonly field?: string;
  readonly start: PartialDate;
  readonly end: PartialDate | 'now';
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
  readonly note?: string;
}

/** Something built outside work. */
export interface Project {
  readonly slug: Slug;
  readonly name: string;
  readonly summary: string;
  readonly technologies?: readonly string[];
  readonly link?: string;
}

/** Something written, or what is written about. */
export interface Writing {
  readonly slug: Slug;
  readonly title: string;
  readonly summary: string;
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

/** Ways to be reached. Each is optional; what is absent does not show anywhere. */
export interface Contacts {
  readonly email?: string;
  readonly phone?: string;
  /** Profiles elsewhere, by the name to show. */
  readonly profiles?: readonly { readonly name: string; readonly url: string }[];
}

/** Who the résumé is about. */
export interface Person {
  /** Absent: the page speaks of the role. */
  readonly name?: string;
  /** What they do, as a job title. */
  readonly role: string;
  /** One line: what they do, and how. */
  readonly tagline: string;
  /** The year they began. */
  readonly since: PartialDate;
  /** Where they have worked, in order. */
  readonly places: readonly string[];
  /** Paragraphs about the person, first person. */
  readonly about: readonly string[];
  readonly likes?: readonly string[];
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
  /** At most four. */
  readonly figures?: readonly Figure[];
  readonly field?: Field;
  /** The site's own address, e.g. `https://example.org/`; without it links are relative. The environment's `SITE_URL` wins. */
  readonly site?: string;
  /** The language that the texts are written in, as a BCP 47 tag such as `id` or `pt-BR`; English if left out. */
  readonly language?: string;
}
