/** The shell as its builtins see it, over the context in which one was called. */
import { CommandError } from '../os/failure.ts';
import type { Attribute, JobView, Meaning, ShellPort } from '../os/shell-port.ts';
import { quote } from '../syntax/quote.ts';
import { type Context, deeper } from './context.ts';
import { Break, Continue, Exit, Return, ShellFault } from './control.ts';
import { evaluateIn } from './expand.ts';
import { meaningsOf } from './meaning.ts';
import { parameterValue } from './special.ts';
import type { ShellState } from './state.ts';
import type { Variables } from './variables.ts';

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
  get(name: string): string | undefined {
    return parameterValue(name, this.#context);
  }
  set(name: string, value: string): void {
    asFailure(() => this.#variables.set(name, value));
  }
  append(name: string, value: string): void {
    asFailure(() => this.#variables.append(name, value));
  }
  unset(name: string): void {
    const variable = this.#variables.all.get(name);
    if (variable?.readonly) throw new CommandError(`${name}: cannot unset: readonly variable`);
    this.#variables.unset(name);
  }
  mark(name: string, attribute: Attribute, on: boolean): void {
    this.#variables.mark(name, attribute, on);
  }
  local(name: string, value: string | undefined): boolean {
    return asFailure(() => this.#variables.local(name, value));
  }

  get aliases() {
    return this.#state.aliases;
  }
  get functions(): ReadonlyMap<string, string> {
    return new Map(
      [...this.#state.functions].map(([name, { definition, source }]) => [name, source.slice(definition.span.start, definition.span.end)]),
    );
  }
  unsetFunction(name: string): void {
    this.#state.functions.delete(name);
  }
  get options() {
    return this.#state.options;
  }
  get traps() {
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
    return this.#context.machine.runner.call(argv, this.#context, false);
  }
  evaluate(source: string): Promise<number> {
    return this.#context.machine.runner.source(source, deeper(this.#context));
  }
  async source(text: string, args: readonly string[]): Promise<number> {
    const state = this.#state;
    const positional = state.positional;
    if (args.length > 0) state.positional = args;
    try {
      const inner = deeper(this.#context);
      return await inner.machine.runner.source(text, { ...inner, calls: inner.calls + 1 });
    } catch (error) {
      if (error instanceof Return) return error.status;
      throw error;
    } finally {
      if (args.length > 0) state.positional = positional;
    }
  }

  break(levels: number): never {
    throw new Break(levels);
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
    return this.#state.status;
  }
  get history() {
    return this.#context.machine.history;
  }
}
