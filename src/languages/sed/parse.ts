/** Parses a sed script (POSIX sed, with GNU's additions); errors are worded and placed as GNU sed's. */
import { CommandError } from '../../os/failure.ts';
import { type Action, type Address, type Block, type Command, type Jump, PANIC, type Program, type SimpleName } from './program.ts';
import { isDigit, type ScriptPart, ScriptReader } from './reader.ts';
import { compileScriptPattern, parseSubstitution, parseTranslation } from './substitute.ts';

const simpleNames = '=dDFgGhHnNpPxz';

class ScriptParser {
  readonly #reader: ScriptReader;
  readonly #extended: boolean;
  readonly #commands: Command[] = [];
  readonly #blocks: Block[] = [];
  readonly #labels = new Map<string, number>();
  readonly #jumps: Jump[] = [];
  #quiet = false;

  constructor(parts: readonly ScriptPart[], extended: boolean) {
    this.#reader = new ScriptReader(parts);
    this.#extended = extended;
  }

  parse(): Program {
    while (this.#command());
    if (this.#blocks.length > 0) throw this.#reader.errorNowhere("unmatched `{'");
    for (const jump of this.#jumps) {
      const target = jump.label === '' ? this.#commands.length : this.#labels.get(jump.label);
      if (target === undefined) throw new CommandError(`can't find label for jump to \`${jump.label}'`, PANIC);
      jump.target = target;
    }
    const written = this.#commands.flatMap(({ action }) => {
      if (action.name === 'w' || action.name === 'W') return [action.path];
      return action.name === 's' && action.path !== undefined ? [action.path] : [];
    });
    return { commands: this.#commands, quiet: this.#quiet, written };
  }

  /** Parses one command; false at the end of the script. */
  #command(): boolean {
    const reader = this.#reader;
    let character = reader.next();
    while (/^[;\s]$/.test(character)) character = reader.next();
    if (character === '') return false;
    const from = this.#address(character);
    if (from?.kind === 'more' || from?.kind === 'multiple') throw reader.error('invalid usage of +N or ~N as first address');
    if (from) character = reader.nextNonBlank();
    let to: Address | undefined;
    if (from && character === ',') {
      to = this.#address(reader.nextNonBlank());
      if (!to) throw reader.error("unexpected `,'");
      character = reader.nextNonBlank();
    }
    this.#checkAddresses(from, to);
    const negated = character === '!';
    if (negated) {
      character = reader.nextNonBlank();
      if (character === '!') throw reader.error("multiple `!'s");
    }
    const action = this.#action(character, from, to);
    if (action) this.#commands.push({ from, to, negated, action });
    return true;
  }

  #checkAddresses(from: Address | undefined, to: Address | undefined): void {
    if (from?.kind === 'line' && from.line === 0 && to?.kind !== 'pattern') throw this.#reader.error('invalid usage of line address 0');
  }

  #address(character: string): Address | undefined {
    const reader = this.#reader;
    if (character === '/' || character === '\\') {
      const source = this.#reader.delimited(character === '/' ? '/' : reader.next(), true);
      if (source === undefined) throw reader.error('unterminated address regex');
      return { kind: 'pattern', pattern: compileScriptPattern(reader, source, this.#patternFlags(), this.#extended) };
    }
    if (character === '$') return { kind: 'last' };
    if (character === '+') return { kind: 'more', count: reader.number('') };
    if (character === '~') return { kind: 'multiple', of: reader.number('') };
    if (!isDigit(character)) return undefined;
    const line = reader.number(character);
    const mark = reader.nextNonBlank();
    if (mark === '~') return { kind: 'step', first: line, step: reader.number('') };
    reader.back(mark);
    return { kind: 'line', line };
  }

  #patternFlags(): string {
    let flags = '';
    let flag = this.#reader.nextNonBlank();
    for (; flag === 'I' || flag === 'M'; flag = this.#reader.nextNonBlank()) flags += flag;
    this.#reader.back(flag);
    return flags;
  }

  #action(name: string, from: Address | undefined, to: Address | undefined): Action | undefined {
    const reader = this.#reader;
    switch (name) {
      case '#':
        if (from) throw reader.error("comments don't accept any addresses");
        this.#comment();
        return undefined;
      case '{':
        return this.#open();
      case '}':
        return this.#close(from);
      case 'a':
      case 'i':
      case 'c':
        return { name, text: this.#reader.text() };
      case ':':
        if (from) throw reader.error(": doesn't want any addresses");
        this.#setLabel();
        return undefined;
      case 'b':
      case 't':
      case 'T':
        return this.#jump(name);
      case 'q':
      case 'Q':
      case 'l':
        if (to && name !== 'l') throw reader.error('command only uses one address');
        return { name, value: this.#reader.optionalNumber() };
      case 'r':
      case 'R':
      case 'w':
      case 'W':
        return { name, path: this.#reader.path() };
      case 's':
        return parseSubstitution(reader, this.#extended);
      case 'y':
        return parseTranslation(reader);
      case '':
        throw reader.error('missing command');
      default:
        return this.#simple(name);
    }
  }

  #simple(name: string): Action {
    if (name === '' || !simpleNames.includes(name)) throw this.#reader.error(`unknown command: \`${name}'`);
    this.#reader.end();
    return { name: name as SimpleName };
  }

  /** The rest of a comment; `#n` at the very beginning is an option. */
  #comment(): void {
    const text = /^[^\n]*/.exec(this.#reader.rest)?.[0] ?? '';
    if (text === 'n' && this.#commands.length === 0 && this.#reader.position === 1) this.#quiet = true;
    this.#reader.skip(text.length);
  }

  #open(): Block {
    const block: Block = { name: '{', end: 0 };
    this.#blocks.push(block);
    return block;
  }

  #close(from: Address | undefined): Action {
    const block = this.#blocks.pop();
    if (!block) throw this.#reader.error("unexpected `}'");
    if (from) throw this.#reader.error("} doesn't want any addresses");
    this.#reader.end();
    block.end = this.#commands.length + 1;
    return { name: 'nothing' };
  }

  #setLabel(): void {
    const label = this.#reader.label();
    if (label === '') throw this.#reader.error('":" lacks a label');
    this.#labels.set(label, this.#commands.length);
  }

  #jump(name: 'b' | 't' | 'T'): Action {
    const jump: Jump = { name, label: this.#reader.label(), target: 0 };
    this.#jumps.push(jump);
    return jump;
  }
}

/** Parses a script of several parts; throws CommandError. */
export const parseScript = (parts: readonly ScriptPart[], extended: boolean): Program => new ScriptParser(parts, extended).parse();
