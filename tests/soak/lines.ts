/**
 * Throws random lines at the shell. The suite runs a few thousand of them; as many as are asked for run with
 * `SOAK_LINES=100000 npx vitest run tests/shell/random.test.ts`.
 */

import { Random } from '../../src/exhibits/stage/random.ts';
import { createBuffer, emptyReader } from '../../src/os/stream.ts';
import { createShell, type Shell } from '../front-door.ts';

/** What lines are made of: the shell's own spellings, some commands, and what people and attackers type. */
const pieces: readonly string[] = [
  ...'| & ; ( ) { } < > >> << <<< && || ! = + - * ? [ ] [[ ]] (( )) $ " \' ` \\ # ~ / : , . % @ ^ 0 1 2 9'.split(' '),
  ...'if then elif else fi for in do done while until case esac function select time break continue return'.split(' '),
  ...'echo printf cat ls cd pwd true false test read set unset export local shift eval exec exit trap wait jobs fg kill'.split(' '),
  ...'head tail wc sort uniq tr seq yes sleep tac rev cut tee nosuch __proto__ constructor'.split(' '),
  ...'jobs/* *.txt /dev/null /dev/zero /dev/tty /tmp/x a b x y f about ~/jobs ./about /bin/echo'.split(' '),
  ...'$x ${x} ${x:-d} ${x:=v} ${#x} ${x%a*} ${x//a/b} ${x:1:2} ${!x} ${x^^} $@ "$@" $* $# $? $$ $! $- $1 $((1+2)) $((x++)) $(echo a) `echo b`'.split(
    ' ',
  ),
  ...'{a,b} {1..9} {1..3}{x,y} 2>&1 &> 2> >& <& 3>&1 <( >( x=1 x+=2 f(){ }; f() -n -e -c -- --help'.split(' '),
  '\n',
  '\t',
  '\u001b[31m',
  '\u202e',
  'é',
  '漢',
  '😀',
  '\ud800',
  '\0',
  ' ',
  ' ',
  ' ',
  '  ',
];

/** A line of at most `length` characters. */
const randomLine = (random: Random, length = 200): string => {
  let line = '';
  const size = random.integer(1, length);
  while (line.length < size) {
    line += random.chance(0.05) ? String.fromCharCode(random.integer(0x20, 0x7f)) : (pieces[random.integer(pieces.length)] ?? '');
    if (random.chance(0.6)) line += ' ';
  }
  return line.slice(0, length);
};

/** Macrotasks after which a line that still runs is stopped, as a visitor would. */
const PATIENCE = 20;

/** Runs a line until it ends, or stops it; its status. */
const runLine = async (line: string, { machine }: Shell): Promise<number> => {
  const running = machine.session.run(line, { stdin: emptyReader, stdout: createBuffer(), stderr: createBuffer() });
  let over = false;
  void running.finished.finally(() => {
    over = true;
  });
  for (let i = 0; i < PATIENCE && !over; i++) await new Promise((resolve) => setImmediate(resolve));
  if (!over) running.stop();
  return running.finished;
};

/** Lines that one shell sees before the next takes over. */
const LINES_PER_SHELL = 50;

/** Runs `count` random lines; throws with the line when one crashes the shell, or when the shell does not answer after it. */
export const soak = async (count: number, seed: number): Promise<void> => {
  const random = new Random(seed);
  let shell = createShell();
  for (let i = 0; i < count; i++) {
    if (i % LINES_PER_SHELL === 0 || shell.machine.session.exited) {
      await shell.machine.session.end({ stdin: emptyReader, stdout: createBuffer(), stderr: createBuffer() });
      shell = createShell({ interactive: random.chance(0.5) });
    }
    const line = randomLine(random);
    try {
      const status = await runLine(line, shell);
      if (!(Number.isInteger(status) && status >= 0 && status <= 255)) throw new Error(`its status is ${status}`);
    } catch (error) {
      throw new Error(`line ${i} of seed ${seed}: ${JSON.stringify(line)}`, { cause: error });
    }
  }
};
