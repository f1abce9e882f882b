/** The tests' front door: a line in, its whole standard output, standard error and status out. */
import type { Resume } from '../data/types.ts';
import { createMachine, type Machine } from '../src/app/machine.ts';
import { openHistory } from '../src/app/store/history.ts';
import type { Host } from '../src/os/host.ts';
import { createBuffer, emptyReader, textReader } from '../src/os/stream.ts';
import { fixture } from './fixtures/resume.ts';
import { testHost } from './host.ts';

/** What a line did. */
export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
}

/** How a shell for a test differs from the usual. */
export interface ShellOptions {
  readonly resume?: Resume;
  readonly host?: Partial<Host>;
  readonly interactive?: boolean;
}

/** A shell whose state lasts from line to line. */
export interface Shell {
  readonly machine: Machine;
  run(line: string, stdin?: string): Promise<Outcome>;
  /** As `run`, but standard output is a terminal of so many columns: what is printed, without its looks. */
  show(line: string, columns: number): Promise<string>;
}

/** A new shell over the fictional résumé. */
export const createShell = ({ resume = fixture, host: changes = {}, interactive = false }: ShellOptions = {}): Shell => {
  const host = testHost(changes);
  const machine = createMachine({
    resume,
    host,
    history: openHistory(host),
    exhibits: resume.systems.map(({ slug }) => slug),
    interactive,
  });
  const run = async (line: string, stdin?: string): Promise<Outcome> => {
    const stdout = createBuffer();
    const stderr = createBuffer();
    const job = machine.session.run(line, { stdin: stdin === undefined ? emptyReader : textReader(stdin), stdout, stderr });
    const status = await job.finished;
    return { stdout: stdout.text(), stderr: stderr.text(), status };
  };
  const show = async (line: string, columns: number): Promise<string> => {
    const screen = { ...createBuffer(), isTty: true, columns };
    await machine.session.run(line, { stdin: emptyReader, stdout: screen, stderr: screen }).finished;
    return screen.text();
  };
  return { machine, run, show };
};

/** Runs one line in a new shell. */
export const run = (line: string, options: ShellOptions = {}): Promise<Outcome> => createShell(options).run(line);
