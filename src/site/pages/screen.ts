/** The page's first screen as HTML, so that it shows before the terminal is there: masthead, rail, prompt, dock. */
import type { Figure, Resume } from '../../../data/types.ts';
import { nextLines } from '../../app/next-lines.ts';
import { HOME, prompt } from '../../app/prompt.ts';
import { hasRightToLeft } from '../../career/direction.ts';
import { entryDisplay } from '../../career/entries/display.ts';
import type { Entry } from '../../career/entries/entry.ts';
import {
  figureRemark,
  figureRun,
  firstCommands,
  firstWords,
  railRows,
  rolesText,
  sinceText,
  yearText,
} from '../../career/forms/first-screen.ts';
import { escapeHtml } from '../../career/forms/html.ts';
import { type RailRow, shortYears } from '../../career/forms/rail.ts';
import { english, type Speech } from '../../locales/speech.ts';
import { type Line, type Piece, plain, roleColour, type Style } from '../../term/style.ts';

/** Cells of a row of the field on a wide screen; on a narrow one, CSS shows fewer. */
const FIELD_ROWS = 12;

const classesOf = ({ role, bold }: Style): readonly string[] => [
  ...(role ? [`c${roleColour[role]}`] : []),
  ...(bold || role === 'title' ? ['b'] : []),
];

const piece = ({ text, style = {} }: Piece): string => {
  const { run, href, level, bold } = style;
  const target = run === undefined ? (href === undefined ? '' : ` data-href="${escapeHtml(href)}"`) : ` data-run="${escapeHtml(run)}"`;
  if (target !== '') return `<span${bold ? ' class="b"' : ''}${target}><span>${escapeHtml(text)}</span></span>`;
  const classes = classesOf(style);
  if (classes.length === 0) return escapeHtml(text);
  return `<span class="${classes.join(' ')}"${level === undefined ? '' : ` data-level="${level}"`}>${escapeHtml(text)}</span>`;
};

/** A line as the inside of a `<pre>`. */
const lineHtml = (line: Line): string => line.map(piece).join('');

/** Text of a language that is not the page's. */
const own = (text: string, { language }: Speech): string =>
  language === english.language ? escapeHtml(text) : `<span lang="${language}">${escapeHtml(text)}</span>`;

const data = (text: string): string => (hasRightToLeft(text) ? `<bdi>${escapeHtml(text)}</bdi>` : escapeHtml(text));

const command = (line: string, name: string, html: string): string =>
  `<a class="${name}" href="#${encodeURIComponent(line)}" data-run="${escapeHtml(line)}">${html}</a>`;

const figureHtml = (figure: Figure): string => {
  const { before, value, unit, short, what } = figure;
  const number = [
    ...(before === undefined ? [] : [`<i>${data(before)}</i>`]),
    data(value),
    ...((short ?? unit) ? [`<i>${data(short ?? unit ?? '')}</i>`] : []),
  ];
  const remark = figureRemark(figure);
  return command(
    figureRun(figure),
    'figure',
    `<span class="number">${number.join(' ')}</span> <span class="what">${data(what)}</span>${remark === '' ? '' : ` <span class="remark">${data(remark)}</span>`}`,
  );
};

const fieldHtml = ({ field }: Resume, { say }: Speech): string => {
  if (!field) return '<hr id="field" />';
  const count = field.cells.toLocaleString('en');
  const caption = say`One cell is ${field.each}: all ${count} are ${field.total}.`;
  return [
    `<div id="field"><div class="cells" data-run="${escapeHtml(field.exhibit)}">${'<i></i>'.repeat(FIELD_ROWS)}</div>`,
    `<p><span>${escapeHtml(caption)}</span><button id="hold" type="button">Pause</button>${command(field.exhibit, 'to-field', escapeHtml(field.exhibit))}</p></div>`,
  ].join('');
};

/** The person, the figures and the field above the terminal. */
export const mastheadHtml = (resume: Resume, speech: Speech = english): string => {
  const { person, figures = [] } = resume;
  const since = yearText(resume, speech);
  const places = person.places.map((place, index) => `<span>${index > 0 ? '<b>, </b>' : ''}${data(place)}</span>`).join('');
  return [
    '<div id="first">',
    '<div class="air top"></div>',
    `<div id="head"><div><h1>${data(person.name ?? person.role)}</h1>`,
    `<p id="tagline">${person.name === undefined ? '' : `<strong>${data(person.role)}.</strong> `}${data(person.tagline)}</p></div>`,
    `<p id="facts"><span class="wide">${own(rolesText(resume, speech), speech)}</span><span class="small">${since === '' ? '' : `${own(since, speech)} · `}</span>${places}</p></div>`,
    `<div class="air"></div>${fieldHtml(resume, speech)}`,
    figures.length === 0 ? '' : `<div id="figures">${figures.map(figureHtml).join('')}</div><div class="air"></div>`,
    '</div>',
  ].join('');
};

const years = (text: string): string => {
  const short = shortYears(text);
  return short === text ? escapeHtml(text) : `<s>${escapeHtml(text)}</s><s>${escapeHtml(short)}</s>`;
};

const railHtml = ({ years: span, name, title, note, run, now }: RailRow): string =>
  `<span class="job${now ? ' now' : ''}"><i></i><span class="years">${years(span)}</span><span class="name"><span data-run="${escapeHtml(run)}">${data(name)}</span></span><span class="title">${data(title)}</span><span class="note">${data(note)}</span></span>\n`;

const screenHtml = (content: string, ghost: string): string =>
  `<pre id="screen" aria-hidden="true">${content}${lineHtml(prompt(HOME, HOME, 0, 80))}<span class="echo"></span><span class="caret"> </span>${ghost}</pre>`;

/** The rail and the prompt below it, as the terminal then shows them. */
export const terminalHtml = (resume: Resume, speech: Speech = english): string => {
  const rail = railRows(resume, speech).map(railHtml).join('');
  const ghost = `<span class="ghost wide">${own(speech.translate(firstWords.wide), speech)}</span><span class="ghost small">${own(speech.translate(firstWords.narrow), speech)}</span>`;
  return screenHtml(`<span id="rail">${rail}\n</span>`, ghost);
};

/** Cells of the answers that an entry's page has, for windows from wide to narrow: critical.css shows one. */
const WIDTHS = [104, 68, 42, 36];

/** A line, its answer at each width, and the prompt below, as the terminal then shows them. */
export const answerHtml = (command: string, entry: Entry): string => {
  const [name = '', ...rest] = command.split(' ');
  const echo: Line = [
    { text: plain(prompt(HOME, HOME, 0, 80)), style: { role: 'muted' } },
    { text: name, style: { bold: true } },
    { text: ` ${rest.join(' ')}` },
  ];
  const answers = WIDTHS.map((columns) => {
    const rows = [echo, [], ...entryDisplay(entry, columns), []].map((row) => `<span>${lineHtml(row)}</span>\n`);
    return `<span class="answer" data-columns="${columns}">${rows.join('')}</span>`;
  });
  return screenHtml(answers.join(''), '');
};

const keysHtml = (name: string, lines: readonly string[], speech: Speech): string =>
  `<nav id="dock" class="column" aria-label="Commands"><span id="dock-name">${own(name, speech)}</span>${lines
    .map((line) => command(line, 'key', escapeHtml(line)))
    .join('')}<span id="dock-hint">${own(speech.translate(firstWords.tab), speech)}</span></nav>`;

/** The keys below the terminal, as long as nothing was typed. */
export const dockHtml = (resume: Resume, speech: Speech = english): string =>
  keysHtml(speech.translate(firstWords.try), firstCommands(resume), speech);

/** The keys below an answer: what it leads to. */
export const nextHtml = (command: string, entry: Entry): string =>
  keysHtml(firstWords.next, nextLines(command, entryDisplay(entry, Number.POSITIVE_INFINITY)), english);

/** The person in the bar, once the masthead is closed. */
export const barHtml = (resume: Resume, speech: Speech = english): string =>
  `<button id="to-first" type="button">${data(resume.person.name ?? resume.person.role)}</button><span id="since" class="wide">${own(sinceText(resume, speech), speech)}</span>`;
