/** Runs a sed script over its input: cycles, pattern space and hold space. */
import { LimitError, TEXT_LENGTH } from '../../os/limits.ts';
import type { Process } from '../../os/process.ts';
import type { LineInput } from './input.ts';
import { Appends, list, type Output, type Outputs } from './output.ts';
import type { Command, Program, Substitution } from './program.ts';
import { Selector } from './selector.ts';
import { substitute } from './substitute.ts';

const bounded = (space: string): string => {
  if (space.length > TEXT_LENGTH) throw new LimitError('pattern space', TEXT_LENGTH);
  return space;
};

/** How the cycles of a script go. */
export interface CycleRules {
  /** Pattern spaces are not printed by themselves. */
  readonly quiet: boolean;
  /** Where `l` breaks lines. */
  readonly lineLength: number;
  readonly newline: string;
  /** Where output goes that names no file; with `-i` it changes from file to file. */
  output(): Output;
}

/** What a command does to the cycle: goes to another command, or ends it. */
type Step = number | 'end' | 'delete' | 'restart' | 'quit' | 'quitSilently';

/** One run of a script. */
export class Interpreter {
  readonly #process: Process;
  readonly #program: Program;
  readonly #input: LineInput;
  readonly #outputs: Outputs;
  readonly #rules: CycleRules;
  readonly #selector: Selector;
  readonly #appends: Appends;
  #pattern = '';
  #hold = '';
  /** Whether the pattern space, and the hold space, end in a newline that was read. */
  #terminated = true;
  #holdTerminated = true;
  #replaced = false;
  #status = 0;

  constructor(process: Process, program: Program, input: LineInput, outputs: Outputs, rules: CycleRules) {
    this.#process = process;
    this.#program = program;
    this.#input = input;
    this.#outputs = outputs;
    this.#rules = rules;
    this.#selector = new Selector(program, input);
    this.#appends = new Appends(process, outputs);
  }

  /** Resolves to the exit status that the script asked for. */
  async run(): Promise<number> {
    let keeps = false;
    while (keeps || (await this.#read())) {
      const step = await this.#cycle();
      if (step === 'quitSilently') break;
      if (step !== 'delete' && step !== 'restart' && !this.#rules.quiet) await this.#print(this.#pattern);
      await this.#appends.flush(this.#rules.output());
      if (step === 'quit') break;
      keeps = step === 'restart';
    }
    return this.#status;
  }

  /** Takes the next line into the pattern space; false at the end. */
  async #read(): Promise<boolean> {
    const line = await this.#input.next();
    if (!line) return false;
    this.#pattern = line.text;
    this.#terminated = line.terminated;
    this.#replaced = false;
    return true;
  }

  /** Runs the script once. */
  async #cycle(): Promise<Step> {
    const { commands } = this.#program;
    for (let at = 0; at < commands.length; ) {
      const command = commands[at];
      if (!command) break;
      const pause = this.#process.pace();
      if (pause) await pause;
      if (this.#selector.selects(at, this.#pattern) === command.negated) {
        at = command.action.name === '{' ? command.action.end : at + 1;
        continue;
      }
      const step = this.#execute(command, at);
      const result = step instanceof Promise ? await step : step;
      if (typeof result === 'string') return result;
      at = result;
    }
    return 'end';
  }

  #execute({ action, negated }: Command, at: number): Step | Promise<Step> {
    const next = at + 1;
    switch (action.name) {
      case '{':
      case 'nothing':
        return next;
      case 'a':
        this.#appends.text(action.text);
        return next;
      case 'r':
        this.#appends.file(action.path);
        return next;
      case 'b':
        return action.target;
      case 'd':
        return 'delete';
      case 'g':
        this.#pattern = this.#hold;
        this.#terminated = this.#holdTerminated;
        return next;
      case 'h':
        this.#hold = this.#pattern;
        this.#holdTerminated = this.#terminated;
        return next;
      case 'G':
        this.#pattern = bounded(`${this.#pattern}${this.#rules.newline}${this.#hold}`);
        this.#terminated = this.#holdTerminated;
        return next;
      case 'H':
        this.#hold = bounded(`${this.#hold}${this.#rules.newline}${this.#pattern}`);
        this.#holdTerminated = this.#terminated;
        return next;
      case 'x':
        [this.#pattern, this.#hold] = [this.#hold, this.#pattern];
        [this.#terminated, this.#holdTerminated] = [this.#holdTerminated, this.#terminated];
        return next;
      case 'z':
        this.#pattern = '';
        return next;
      case 'y':
        this.#pattern = Array.from(this.#pattern, (character) => action.map.get(character) ?? character).join('');
        return next;
      case 'D':
        return this.#deleteFirstLine();
      case 't':
      case 'T': {
        const jumps = this.#replaced === (action.name === 't');
        this.#replaced = false;
        return jumps ? action.target : next;
      }
      case 'q':
      case 'Q':
        this.#status = action.value ?? 0;
        this.#terminated = true;
        return action.name === 'q' ? 'quit' : 'quitSilently';
      case 'c':
        return this.#change(action.text, !negated && this.#selector.isOpen(at));
      case 'n':
      case 'N':
        return this.#next(action.name === 'N', next);
      case 's':
        return this.#substitute(action, next);
      default:
        return this.#write(action, next);
    }
  }

  /** The commands that only write. */
  async #write(action: Command['action'], next: number): Promise<Step> {
    const out = this.#rules.output();
    const firstLine = this.#pattern.split(this.#rules.newline, 1)[0] ?? '';
    switch (action.name) {
      case 'p':
        await this.#print(this.#pattern);
        break;
      case 'P':
        await out.line(firstLine);
        break;
      case 'i':
        await out.text(action.text);
        break;
      case '=':
        await out.text(`${this.#input.number}\n`);
        break;
      case 'F':
        await out.text(`${this.#input.current?.file.name || '-'}\n`);
        break;
      case 'l':
        await out.text(`${list(this.#pattern, action.value ?? this.#rules.lineLength)}\n`);
        break;
      case 'w':
        await this.#outputs.file(action.path).line(this.#pattern, this.#terminated);
        break;
      case 'W':
        await this.#outputs.file(action.path).line(firstLine);
        break;
      case 'R':
        await this.#appends.lineOf(action.path);
        break;
    }
    return next;
  }

  async #print(text: string): Promise<void> {
    await this.#rules.output().line(text, this.#terminated);
  }

  #deleteFirstLine(): Step {
    const end = this.#pattern.indexOf(this.#rules.newline);
    if (end < 0) return 'delete';
    this.#pattern = this.#pattern.slice(end + 1);
    return 'restart';
  }

  async #change(text: string, goesOn: boolean): Promise<Step> {
    if (!goesOn) await this.#rules.output().text(text);
    return 'delete';
  }

  /** `n` and `N`: without a next line the script ends here. */
  async #next(appends: boolean, next: number): Promise<Step> {
    if (this.#input.isOver) return 'quit';
    if (!appends && !this.#rules.quiet) await this.#print(this.#pattern);
    await this.#appends.flush(this.#rules.output());
    const line = await this.#input.next();
    this.#pattern = appends ? bounded(`${this.#pattern}${this.#rules.newline}${line?.text ?? ''}`) : (line?.text ?? '');
    this.#terminated = line?.terminated ?? true;
    return next;
  }

  #substitute(action: Substitution, next: number): Step | Promise<Step> {
    const result = substitute(this.#pattern, this.#selector.regex(action.pattern), action);
    if (result === undefined) return next;
    this.#pattern = bounded(result);
    this.#replaced = true;
    return action.print || action.path !== undefined ? this.#report(action, next) : next;
  }

  async #report({ print, path }: Substitution, next: number): Promise<Step> {
    if (print) await this.#print(this.#pattern);
    if (path !== undefined) await this.#outputs.file(path).line(this.#pattern, this.#terminated);
    return next;
  }
}
