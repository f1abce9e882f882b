/** The shell as its builtins see it, over the context in which one was called. */
import { CommandError } from '../os/failure.ts';
import type { Attribute, JobView, Meaning, ShellPort } from '../os/shell-port.ts';
import { quote } from '../syntax/quote.ts';
import type { ArithmeticVariables } from './arithmetic.ts';
import { readArray } from './assignment.ts';
import { type Context, deeper } from './context.ts';
import { Break, Continue, Exit, Return, ShellFault } from './control.ts';
import { evaluateIn } from './expand.ts';
import { meaningsOf } from './meaning.ts';
import { arithmeticVariables, elementValue, lineNumber, parameterValue, setVariable, subscriptText, variableOf } from './special.ts';
import type { ShellState } from './state.ts';
import { raise, untilReturn } from './traps.ts';
import { type Entry, readElement, type Variables } from './variables.ts';

/** A fault as a builtin's own failure: it is told under the builtin's name, and the line goes on. */
const asFailure = <T>(act: () => T): T => {
  try {
    return act();
  } catch (error) {
    if (error instanceof ShellFault) throw new CommandError(error.message);
    throw error;
  }
};

/** Implements ShellPort. */
export class Port implements ShellPort {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  get #state(): ShellState {
    return this.#context.state;
  }
  get #variables(): Variables {
    return this.#context.state.variables;
  }

  get cwd(): string {
    return this.#state.cwd;
  }
  changeDirectory(path: string): void {
    this.#variables.set('OLDPWD', this.#state.cwd);
    this.#variables.set('PWD', path);
    this.#state.cwd = path;
  }

  get directoryStack(): readonly string[] {
    return this.#state.directoryStack;
  }
  set directoryStack(directories: readonly string[]) {
    this.#state.directoryStack = directories;
  }

  get variables() {
    return this.#variables.all;
  }
  get #arithmetic(): ArithmeticVariables {
    return arithmeticVariables(this.#context);
  }
  get(name: string): string | undefined {
    const element = readElement(name);
    if (!element) return parameterValue(name, this.#context);
    return elementValue(element.name, subscriptText(element.subscript, this.#context), this.#context, this.#arithmetic);
  }
  /** The name and the text in the brackets, if it has any. */
  #reference(text: string): readonly [string, string | undefined] {
    const element = readElement(text);
    return element ? [element.name, subscriptText(element.subscript, this.#context)] : [text, undefined];
  }
  set(name: string, value: string): void {
    const [base, subscript] = this.#reference(name);
    asFailure(() => setVariable(base, value, this.#context, subscript, this.#arithmetic));
  }
  append(name: string, value: string): void {
    const [base, subscript] = this.#reference(name);
    asFailure(() => this.#variables.append(base, value, subscript, this.#arithmetic));
  }
  unset(name: string): void {
    const [written, brackets] = this.#reference(name);
    // What a reference leads to is unset.
    const target = this.#variables.resolve(written);
    const base = target.name;
    const subscript = brackets ?? target.subscript;
    if (this.#variables.find(base)?.readonly) throw new CommandError(`${base}: cannot unset: readonly variable`);
    asFailure(() =>
      subscript === undefined ? this.#variables.unset(base) : this.#variables.unsetElement(base, subscript, this.#arithmetic),
    );
  }
  setArray(name: string, values: readonly string[], from?: number): void {
    const entry = (value: string, i: number): Entry => ({
      subscript: from === undefined ? undefined : String(from + i),
      append: false,
      value,
    });
    asFailure(() => {
      this.#variables.mark(this.#variables.resolve(name).name, 'indexed', true);
      this.#variables.assign(name, values.map(entry), from !== undefined);
    });
  }
  async assignArray(operand: string): Promise<boolean> {
    const array = this.#context.arrays?.get(operand) ?? (await readArray(operand, this.#context));
    if (!array) return false;
    asFailure(() => this.#variables.assign(array.name, array.entries, array.append, this.#arithmetic));
    return true;
  }
  async declaration(name: string): Promise<string | undefined> {
    const { spellDeclaration } = await import('./declaration.ts');
    const variable = this.#variables.all.get(name) ?? variableOf(name, this.#context);
    return variable && spellDeclaration(name, variable);
  }
  async assignment(name: string): Promise<string | undefined> {
    const { spellAssignment } = await import('./declaration.ts');
    const variable = this.#variables.all.get(name);
    return variable && spellAssignment(name, variable);
  }
  mark(name: string, attribute: Attribute, on: boolean): void {
    asFailure(() => this.#variables.mark(name, attribute, on));
  }
  global(name: string, act: () => Promise<void>): Promise<void> {
    return this.#variables.global(name, act);
  }
  local(name: string, value: string | undefined): boolean {
    return asFailure(() => this.#variables.local(name, value));
  }

  get aliases() {
    return this.#state.aliases;
  }
  get functions(): ReadonlyMap<string, unknown> {
    return this.#state.functions;
  }
  async functionText(name: string): Promise<string> {
    const { layOut } = await import('./layout.ts');
    const body = this.#state.functions.get(name);
    return body ? layOut(body) : '';
  }
  unsetFunction(name: string): void {
    this.#state.functions.delete(name);
  }
  get options() {
    return this.#state.options;
  }
  get traps(): ReadonlyMap<string, string> {
    return this.#state.traps;
  }
  get arguments(): readonly string[] {
    return this.#state.positional;
  }
  set arguments(values: readonly string[]) {
    this.#state.positional = values;
  }
  get umask(): number {
    return this.#state.umask;
  }
  set umask(mask: number) {
    this.#state.umask = mask;
  }
  get optionOffset(): number {
    return this.#state.optionOffset;
  }
  set optionOffset(offset: number) {
    this.#state.optionOffset = offset;
  }

  get jobs(): readonly JobView[] {
    return this.#state.jobs.list;
  }
  findJob(spec: string): JobView | undefined {
    return this.#state.jobs.find(spec);
  }
  forgetJob(job: JobView): void {
    this.#state.jobs.remove(job);
  }

  meanings(name: string): readonly Meaning[] {
    return meaningsOf(name, this.#context);
  }
  quote(text: string): string {
    return quote(text);
  }
  arithmetic(text: string): bigint {
    return asFailure(() => evaluateIn(text, this.#context));
  }
  call(argv: readonly string[]): Promise<number> {
    return this.#context.runtime.runner.call(argv, this.#context, false);
  }
  evaluate(source: string): Promise<number> {
    return this.#evaluate(source);
  }
  async #evaluate(source: string): Promise<number> {
    await this.#context.job.pace();
    return this.#context.runtime.runner.source(source, deeper(this.#context));
  }
  async source(text: string, args: readonly string[], file: string): Promise<number> {
    const state = this.#state;
    const { positional } = state;
    const outer = this.#context;
    const frame = { name: 'source', file, line: lineNumber(outer) };
    const inner = { ...deeper(outer), calls: outer.calls + 1, frames: [frame, ...outer.frames] };
    await outer.job.pace();
    if (args.length > 0) state.positional = args;
    try {
      return await untilReturn(() => inner.runtime.runner.source(text, inner), inner);
    } finally {
      // A `set` in it has replaced them for good.
      if (args.length > 0 && state.positional === args) state.positional = positional;
    }
  }
  raise(signal: string): Promise<void> {
    return raise(signal, this.#context);
  }
  signalShell(signal: string): void {
    this.#context.runtime.pending.push(signal);
  }
  get isSubshell(): boolean {
    return this.#context.subshells > 0;
  }
  get outerTraps(): ReadonlyMap<string, string> | undefined {
    return this.#state.outerTraps;
  }
  setTrap(condition: string, action: string | undefined): void {
    this.#state.outerTraps = undefined;
    if (action === undefined) this.#state.traps.delete(condition);
    else this.#state.traps.set(condition, action);
  }

  break(levels: number, status = 0): never {
    throw new Break(levels, status);
  }
  continue(levels: number): never {
    throw new Continue(levels);
  }
  return(status: number): never {
    throw new Return(status);
  }
  exit(status: number): never {
    throw new Exit(status);
  }
  get loopDepth(): number {
    return this.#context.loops;
  }
  get callDepth(): number {
    return this.#context.calls;
  }
  get inFunction(): boolean {
    return this.#variables.isScoped;
  }
  get status(): number {
    return this.#context.trapStatus ?? this.#state.status;
  }
  get history() {
    return this.#context.runtime.history;
  }
}
