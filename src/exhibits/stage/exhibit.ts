/** What an exhibit is: a program for the screen and the same engine without one, made into a command. */
import { speechOf } from '../../locales/reader.ts';
import type { Sentences, Speech } from '../../locales/speech.ts';
import { defineCommand, type Example } from '../../os/command.ts';
import { UsageError } from '../../os/failure.ts';
import type { OperandTable } from '../../os/operands.ts';
import type { OptionTable, OptionValues } from '../../os/options.ts';
import type { Process } from '../../os/process.ts';
import { createBatcher } from '../../os/stream.ts';
import type { Canvas } from '../../tui/canvas.ts';
import type { HelpLink, Program } from '../../tui/program.ts';
import { runProgram } from '../../tui/run.ts';
import { saidKey } from './claims.ts';
import type { Demonstration, ExhibitCommand } from './demonstration.ts';
import { Random } from './random.ts';
import { type Act, staged } from './staged.ts';

/** The options that every exhibit has. */
const common = { seed: { long: 'seed', value: 'N', summary: 'repeat the run of this number' } } as const;

/** What an exhibit is given. */
export interface ExhibitArguments<T extends OptionTable> {
  /** The exhibit's own, and `seed` as it was given. */
  readonly options: OptionValues<T> & OptionValues<typeof common>;
  readonly operands: readonly string[];
  /** The number of this run: the same one gives the same events. */
  readonly seed: number;
  /** Chance, seeded by it. */
  readonly random: Random;
  readonly process: Process;
  /** What the owner of the real system says of it, if anything. */
  readonly claim: string | undefined;
  readonly speech: Speech;
}

/** A program that is drawn, and told aloud, in the visitor's language. */
export interface ExhibitProgram<Model, Message> extends Omit<Program<Model, Message>, 'title' | 'explains' | 'view' | 'announce'> {
  view(model: Model, canvas: Canvas<Message>, speech: Speech): void;
  announce?(model: Model, before: Model, speech: Speech): readonly string[];
}

/** The definition of an exhibit. */
export interface Exhibit<T extends OptionTable, Model, Message> {
  readonly name: string;
  /** A sentence without a full stop. */
  readonly summary: string;
  /** How it works, a paragraph each: the help screen and the manual. */
  readonly explains: readonly string[];
  readonly options: T;
  readonly operands?: OperandTable;
  readonly examples: readonly Example[];
  readonly seeAlso?: readonly string[];
  /** How the tour shows it. */
  readonly demonstration?: Demonstration;
  /** What stands on the stage; title and explanation come from the definition. */
  program(args: ExhibitArguments<T>): ExhibitProgram<Model, Message> | Act<Model, Message>;
  /** The same engine without a screen: one event a line, then a summary. */
  headless(args: ExhibitArguments<T>): Iterable<string> | AsyncIterable<string>;
}

/** Said of every exhibit. */
const caveat =
  'An illustration of publicly known techniques, simulated here: nothing in it is measured at, or taken from, an employer’s systems.' satisfies Sentences;

/** Where the help screen leads: to the job. */
const linkTo = (line: string): HelpLink => ({
  line,
  sentence: 'From the work in {0} (Enter).' satisfies Sentences,
  summary: 'read the job',
});

const seedOf = (text: string | undefined, process: Process): number => {
  if (text === undefined) return Math.floor(process.host.random() * 1_000_000);
  const seed = Number(text);
  if (text.trim() === '' || !Number.isSafeInteger(seed)) throw new UsageError(`invalid seed: '${text}'`);
  return seed;
};

const spokenBy = <Model, Message>(
  { view, announce, ...program }: ExhibitProgram<Model, Message>,
  speech: Speech,
): Omit<Program<Model, Message>, 'title' | 'explains'> => ({
  ...program,
  view: (model, canvas) => view(model, canvas, speech),
  ...(announce ? { announce: (model: Model, before: Model) => announce(model, before, speech) } : {}),
});

/** Prints a run without a screen: each line as it comes, at the reader's speed. */
const runHeadless = async (process: Process, lines: Iterable<string> | AsyncIterable<string>): Promise<void> => {
  const batch = createBatcher(process.stdout);
  for await (const line of lines) {
    await batch.put(`${line}\n`);
    await process.pace();
  }
  await batch.flush();
};

/**
 * Defines an exhibit: a command of the topic `exhibits` that a link may run. On a terminal it fills the screen; otherwise, or
 * when its output is piped, it prints the events of a run.
 */
export const defineExhibit = <const T extends OptionTable, Model, Message>(exhibit: Exhibit<T, Model, Message>): ExhibitCommand => ({
  ...defineCommand({
    name: exhibit.name,
    summary: exhibit.summary,
    topic: 'exhibits',
    options: { ...exhibit.options, ...common } as OptionTable,
    operands: exhibit.operands ?? [],
    description: [
      ...exhibit.explains,
      `It illustrates, by publicly known techniques, a system that the résumé tells of. On a terminal it fills the screen; '?' lists its keys. Piped, it prints the events of a run.`,
    ],
    examples: exhibit.examples,
    seeAlso: exhibit.seeAlso ?? [],
    section: 6,
    linkable: true,
    runsAlone: true,
    run: async (process, { options, operands }) => {
      // Both tables' options are there; their union, made above, hides it from the compiler.
      const own = options as OptionValues<T> & OptionValues<typeof common>;
      const seed = seedOf(own.seed, process);
      const speech = await speechOf(process);
      const said = process.extensions.find(saidKey)?.(exhibit.name);
      const args = {
        options: own,
        operands,
        seed,
        random: new Random(seed),
        process,
        claim: said?.claim,
        speech,
      };
      if (!process.tty || !process.stdout.isTty) return runHeadless(process, exhibit.headless(args));
      const explains = {
        paragraphs: exhibit.explains,
        ...(said ? { link: linkTo(said.line) } : {}),
        note: caveat,
        asText: `${exhibit.name} | cat`,
      };
      const act = exhibit.program(args);
      const named = { title: exhibit.name, explains };
      const isAlone = (): boolean => !process.host.reducedMotion() && process.tty?.isGuided !== true;
      const { status, followed } = await ('show' in act
        ? runProgram(process, { ...staged(act, exhibit.demonstration, isAlone, speech), ...named })
        : runProgram<Model, Message>(process, { subtitle: exhibit.summary, ...spokenBy(act, speech), ...named }));
      return followed && said ? process.spawn(said.line.split(' ')) : status;
    },
  }),
  demonstration: exhibit.demonstration,
});
