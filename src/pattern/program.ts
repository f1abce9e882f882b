/** Compiles the tree of a regular expression into the instructions that its matchers run. */
import type { Assertion } from './assertion.ts';
import { type CharSet, contains, setCost } from './charset.ts';
import { PatternError, type StepCount } from './limits.ts';
import type { RegexNode, RegexTree } from './regextree.ts';

/** How many nodes a pattern may have, its intervals written out; each comes to a few instructions at most. */
const MAX_PROGRAM = 8192;

/** How many literal characters are sought natively, where an unlucky text costs their product. */
const MAX_PREFIX = 256;

/**
 * What one instruction does. `split` goes on at `x`, and at `y` when that fails; `back` compares with group `x`;
 * `look` runs the body that follows it up to `x`; `progress` fails where its round began; the others go on at the next.
 */
export type Operation = 'char' | 'any' | 'line' | 'set' | 'split' | 'jump' | 'save' | 'progress' | 'assert' | 'back' | 'look' | 'match';

/** One instruction; which fields have a meaning depends on the operation. All have the same shape, for speed. */
export interface Instruction {
  readonly operation: Operation;
  x: number;
  y: number;
  readonly set: CharSet | undefined;
  readonly assertion: Assertion | undefined;
  readonly negated: boolean;
  readonly behind: boolean;
  /** Of a `progress` or a loop's split: the slot that holds where this round began, or -1. */
  readonly guard: number;
}

/** A compiled pattern. */
export interface Program {
  readonly code: readonly Instruction[];
  readonly groupCount: number;
  /** Length of the array that a backtracker saves positions in: groups first, then loop guards. */
  readonly slotCount: number;
  readonly backtracks: boolean;
  readonly caseless: boolean;
  /** POSIX: the longest of the leftmost matches, where Perl takes the first that it tries. */
  readonly longest: boolean;
  /** It can match at the start of the text only. */
  readonly anchored: boolean;
  readonly asserts: boolean;
  /** The literal text that each match begins with. */
  readonly prefix: string;
  /** The prefix is all there is to match. */
  readonly literal: boolean;
}

/** Compiles a tree. Throws PatternError beyond MAX_PROGRAM. */
export function compileProgram(tree: RegexTree, caseless: boolean, longest: boolean): Program {
  const compiler = new Compiler(tree, longest);
  compiler.emit(tree.root);
  compiler.add('match');
  const { code, slotCount } = compiler;
  const prefixLength = Math.min(
    MAX_PREFIX,
    code.findIndex(({ operation }) => operation !== 'char'),
  );
  return {
    code,
    groupCount: tree.groupCount,
    slotCount,
    backtracks: tree.backtracks,
    caseless,
    longest,
    anchored: code[0]?.assertion === '`',
    asserts: code.some(({ assertion }) => assertion !== undefined),
    prefix: String.fromCodePoint(...code.slice(0, prefixLength).map(({ x }) => x)),
    literal: code[prefixLength]?.operation === 'match',
  };
}

/** Whether the instruction consumes this character (folded, in a caseless program). Counts what a large set costs. */
export function consumes(instruction: Instruction, code: number, caseless: boolean, steps: StepCount): boolean {
  switch (instruction.operation) {
    case 'char':
      return instruction.x === code;
    case 'any':
      return true;
    case 'line':
      return code !== 10;
    case 'set':
      if (!instruction.set) return false;
      steps.spend(setCost(instruction.set));
      return contains(instruction.set, code, caseless);
    default:
      return false;
  }
}

/** What always consumes a character. */
const SINGLE: readonly RegexNode['kind'][] = ['char', 'any', 'set'];

class Compiler {
  readonly code: Instruction[] = [];
  slotCount: number;
  private readonly longest: boolean;
  private readonly guards: boolean;
  private visits = 0;

  constructor(tree: RegexTree, longest: boolean) {
    this.longest = longest;
    this.slotCount = 2 * (tree.groupCount + 1);
    this.guards = tree.backtracks;
  }

  /** Appends one instruction. */
  add(operation: Operation, fields: Partial<Instruction> = {}): Instruction {
    const instruction = {
      operation,
      x: 0,
      y: 0,
      set: undefined,
      assertion: undefined,
      negated: false,
      behind: false,
      guard: -1,
      ...fields,
    };
    this.code.push(instruction);
    return instruction;
  }

  /** Appends a node's instructions. */
  emit(node: RegexNode): void {
    // Counts visits, not instructions, because {1000} of nothing costs time as well.
    if (++this.visits > MAX_PROGRAM) throw new PatternError('Regular expression too big');
    switch (node.kind) {
      case 'char':
        this.add('char', { x: node.code });
        break;
      case 'any':
        this.add(node.newline ? 'any' : 'line');
        break;
      case 'set':
        this.add('set', { set: node.set });
        break;
      case 'assert':
        this.add('assert', { assertion: node.assertion });
        break;
      case 'back':
        this.add('back', { x: node.index });
        break;
      case 'keep':
        this.add('save');
        break;
      case 'sequence':
        for (const part of node.parts) this.emit(part);
        break;
      case 'choice':
        this.choice(node.options);
        break;
      case 'group':
        this.add('save', { x: 2 * node.index });
        this.emit(node.body);
        this.add('save', { x: 2 * node.index + 1 });
        break;
      case 'look':
        this.look(node);
        break;
      case 'repeat':
        this.repeat(node);
    }
  }

  private choice(options: readonly RegexNode[]): void {
    const exits = options.map((option, i) => {
      const split = i + 1 < options.length ? this.add('split', { x: this.code.length + 1 }) : undefined;
      this.emit(option);
      const exit = split && this.add('jump');
      if (split) split.y = this.code.length;
      return exit;
    });
    for (const exit of exits) if (exit) exit.x = this.code.length;
  }

  private look({ body, negated, behind }: RegexNode & { kind: 'look' }): void {
    const look = this.add('look', { negated, behind });
    this.emit(body);
    this.add('match');
    look.x = this.code.length;
  }

  private repeat({ body, min, max, greedy }: RegexNode & { kind: 'repeat' }): void {
    if (max === Number.POSITIVE_INFINITY) {
      for (let i = 1; i < min; i++) this.emit(body);
      this.loop(body, min === 0, greedy);
      return;
    }
    for (let i = 0; i < min; i++) this.emit(body);
    const splits: (readonly [Instruction, number])[] = [];
    for (let i = min; i < max; i++) {
      splits.push([this.add('split'), this.code.length]);
      this.round(body, i > 0);
    }
    for (const [split, enter] of splits) link(split, enter, this.code.length, greedy);
  }

  /** The body; if `useful`, a round that consumes nothing fails, so that `(a?){1,2}` keeps the "a" as glibc does. */
  private round(body: RegexNode, useful: boolean): void {
    const guard = useful && this.longest && !SINGLE.includes(body.kind) ? this.slotCount++ : -1;
    if (guard >= 0) this.add('save', { x: guard });
    this.emit(body);
    if (guard >= 0) this.add('progress', { guard });
  }

  /** One or more of the body, or none if `optional`: the second test, not a jump to the first, ends a loop over nothing. */
  private loop(body: RegexNode, optional: boolean, greedy: boolean): void {
    const skip = optional ? this.add('split') : undefined;
    const start = this.code.length;
    const guard = this.guards ? this.slotCount++ : -1;
    if (guard >= 0) this.add('save', { x: guard });
    this.emit(body);
    link(this.add('split', { guard }), start, this.code.length, greedy);
    if (skip) link(skip, start, this.code.length, greedy);
  }
}

function link(split: Instruction, enter: number, leave: number, greedy: boolean): void {
  split.x = greedy ? enter : leave;
  split.y = greedy ? leave : enter;
}
