/** One call of diff: pairs of files and directories, compared and reported. */
import { writeLines } from '../../../os/lines.ts';
import type { Process } from '../../../os/process.ts';
import { compileGlob } from '../../../pattern/glob.ts';
import { type Line, plain } from '../../../term/style.ts';
import { type Change, compareTexts, type Text, textOf } from './compare.ts';
import { entryOf, labelOf, type Operand } from './files.ts';
import { contextual, normal, unified } from './formats.ts';
import type { Settings } from './settings.ts';
import { sideBySide } from './side-by-side.ts';

const isBlank = ({ lines }: Text, from: number, to: number): boolean => lines.slice(from, to).every((line) => line === '');

/** Compares and reports. */
export class Differ {
  readonly #process: Process;
  readonly #settings: Settings;
  /** Options as they were given, for the headings of `-r`. */
  readonly #command: string;
  differs = false;

  constructor(process: Process, settings: Settings, command: string) {
    this.#process = process;
    this.#settings = settings;
    this.#command = command;
  }

  async pair(left: Operand, right: Operand, headed: boolean): Promise<void> {
    if (left.directory && right.directory) return this.#directories(left, right);
    if (left.content === undefined || right.content === undefined) return this.#say(this.#mismatch(left, right), true);
    await this.#files(left, right, headed);
  }

  async #say(text: string, differs: boolean): Promise<void> {
    if (differs) this.differs = true;
    await this.#process.stdout.write(`${text}\n`);
  }

  #mismatch(left: Operand, right: Operand): string {
    const kind = ({ directory, content }: Operand): string =>
      directory ? 'directory' : content === '' ? 'regular empty file' : 'regular file';
    return `File ${left.name} is a ${kind(left)} while file ${right.name} is a ${kind(right)}`;
  }

  async #files(left: Operand, right: Operand, headed: boolean): Promise<void> {
    const { format, identical, text } = this.#settings;
    const [before = '', after = ''] = [left.content, right.content];
    if (before === after && format !== 'side') {
      if (identical) await this.#say(`Files ${left.name} and ${right.name} are identical`, false);
      return;
    }
    if (!text && (before + after).includes('\0')) return this.#say(`Binary files ${left.name} and ${right.name} differ`, true);
    const [a, b] = [textOf(before), textOf(after)];
    const changes = await this.#changes(a, b);
    if (changes.length === 0 && format !== 'side') {
      if (identical) await this.#say(`Files ${left.name} and ${right.name} are identical`, false);
      return;
    }
    if (format === 'brief') return this.#say(`Files ${left.name} and ${right.name} differ`, true);
    if (headed) await this.#say(`${this.#command} ${left.name} ${right.name}`, true);
    await this.#print([left, a], [right, b], changes);
  }

  async #changes(a: Text, b: Text): Promise<readonly Change[]> {
    const { format, contextLines } = this.#settings;
    const context = format === 'unified' || format === 'context' ? contextLines : 0;
    const changes = await compareTexts(a, b, this.#settings, context, this.#process.pace);
    if (!this.#settings.blankLines) return changes;
    return changes.filter((change) => !isBlank(a, change.left, change.leftEnd) || !isBlank(b, change.right, change.rightEnd));
  }

  async #print([left, a]: readonly [Operand, Text], [right, b]: readonly [Operand, Text], changes: readonly Change[]): Promise<void> {
    this.differs ||= changes.length > 0;
    const { format, labels, contextLines } = this.#settings;
    if (format === 'side') return this.#sideBySide(a, b, changes);
    const before = { text: a, label: labels[0] ?? labelOf(this.#process, left) };
    const after = { text: b, label: labels[1] ?? labelOf(this.#process, right) };
    await this.#write(
      format === 'normal' ? normal(a, b, changes) : (format === 'unified' ? unified : contextual)(before, after, changes, contextLines),
    );
  }

  async #sideBySide(a: Text, b: Text, changes: readonly Change[]): Promise<void> {
    const { lines, terminated } = sideBySide(a, b, changes, this.#settings.side);
    await this.#write(terminated ? lines : lines.slice(0, -1));
    if (!terminated) await this.#process.stdout.write(plain(lines.at(-1) ?? []));
  }

  async #write(lines: readonly Line[]): Promise<void> {
    if (this.#settings.coloured) await writeLines(this.#process.stdout, lines);
    else await this.#process.stdout.write(lines.map((line) => `${plain(line)}\n`).join(''));
  }

  #names(left: Operand, right: Operand): readonly string[] {
    const excluded = this.#settings.exclude.map((pattern) => compileGlob(pattern));
    const names = new Set([...(left.directory?.entries.keys() ?? []), ...(right.directory?.entries.keys() ?? [])]);
    return [...names].filter((name) => !excluded.some((glob) => glob.matches(name))).sort();
  }

  async #directories(left: Operand, right: Operand): Promise<void> {
    for (const name of this.#names(left, right)) {
      await this.#process.pace();
      const [ours, theirs] = [left.directory?.entries.has(name) ?? false, right.directory?.entries.has(name) ?? false];
      if (!(ours && theirs) && !this.#settings.absent) await this.#say(`Only in ${(ours ? left : right).name}: ${name}`, true);
      else await this.#entries(await entryOf(this.#process, left, name, true), await entryOf(this.#process, right, name, true));
    }
  }

  async #entries(left: Operand, right: Operand): Promise<void> {
    if (!left.directory || !right.directory) return this.pair(left, right, true);
    if (this.#settings.recursive) return this.#directories(left, right);
    await this.#say(`Common subdirectories: ${left.name} and ${right.name}`, false);
  }
}
