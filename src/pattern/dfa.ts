/** Tells whether a compiled pattern matches at all, by an automaton whose states are built as texts ask for them. */
import { type CharKind, EDGE, holds, kindBefore, kindOf, OTHER } from './assertion.ts';
import type { StepCount } from './limits.ts';
import { consumes, type Program } from './program.ts';

/** How many transitions are kept, a large state's counting as several; beyond it they are forgotten, then built anew. */
const MAX_TRANSITIONS = 10_000;

/** A set of instructions, each just after one that consumed, with the kind of the character before. */
interface State {
  readonly pcs: readonly number[];
  readonly before: CharKind;
  readonly ascii: (State | undefined)[];
  readonly wide: Map<number, State>;
  /** Whether a text that ends here matches; undefined until asked. */
  atEnd: boolean | undefined;
}

/** Answers for any number of texts, ever faster. */
export class Dfa {
  private readonly program: Program;
  private readonly states = new Map<string, State>();
  private readonly matched: State;
  private transitions = 0;

  constructor(program: Program) {
    this.program = program;
    this.matched = newState([], EDGE);
  }

  /** Whether there is a match that starts at or after `from`. */
  test(text: string, from: number, steps: StepCount): boolean {
    let state = this.state([], this.program.asserts ? kindBefore(text, from) : OTHER);
    for (let at = from; at < text.length; at++) {
      let code = text.charCodeAt(at);
      if (code >= 0xd800 && code < 0xdc00) code = text.codePointAt(at) ?? code;
      if (code > 0xffff) at++;
      state = (code < 128 ? state.ascii[code] : state.wide.get(code)) ?? this.build(state, code, steps);
      if (state === this.matched) return true;
      if (state.pcs.length === 0 && this.program.anchored) return false;
    }
    state.atEnd ??= this.waiting(state, EDGE, steps) === undefined;
    return state.atEnd;
  }

  private state(pcs: readonly number[], before: CharKind): State {
    const key = `${before}:${pcs.join()}`;
    const known = this.states.get(key) ?? newState(pcs, before);
    this.states.set(key, known);
    return known;
  }

  private build(from: State, code: number, steps: StepCount): State {
    this.transitions += 1 + (from.pcs.length >> 4);
    if (this.transitions > MAX_TRANSITIONS) {
      this.transitions = 0;
      this.states.clear();
    }
    const kind = this.program.asserts ? kindOf(code) : OTHER;
    const to = this.successor(from, code, kind, steps);
    if (code < 128) from.ascii[code] = to;
    else from.wide.set(code, to);
    return to;
  }

  private successor(from: State, code: number, kind: CharKind, steps: StepCount): State {
    const waiting = this.waiting(from, kind, steps);
    if (!waiting) return this.matched;
    const pcs: number[] = [];
    for (const pc of waiting) {
      const instruction = this.program.code[pc];
      if (instruction && consumes(instruction, code, this.program.caseless, steps)) pcs.push(pc + 1);
    }
    return this.state(
      pcs.sort((a, b) => a - b),
      kind,
    );
  }

  /** The consuming instructions within reach of a state, given what comes next; undefined when a match is. */
  private waiting(state: State, after: CharKind, steps: StepCount): number[] | undefined {
    const { code } = this.program;
    const seen = new Set<number>();
    const stack = [...state.pcs, 0];
    const waiting: number[] = [];
    for (let pc = stack.pop(); pc !== undefined; pc = stack.pop()) {
      const instruction = code[pc];
      if (!instruction || seen.has(pc)) continue;
      seen.add(pc);
      switch (instruction.operation) {
        case 'match':
          return undefined;
        case 'split':
          stack.push(instruction.x, instruction.y);
          break;
        case 'jump':
          stack.push(instruction.x);
          break;
        case 'save':
        case 'progress':
          stack.push(pc + 1);
          break;
        case 'assert':
          if (instruction.assertion && holds(instruction.assertion, state.before, after)) stack.push(pc + 1);
          break;
        default:
          waiting.push(pc);
      }
    }
    steps.spend(seen.size);
    return waiting;
  }
}

function newState(pcs: readonly number[], before: CharKind): State {
  return { pcs, before, ascii: new Array(128).fill(undefined), wide: new Map(), atEnd: undefined };
}
