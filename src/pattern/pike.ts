/** Matches a compiled pattern by Pike's simulation: all alternatives side by side, one pass over the text. */
import { type CharKind, EDGE, holds, kindAfter, kindBefore } from './assertion.ts';
import type { StepCount } from './limits.ts';
import { consumes, type Program } from './program.ts';

/** What a thread saved on its way, newest first; the threads that split after it share it. */
interface Saved {
  readonly slot: number;
  readonly at: number;
  readonly previous: Saved | undefined;
}

interface Thread {
  readonly pc: number;
  readonly start: number;
  readonly saved: Saved | undefined;
}

/** The positions of a match: start and end of the whole, then of each group, each -1 when unset. */
export type Slots = number[];

/**
 * The first match at or after `from`. Threads are kept in order of preference and of those that meet in one state the
 * first stays, so the groups are Perl's choice, or glibc's, within the whole match that was found.
 */
export function pikeMatch(program: Program, text: string, from: number, steps: StepCount): Slots | undefined {
  const search = new PikeSearch(program, text, steps);
  for (let at = from; ; ) {
    if (search.isIdle) at = program.anchored && at > 0 ? -1 : text.indexOf(program.prefix, at);
    if (at < 0) return undefined;
    const code = text.codePointAt(at);
    if (!search.advance(at, code) || code === undefined) return search.slots();
    at += code > 0xffff ? 2 : 1;
  }
}

class PikeSearch {
  private readonly program: Program;
  private readonly text: string;
  private readonly steps: StepCount;
  /** The last position at which each instruction was reached: a second thread there has nothing new to find. */
  private readonly reached: Int32Array;
  private threads: Thread[] = [];
  private found: { readonly thread: Thread; readonly end: number } | undefined;
  private before: CharKind = EDGE;
  private after: CharKind = EDGE;

  constructor(program: Program, text: string, steps: StepCount) {
    this.program = program;
    this.text = text;
    this.steps = steps;
    this.reached = new Int32Array(program.code.length).fill(-1);
  }

  /** Whether no match is under way, so that the search may begin anywhere further on. */
  get isIdle(): boolean {
    return this.threads.length === 0;
  }

  /** Takes all threads over the character at `at`, with a new one that starts here; false when the search is over. */
  advance(at: number, code: number | undefined): boolean {
    const { program, text, threads } = this;
    if (!this.found) threads.push({ pc: 0, start: at, saved: undefined });
    if (program.asserts) {
      this.before = kindBefore(text, at);
      this.after = kindAfter(text, at);
    }
    this.threads = [];
    for (const thread of threads) {
      if (this.found && thread.start > this.found.thread.start) break;
      const isPreferred = this.follow(thread, at, code);
      if (isPreferred) break;
    }
    return !this.found || this.threads.length > 0;
  }

  /** Runs one thread up to the instructions that consume; true when a match makes the threads after it pointless. */
  private follow(first: Thread, at: number, code: number | undefined): boolean {
    const { reached, program } = this;
    const stack = [first];
    for (let thread = stack.pop(); thread; thread = stack.pop()) {
      const { pc, start, saved } = thread;
      const instruction = program.code[pc];
      if (!instruction || reached[pc] === at) continue;
      reached[pc] = at;
      this.steps.spend(1);
      switch (instruction.operation) {
        case 'match':
          this.found = { thread, end: at };
          if (!program.longest) return true;
          break;
        case 'split':
          stack.push({ pc: instruction.y, start, saved }, { pc: instruction.x, start, saved });
          break;
        case 'jump':
          stack.push({ pc: instruction.x, start, saved });
          break;
        case 'save':
          stack.push({ pc: pc + 1, start, saved: { slot: instruction.x, at, previous: saved } });
          break;
        case 'progress':
          if (!isSavedHere(saved, instruction.guard, at)) stack.push({ pc: pc + 1, start, saved });
          break;
        case 'assert':
          if (instruction.assertion && holds(instruction.assertion, this.before, this.after)) stack.push({ pc: pc + 1, start, saved });
          break;
        default:
          if (code !== undefined && consumes(instruction, code, program.caseless, this.steps))
            this.threads.push({ pc: pc + 1, start, saved });
      }
    }
    return false;
  }

  /** The match found, if any. */
  slots(): Slots | undefined {
    if (!this.found) return undefined;
    const { thread, end } = this.found;
    const slots: Slots = new Array(this.program.slotCount).fill(-1);
    for (let saved = thread.saved; saved; saved = saved.previous) {
      if (slots[saved.slot] === -1) slots[saved.slot] = saved.at;
    }
    slots[0] = thread.start;
    slots[1] = end;
    return slots;
  }
}

/** Whether the newest value of the slot is this position; what was saved before cannot be, so the look back is short. */
function isSavedHere(saved: Saved | undefined, slot: number, at: number): boolean {
  while (saved && saved.at === at && saved.slot !== slot) saved = saved.previous;
  return saved !== undefined && saved.slot === slot && saved.at === at;
}
