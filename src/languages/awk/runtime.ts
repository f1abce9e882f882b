/** The state of a running program: variables, the record, streams and chance. */
import { CommandError } from '../../os/failure.ts';
import type { Process } from '../../os/process.ts';
import { USAGE } from '../../os/status.ts';
import type { Regex } from '../../pattern/regex.ts';
import { undoEscapes } from './lexer.ts';
import { numberToText } from './printf.ts';
import { RecordText } from './record.ts';
import { contentOf, regexOf, type Separator, separatorOf, widthsOf } from './regex.ts';
import { MainInput, Streams } from './streams.ts';
import { fromInput, isTrue, NumericText, type Table, Tables, toNumber, type Value } from './value.ts';

/** awk's own variables; each is at the place of its name in this list. */
export const specialNames = [
  ...['NR', 'FNR', 'FS', 'OFS', 'ORS', 'RS', 'SUBSEP', 'CONVFMT', 'OFMT'],
  ...['FILENAME', 'RSTART', 'RLENGTH', 'ENVIRON', 'ARGC', 'ARGV', 'PROCINFO', 'RT', 'FPAT', 'FIELDWIDTHS', 'IGNORECASE'],
] as const;

/** The name of one of awk's own variables. */
export type SpecialName = (typeof specialNames)[number];

const place = Object.fromEntries(specialNames.map((name, i) => [name, i])) as Readonly<Record<SpecialName, number>>;

/** The variables that say how a record is split: the one that was set last does. */
export type Splitter = 'FS' | 'FPAT' | 'FIELDWIDTHS';

/** Whether a variable says how a record is split. */
export const isSplitter = (name: string): name is Splitter => name === 'FS' || name === 'FPAT' || name === 'FIELDWIDTHS';

/** One variable: a scalar or an array. */
export type Cell = Value | Table;

const separators: Readonly<Record<Splitter, (text: string, caseless: boolean) => Separator>> = {
  FS: separatorOf,
  FPAT: contentOf,
  FIELDWIDTHS: widthsOf,
};

/** A pseudo-random generator that `srand` can set (mulberry32). */
const createRandom = (seed: number): (() => number) => {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** The state. Global variables are known by their places. */
export class Runtime {
  readonly process: Process;
  readonly streams: Streams;
  readonly tables: Tables;
  readonly globals: Cell[];
  readonly record: RecordText;
  readonly input: MainInput;
  random = createRandom(0);
  seed = 0;
  /** What `return` leaves for its caller. */
  returned: Value;
  /** What `exit` was given. */
  status = 0;
  /** User functions that are running. */
  depth = 0;
  readonly #names: readonly string[];
  /** Which of FS, FPAT and FIELDWIDTHS was set last. */
  splitter: Splitter = 'FS';
  #separator: { readonly key: string; readonly separator: Separator } = { key: '', separator: separatorOf(' ') };

  /** `names` are the program's global variables, awk's own first. */
  constructor(process: Process, names: readonly string[], args: readonly string[]) {
    this.tables = new Tables(process.memory);
    this.process = process;
    this.streams = new Streams(process, () => this.caseless);
    this.#names = names;
    this.globals = new Array<Cell>(names.length).fill(undefined);
    const defaults: Partial<Record<SpecialName, Cell>> = {
      NR: 0,
      FNR: 0,
      FS: ' ',
      OFS: ' ',
      ORS: '\n',
      RS: '\n',
      SUBSEP: '\x1c',
      CONVFMT: '%.6g',
      OFMT: '%.6g',
      FILENAME: '',
      RSTART: 0,
      RLENGTH: -1,
      ENVIRON: new Map([...process.env].map(([name, value]) => [name, fromInput(value)])),
      ARGC: args.length,
      ARGV: new Map(args.map((text, i): [string, Value] => [String(i), fromInput(text)])),
      PROCINFO: new Map(),
      RT: '',
      FPAT: '[^[:space:]]+',
      FIELDWIDTHS: '',
      IGNORECASE: 0,
    };
    for (const name of specialNames) this.globals[place[name]] = defaults[name];
    this.record = new RecordText({
      separator: () => this.separator,
      paragraphs: () => this.text('RS') === '',
      outputSeparator: () => this.text('OFS'),
      toText: this.toText,
    });
    this.input = new MainInput(process, {
      operands: () => this.#operands(),
      separator: () => this.text('RS'),
      caseless: () => this.caseless,
      begin: (name) => {
        this.set('FILENAME', name);
        this.set('FNR', 0);
      },
      assign: (name, value) => this.assign(name, value),
    });
  }

  /** ARGV from 1 to ARGC, as the program has left them. */
  #operands(): string[] {
    const table = this.specialArray('ARGV');
    const count = Math.trunc(Number(this.text('ARGC'))) || 0;
    return Array.from({ length: Math.max(0, count - 1) }, (_, i) => this.toText(table.get(String(i + 1))));
  }

  /** A value as text, by CONVFMT. */
  readonly toText = (value: Value): string => {
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return numberToText(value, this.text('CONVFMT'));
    return value instanceof NumericText ? value.text : '';
  };

  /** A value as print shows it: a number by OFMT. */
  readonly toOutput = (value: Value): string =>
    typeof value === 'number' && !Number.isInteger(value) ? numberToText(value, this.text('OFMT')) : this.toText(value);

  /** One of awk's own variables as text. */
  text(name: SpecialName): string {
    const value = this.globals[place[name]];
    return typeof value === 'string' ? value : value instanceof Map ? '' : this.toText(value);
  }

  /** Sets one of awk's own variables. */
  set(name: SpecialName, value: Value): void {
    this.globals[place[name]] = value;
  }

  /** Adds 1 to NR and FNR. */
  count(): void {
    for (const name of ['NR', 'FNR'] as const) {
      const value = this.globals[place[name]];
      this.globals[place[name]] = (value instanceof Map ? 0 : toNumber(value)) + 1;
    }
  }

  /** `getline`: stores the next record of the main input; 0 at the end. */
  async readMain(store: (text: string) => void): Promise<number> {
    const text = await this.input.next();
    if (text === null) return 0;
    this.set('RT', this.input.terminator);
    this.count();
    store(text);
    return 1;
  }

  /** `getline` from a file or a command, whose records NR does not count: 0 at the end, -1 when it cannot be read. */
  async readFrom(from: 'file' | 'command', name: string, store: (text: string) => void): Promise<number> {
    const records = from === 'file' ? this.streams.file(name) : await this.streams.command(name);
    if (!records) return -1;
    const text = await records.next(this.text('RS'));
    if (text === null) return 0;
    this.set('RT', records.terminator);
    store(text);
    return 1;
  }

  /** Whether IGNORECASE makes patterns and comparisons blind to case. */
  get caseless(): boolean {
    const value = this.globals[place.IGNORECASE];
    return value !== 0 && !(value instanceof Map) && isTrue(value);
  }

  /** The regular expression of a source text, as IGNORECASE has it now. */
  regex(source: string): Regex {
    return regexOf(source, this.caseless);
  }

  /** The separator that FS, FPAT or FIELDWIDTHS stands for now. */
  get separator(): Separator {
    const text = this.text(this.splitter);
    const { caseless } = this;
    const key = `${this.splitter}${caseless}${text}`;
    if (key !== this.#separator.key) this.#separator = { key, separator: separators[this.splitter](text, caseless) };
    return this.#separator.separator;
  }

  /** A global array, made when it is first used. */
  array(index: number): Table {
    const cell = this.globals[index];
    if (cell instanceof Map) return cell;
    if (cell !== undefined) throw new CommandError(`attempt to use scalar ${this.#names[index]} as array`, USAGE);
    const table: Table = new Map();
    this.globals[index] = table;
    return table;
  }

  /** One of awk's own arrays. */
  specialArray(name: 'ENVIRON' | 'ARGV' | 'PROCINFO'): Table {
    return this.array(place[name]);
  }

  /** `-v` and operands: sets a variable by its name; one that the program does not know is passed over. */
  assign(name: string, text: string): void {
    const value = fromInput(undoEscapes(text));
    if (name === 'NF') this.record.count = toNumber(value);
    const index = this.#names.indexOf(name);
    if (index < 0) return;
    if (this.globals[index] instanceof Map) throw new CommandError(`cannot assign to array ${name}`, USAGE);
    this.globals[index] = value;
    if (isSplitter(name)) this.splitter = name;
  }

  /** `srand`: a new seed; answers the one before it. */
  reseed(seed: number): number {
    const before = this.seed;
    this.seed = seed;
    this.random = createRandom(Math.trunc(seed));
    return before;
  }

  /** Ends up all streams. */
  end(): Promise<void> {
    return this.streams.end();
  }
}
