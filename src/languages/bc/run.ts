/** Runs programs of bc. */
import { LimitError } from '../../os/limits.ts';
import type { Process } from '../../os/process.ts';
import { bessel, functions } from './mathematics.ts';
import {
  add,
  BcError,
  compare,
  type Decimal,
  decimal,
  divide,
  lengthOf,
  multiply,
  negate,
  one,
  parseDecimal,
  power,
  printDecimal,
  remainder,
  squareRoot,
  subtract,
  whole,
  zero,
} from './number.ts';
import { BcParser, BcSyntaxError, type Definition, type Expression, type Local, type Place, type Statement } from './parse.ts';

/** Calls inside each other. */
const CALL_DEPTH = 500;
/** Elements of all arrays together. */
const ELEMENTS = 100_000;
/** Columns after which a long number goes on in the next line, without the backslash. */
const LINE = 68;

/** An array: its elements by their index. */
type Elements = Map<string, Decimal>;

/** How a statement ended. */
type Flow = 'on' | 'break' | 'continue' | 'return' | 'quit';

const truth = (is: boolean): Decimal => (is ? one : zero);
const isTrue = ({ value }: Decimal): boolean => value !== 0n;

/** A run, which keeps its variables from one program text to the next. */
export class Calculator {
  readonly #process: Process;
  readonly #hasLibrary: boolean;
  readonly #functions = new Map<string, Definition>();
  readonly #variables = new Map<string, Decimal>();
  readonly #arrays = new Map<string, Elements>();
  #elements = 0;
  #depth = 0;
  #returned = zero;
  #scale: number;
  #ibase = 10;
  #obase = 10;
  #last = zero;
  /** Columns of the line that is being written. */
  #column = 0;

  /** With the library of `-l` there are e, l, s, c, a and j, and 20 digits after the point. */
  constructor(process: Process, hasLibrary: boolean) {
    this.#process = process;
    this.#hasLibrary = hasLibrary;
    this.#scale = hasLibrary ? 20 : 0;
  }

  /** Runs a text; false once it has quit. What is wrong is told, by the name of the text, and the rest goes on. */
  async run(source: string, name: string): Promise<boolean> {
    let parser: BcParser;
    try {
      parser = new BcParser(source);
    } catch (error) {
      await this.#tell(error, name);
      return true;
    }
    for (;;) {
      try {
        const next = parser.next();
        if (next === undefined) return true;
        if ('body' in next) this.#functions.set(next.name, next);
        else for (const statement of next) if ((await this.#do(statement)) === 'quit') return false;
      } catch (error) {
        await this.#tell(error, name);
        if (error instanceof BcSyntaxError) parser.skipLine();
        this.#depth = 0;
      }
    }
  }

  async #tell(error: unknown, name: string): Promise<void> {
    const { stderr } = this.#process;
    if (error instanceof BcSyntaxError) await stderr.write(`${name} ${error.line}: syntax error\n`);
    else if (error instanceof BcError) await stderr.write(`Runtime error (func=(main)): ${error.message}\n`);
    else throw error;
  }

  async #write(text: string): Promise<void> {
    this.#column = text.endsWith('\n') ? 0 : this.#column + text.length;
    await this.#process.stdout.write(text);
  }

  /** A number, broken after 68 digits with a backslash. */
  async #number(value: Decimal): Promise<void> {
    const text = printDecimal(value, this.#obase);
    const lines: string[] = [];
    for (let at = 0, room = LINE - this.#column; at < text.length; at += room, room = LINE) lines.push(text.slice(at, at + room));
    await this.#write(lines.join('\\\n'));
  }

  async #do(statement: Statement): Promise<Flow> {
    const pause = this.#process.pace();
    if (pause) await pause;
    switch (statement.kind) {
      case 'expression': {
        const value = await this.#value(statement.expression);
        if (statement.expression.kind === 'assign') return 'on';
        await this.#number(value);
        await this.#write('\n');
        this.#last = value;
        return 'on';
      }
      case 'print':
        for (const item of statement.items) {
          if (typeof item === 'string') await this.#write(item);
          else {
            this.#last = await this.#value(item);
            await this.#number(this.#last);
          }
        }
        return 'on';
      case 'block':
        return this.#all(statement.body);
      case 'if': {
        const branch = isTrue(await this.#value(statement.condition)) ? statement.then : statement.otherwise;
        return branch ? this.#do(branch) : 'on';
      }
      case 'for':
        return this.#loop(statement);
      case 'return':
        this.#returned = statement.value ? await this.#value(statement.value) : zero;
        return 'return';
      case 'nothing':
        return 'on';
      default:
        return statement.kind;
    }
  }

  async #all(body: readonly Statement[]): Promise<Flow> {
    for (const statement of body) {
      const flow = await this.#do(statement);
      if (flow !== 'on') return flow;
    }
    return 'on';
  }

  async #loop({ start, condition, update, body }: Extract<Statement, { readonly kind: 'for' }>): Promise<Flow> {
    if (start) await this.#value(start);
    while (!condition || isTrue(await this.#value(condition))) {
      const pause = this.#process.pace();
      if (pause) await pause;
      const flow = await this.#do(body);
      if (flow === 'break') break;
      if (flow === 'return' || flow === 'quit') return flow;
      if (update) await this.#value(update);
    }
    return 'on';
  }

  async #value(expression: Expression): Promise<Decimal> {
    switch (expression.kind) {
      case 'number':
        return parseDecimal(expression.text, this.#ibase);
      case 'variable':
      case 'element':
        return this.#get(expression);
      case 'array':
        throw new BcError('an array is no number');
      case 'group':
        return this.#value(expression.inner);
      case 'negate':
        return negate(await this.#value(expression.operand));
      case 'not':
        return truth(!isTrue(await this.#value(expression.operand)));
      case 'binary':
        return this.#binary(expression);
      case 'assign': {
        const value = await this.#value(expression.value);
        const { operator, place } = expression;
        return this.#set(place, operator === '=' ? value : this.#calculate(operator.charAt(0), await this.#get(place), value));
      }
      case 'step': {
        const before = await this.#get(expression.place);
        const after = await this.#set(expression.place, add(before, decimal(BigInt(expression.by))));
        return expression.isPrefix ? after : before;
      }
      case 'call':
        return this.#call(expression.name, expression.args);
    }
  }

  async #binary({ operator, left, right }: Extract<Expression, { readonly kind: 'binary' }>): Promise<Decimal> {
    // GNU's bc evaluates both sides of && and ||.
    const [a, b] = [await this.#value(left), await this.#value(right)];
    switch (operator) {
      case '&&':
        return truth(isTrue(a) && isTrue(b));
      case '||':
        return truth(isTrue(a) || isTrue(b));
      case '==':
        return truth(compare(a, b) === 0);
      case '!=':
        return truth(compare(a, b) !== 0);
      case '<':
        return truth(compare(a, b) < 0);
      case '<=':
        return truth(compare(a, b) <= 0);
      case '>':
        return truth(compare(a, b) > 0);
      case '>=':
        return truth(compare(a, b) >= 0);
      default:
        return this.#calculate(operator, a, b);
    }
  }

  #calculate(operator: string, a: Decimal, b: Decimal): Decimal {
    switch (operator) {
      case '+':
        return add(a, b);
      case '-':
        return subtract(a, b);
      case '*':
        return multiply(a, b, this.#scale);
      case '/':
        return divide(a, b, this.#scale);
      case '%':
        return remainder(a, b, this.#scale);
      default:
        return power(a, b, this.#scale);
    }
  }

  #array(name: string): Elements {
    let found = this.#arrays.get(name);
    if (!found) {
      found = new Map();
      this.#arrays.set(name, found);
    }
    return found;
  }

  async #index(expression: Expression): Promise<string> {
    const index = whole(await this.#value(expression));
    if (index < 0n || index > 16_777_215n) throw new BcError('Array index out of bounds');
    return index.toString();
  }

  async #get(place: Place): Promise<Decimal> {
    if (place.kind === 'element') return this.#array(place.name).get(await this.#index(place.index)) ?? zero;
    switch (place.name) {
      case 'scale':
        return decimal(BigInt(this.#scale));
      case 'ibase':
        return decimal(BigInt(this.#ibase));
      case 'obase':
        return decimal(BigInt(this.#obase));
      case 'last':
        return this.#last;
      default:
        return this.#variables.get(place.name) ?? zero;
    }
  }

  async #set(place: Place, value: Decimal): Promise<Decimal> {
    if (place.kind === 'element') {
      const index = await this.#index(place.index);
      const elements = this.#array(place.name);
      if (!elements.has(index) && ++this.#elements > ELEMENTS) throw new LimitError('array elements', ELEMENTS);
      elements.set(index, value);
      return value;
    }
    const between = (low: number, high: number): number => Math.max(low, Math.min(high, Number(whole(value))));
    switch (place.name) {
      case 'scale':
        this.#scale = between(0, 50_000);
        break;
      case 'ibase':
        this.#ibase = between(2, 16);
        break;
      case 'obase':
        this.#obase = between(2, 999_999_999);
        break;
      case 'last':
        this.#last = value;
        break;
      default:
        this.#variables.set(place.name, value);
    }
    return value;
  }

  async #call(name: string, args: readonly Expression[]): Promise<Decimal> {
    const definition = this.#functions.get(name);
    if (definition) return this.#invoke(definition, args);
    const [first] = args;
    if (!first || args.length > 2) throw new BcError(`Function ${name} not defined.`);
    if (name === 'length' && first.kind === 'array') return decimal(BigInt(this.#array(first.name).size));
    const value = await this.#value(first);
    if (name === 'length') return decimal(BigInt(lengthOf(value)));
    if (name === 'scale') return decimal(BigInt(value.scale));
    if (name === 'sqrt') return squareRoot(value, this.#scale);
    const apply = this.#hasLibrary && args.length === 1 ? functions[name] : undefined;
    if (apply) return apply(value, this.#scale);
    if (this.#hasLibrary && name === 'j' && args[1]) return bessel(whole(value), await this.#value(args[1]), this.#scale);
    throw new BcError(`Function ${name} not defined.`);
  }

  /** Parameters and locals hide what has their names, and give it back at the end. */
  async #invoke({ name, parameters, locals, body }: Definition, args: readonly Expression[]): Promise<Decimal> {
    if (args.length !== parameters.length) throw new BcError(`Parameter number mismatch in ${name}`);
    if (this.#depth >= CALL_DEPTH) throw new LimitError('calls inside each other', CALL_DEPTH);
    const given: (Decimal | Elements)[] = [];
    for (const argument of args) given.push(argument.kind === 'array' ? new Map(this.#array(argument.name)) : await this.#value(argument));
    const hidden = [...parameters, ...locals].map(({ name: local, isArray }) => ({
      local,
      isArray,
      value: this.#variables.get(local),
      elements: this.#arrays.get(local),
    }));
    for (const local of locals) this.#bind(local, local.isArray ? new Map() : zero);
    for (const [at, parameter] of parameters.entries()) this.#bind(parameter, given[at] ?? zero);
    this.#depth++;
    this.#returned = zero;
    try {
      const flow = await this.#all(body);
      return flow === 'return' ? this.#returned : zero;
    } finally {
      this.#depth--;
      for (const { local, isArray, value, elements } of hidden) {
        if (isArray) restore(this.#arrays, local, elements);
        else restore(this.#variables, local, value);
      }
    }
  }

  #bind({ name, isArray }: Local, value: Decimal | Elements): void {
    if (isArray) this.#arrays.set(name, value instanceof Map ? value : new Map());
    else this.#variables.set(name, value instanceof Map ? zero : value);
  }
}

const restore = <T>(map: Map<string, T>, name: string, value: T | undefined): void => {
  if (value === undefined) map.delete(name);
  else map.set(name, value);
};
