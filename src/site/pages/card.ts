/** The picture that goes with a link: a figure or a name in large type and whose it is, drawn as SVG and rendered as PNG, 1200 by 630. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import subsetFont from 'subset-font';
import type { Figure, Resume } from '../../../data/types.ts';
import { dateText, spanText } from '../../career/dates.ts';
import { directionOf } from '../../career/direction.ts';
import type { Fact } from '../../career/entries/entry.ts';
import { escapeHtml } from '../../career/forms/html.ts';
import { graphemes } from '../../term/width.ts';
import type { SitePage } from './pages.ts';

const require = createRequire(import.meta.url);

/** Serif for what it has, and a face with more scripts behind it; its bolder cut has a name of its own. */
const family = { 400: 'Source Serif 4, DejaVu Sans Mono', 600: 'Source Serif 4 SemiBold, Source Serif 4, DejaVu Sans Mono' } as const;

const range = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');

/** What the parts of the serif have, by the names of their files. */
const parts = {
  latin: `${range(0x20, 0xff)}–—‘’“”…−`,
  'latin-ext': range(0x100, 0x24f),
  greek: range(0x370, 0x3ff),
  cyrillic: range(0x400, 0x45f),
};

/** The renderer reads neither woff2 nor memory: the faces as files of another kind. */
const writeFaces = async (folder: string): Promise<string[]> => {
  const faces = Object.entries(parts).flatMap(([part, text]) => [400, 600].map((weight) => ({ part, text, weight })));
  return Promise.all(
    faces.map(async ({ part, text, weight }) => {
      const source = readFileSync(require.resolve(`@fontsource/source-serif-4/files/source-serif-4-${part}-${weight}-normal.woff2`));
      const file = join(folder, `${part}-${weight}.ttf`);
      writeFileSync(file, await subsetFont(source, text, { targetFormat: 'truetype' }));
      return file;
    }),
  );
};

const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 72;
const ROOM = WIDTH - 2 * MARGIN;
const LARGE = 184;

const ground = '#0f1115';
const ink = '#f1efea';
const soft = '#cfccc4';
const quiet = '#b5b2aa';

/** What a card says, from above: one or two values, and whose they are. */
interface Card {
  readonly values: readonly { readonly over: string; readonly value: string; readonly under: string }[];
  readonly who: string;
  readonly where: string;
}

const joined = (parts: readonly (string | undefined)[], by = ', '): string => parts.filter(Boolean).join(by);

const figureValue = ({ before, value, unit, qualifier, what, job }: Figure, employer?: string): Card['values'][number] => ({
  over: joined([qualifier, before], ' '),
  value: unit === undefined ? value : `${value}${/^\W/.test(unit) ? '\u00a0' : ' '}${unit}`,
  under: employer === undefined || job === '' ? what : `${what}, at ${employer}`,
});

const factText = (facts: readonly Fact[]): string => joined(facts.map((fact) => (fact.dates ? spanText(...fact.dates) : fact.text)));

const isEmployer = ({ label }: Fact): boolean => label === 'Employer';

/** Whose résumé it is, and since when. */
const whoOf = ({ person }: Resume): string =>
  joined([person.name ?? person.role, person.since === undefined ? undefined : `since ${dateText(person.since)}`]);

const homeCard = (resume: Resume): Card => {
  const { person, figures: [first] = [], jobs } = resume;
  const now = jobs.find(({ end }) => end === 'now');
  const who = whoOf(resume);
  const where = now ? joined([`now at ${now.employer}`, now.places[0]]) : joined(person.places ?? []);
  if (!first)
    return { values: [{ over: '', value: person.name ?? person.role, under: person.tagline }], who: person.name ? person.role : '', where };
  return { values: [figureValue(first, jobs.find(({ slug }) => slug === first.job)?.employer)], who, where };
};

/** What the card of a page says; a job's leads with its figures, but for the one that the home page's has. */
const cardOf = ({ entry }: SitePage, resume: Resume): Card => {
  if (!entry) return homeCard(resume);
  const { title, facts, slug } = entry;
  const employer = facts.find(isEmployer)?.text;
  const others = factText(facts.filter((fact) => !isEmployer(fact)));
  const figures = (resume.figures ?? []).slice(1).filter(({ job }) => job === slug && employer !== undefined);
  if (figures.length > 0)
    return { values: figures.slice(0, 2).map((figure) => figureValue(figure)), who: joined([title, employer]), where: others };
  const person = { who: whoOf(resume), where: joined(resume.person.places ?? []) };
  if (employer === undefined) return { values: [{ over: '', value: title, under: others }], ...person };
  return { values: [{ over: `${title} at`, value: employer, under: others }], ...person };
};

const scripts = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]$/u;

/** From this code point on, Unicode has the scripts of East Asia, their symbols, and emoji. */
const EAST = 0x2e80;

/** The first character that our own faces may not have. */
const foreign = (text: string): string | undefined =>
  [...text].find((character) => !scripts.test(character) || (character.codePointAt(0) ?? 0) >= EAST);

/** A code point that no font will ever have. */
const NONE = '\u{10fffe}';

interface Look {
  readonly size: number;
  readonly fill: string;
  readonly weight?: 400 | 600;
  readonly spacing?: number;
}

/** A text from the side where its script begins; embedding marks (UAX #9) set the direction, which the renderer does not know. */
const textAt = (text: string, x: number, y: number, { size, fill, weight = 400, spacing = 0 }: Look): string => {
  const isLeft = directionOf(text) !== 'rtl';
  const place = isLeft ? `x="${x}"` : `x="${WIDTH - MARGIN}" text-anchor="end"`;
  const shown = escapeHtml(isLeft ? text : `\u202b${text}\u202c`);
  return `<text ${place} y="${y}" font-family="${family[weight]}" font-size="${size}" font-weight="${weight}" letter-spacing="${spacing}" fill="${fill}" xml:space="preserve">${shown}</text>`;
};

const svg = (inner: string): string => `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${inner}</svg>`;

/** Draws with faces that were made for it. */
class Painter {
  readonly #faces: readonly string[];
  readonly #drawable = new Map<string, boolean>();

  constructor(faces: readonly string[]) {
    this.#faces = faces;
  }

  render(inner: string, text: string): Resvg {
    const font = { fontFiles: [...this.#faces], loadSystemFonts: foreign(text) !== undefined, defaultFontFamily: 'DejaVu Sans Mono' };
    return new Resvg(svg(inner), { font });
  }

  /** The text if the fonts of this machine can show it, judged by the first character that our own may not have; else none. */
  known(text: string): string {
    const character = foreign(text);
    if (character === undefined) return text;
    const image = (one: string): Buffer =>
      Buffer.from(
        this.render(textAt(one, 10, 80, { size: 60, fill: ink }), one)
          .render()
          .asPng(),
      );
    const drawable = this.#drawable.get(character) ?? !image(character).equals(image(NONE));
    this.#drawable.set(character, drawable);
    return drawable ? text : '';
  }

  width(text: string, look: Look): number {
    return text === '' ? 0 : (this.render(textAt(text, 0, 300, look), text).getBBox()?.width ?? 0);
  }

  /** A text in at most so many pixels: cut short, if it is longer. */
  fitted(text: string, look: Look, room: number): string {
    if (this.width(text, look) <= room) return text;
    const kept = [...graphemes(text)];
    while (kept.length > 0 && this.width(`${kept.join('')}…`, look) > room) kept.splice(Math.floor(kept.length * 0.95));
    return `${kept.join('').trimEnd()}…`;
  }

  /** The value as large as there is room for. */
  value(text: string, room: number): { readonly look: Look; readonly width: number; readonly text: string } {
    const sizes = [LARGE, 132, 96, 72];
    const looks = sizes.map((size): Look => ({ size, fill: ink, weight: 600, spacing: -0.03 * size }));
    const look = looks.find((each) => this.width(text, each) <= room) ?? looks.at(-1);
    if (!look) return { look: { size: LARGE, fill: ink }, width: 0, text };
    const shown = this.fitted(text, look, room);
    return { look, width: this.width(shown, look), text: shown };
  }

  draw({ values, who, where }: Card): Uint8Array {
    const room = values.length > 1 ? ROOM / 2 - 24 : ROOM - 92;
    const over: Look = { size: 44, fill: quiet };
    const under: Look = { size: 48, fill: soft };
    const name: Look = { size: 52, fill: ink, weight: 600 };
    const column = (each: Card['values'][number], index: number): string => {
      const x = MARGIN + (index * ROOM) / 2;
      const large = this.value(this.known(each.value), room);
      const isLeft = directionOf(large.text) !== 'rtl';
      const cursor =
        values.length === 1 && isLeft
          ? `<rect x="${x + large.width + 24}" y="${266 - 0.73 * large.look.size}" width="${0.39 * large.look.size}" height="${0.76 * large.look.size}" fill="#f2a65a"/>`
          : '';
      return [
        textAt(this.fitted(this.known(each.over), over, room), x, 100, over),
        textAt(large.text, x - 8, 266, large.look),
        cursor,
        textAt(this.fitted(this.known(each.under), under, values.length > 1 ? room : ROOM), x, 344, under),
      ].join('');
    };
    const inner = [
      `<rect width="100%" height="100%" fill="${ground}"/>`,
      ...values.map(column),
      `<rect x="${MARGIN}" y="436" width="${ROOM}" height="2" fill="#2a2d33"/>`,
      textAt(this.fitted(this.known(who), name, ROOM), MARGIN, 506, name),
      textAt(this.fitted(this.known(where), { ...over, size: 44 }, ROOM), MARGIN, 562, over),
    ].join('');
    return this.render(inner, values.map((each) => each.over + each.value + each.under).join('') + who + where)
      .render()
      .asPng();
  }
}

/** The cards of pages, each as a PNG file. */
export const cardPngs = async (pages: readonly SitePage[], resume: Resume): Promise<readonly Uint8Array[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'cvsh-cards-'));
  try {
    const backup = ['DejaVuSansMono.ttf', 'DejaVuSansMono-Bold.ttf'].map((name) => require.resolve(`dejavu-fonts-ttf/ttf/${name}`));
    const painter = new Painter([...(await writeFaces(folder)), ...backup]);
    return pages.map((page) => painter.draw(cardOf(page, resume)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
