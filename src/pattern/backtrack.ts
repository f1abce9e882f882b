/** Matches what only backtracking can: back references, look-around; each step is counted. */
import { holds, kindAfter, kindBefore } from './assertion.ts';
import type { StepCount } from './limits.ts';
import type { Slots } from './pike.ts';
import { consumes, type Instruction, type Program } from './program.ts';

/** The first match at or after `from`: POSIX's longest at the leftmost place, or Perl's first. */
export function backtrackMatch(program: Program, text: string, from: number, steps: StepCount): Slots | undefined {
  for (let at = from; at <= text.length; at++) {
    at = text.indexOf(program.prefix, at);
    if (at < 0 || (program.anchored && at > 0)) return undefined;
    const slots = new Backtracker(program, text, steps).matchAt(at);
    if (slots) return slots;
  }
  return undefined;
}

/** One way through the program, as far as it has come. The slots are never changed in place. */
interface Way {
  readonly pc: number;
  readonly at: number;
  readonly slots: Slots;
}

class Backtracker {
  private readonly program: Program;
  private readonly text: string;
  private readonly steps: StepCount;

  constructor(program: Program, text: string, steps: StepCount) {
    this.program = program;
    this.text = text;
    this.steps = steps;
  }

  /** The match that starts here. */
  matchAt(at: number): Slots | undefined {
    const slots: Slots = new Array(this.program.slotCount).fill(-1);
    let best: Way | undefined;
    this.search({ pc: 0, at, slots: slots.with(0, at) }, (way) => {
      if (!best || way.at > best.at) best = way;
      return !this.program.longest || way.at === this.text.length;
    });
    return best?.slots.with(1, best.at);
  }

  /** Tries the ways on from here in order of preference, until one leads to a `match` that `accept` takes. */
  private search(from: Way, accept: (way: Way) => boolean): Way | undefined {
    const choices = [from];
    for (let choice = choices.pop(); choice; choice = choices.pop()) {
      const way = this.follow(choice, choices);
      if (way && accept(way)) return way;
    }
    return undefined;
  }

  /** Follows one way to its `match`, leaving the other choices that it passes; undefined when it fails. */
  private follow({ pc, at, slots }: Way, choices: Way[]): Way | undefined {
    const { code } = this.program;
    for (;;) {
      const instruction = code[pc];
      this.steps.spend(1);
      if (!instruction || instruction.operation === 'match') return { pc, at, slots };
      switch (instruction.operation) {
        case 'jump':
          pc = instruction.x;
          break;
        case 'split': {
          // A round of a loop that consumed nothing is the last.
          const isIdle = instruction.guard >= 0 && slots[instruction.guard] === at;
          if (!isIdle) choices.push({ pc: instruction.y, at, slots });
          pc = isIdle ? pc + 1 : instruction.x;
          break;
        }
        case 'save':
          this.steps.spend(slots.length >> 3);
          slots = slots.with(instruction.x, at);
          pc++;
          break;
        case 'look': {
          const inner = this.look(instruction, { pc: pc + 1, at, slots });
          if ((inner === undefined) !== instruction.negated) return undefined;
          slots = inner?.slots ?? slots;
          pc = instruction.x;
          break;
        }
        default: {
          const width = this.width(instruction, at, slots);
          if (width < 0) return undefined;
          at += width;
          pc++;
        }
      }
    }
  }

  /** How much of the text the instruction passes over, -1 when it fails. */
  private width(instruction: Instruction, at: number, slots: Slots): number {
    const { program, text } = this;
    if (instruction.assertion) return holds(instruction.assertion, kindBefore(text, at), kindAfter(text, at)) ? 0 : -1;
    if (instruction.operation === 'back') {
      const [start = -1, end = -1] = slots.slice(2 * instruction.x, 2 * instruction.x + 2);
      this.steps.spend((end - start) >> 4);
      return end >= 0 && text.startsWith(text.slice(start, end), at) ? end - start : -1;
    }
    if (instruction.operation === 'progress') return slots[instruction.guard] === at ? -1 : 0;
    const code = text.codePointAt(at);
    if (code === undefined || !consumes(instruction, code, program.caseless, this.steps)) return -1;
    return code > 0xffff ? 2 : 1;
  }

  /** The way through the body of a look-around: from here on, or from wherever it ends here. */
  private look({ behind }: Instruction, from: Way): Way | undefined {
    if (!behind) return this.search(from, () => true);
    for (let at = from.at; at >= 0; at--) {
      const way = this.search({ ...from, at }, ({ at: end }) => end === from.at);
      if (way) return way;
    }
    return undefined;
  }
}
