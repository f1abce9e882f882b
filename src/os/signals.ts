/** Signals by name and number, as Linux has them (signal(7)). */
import { CommandError } from './failure.ts';

const NAMES =
  'HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS';

/** The first real-time signal, and the last. */
const [RTMIN, RTMAX] = [34, 64];

const realTime = Array.from({ length: RTMAX - RTMIN + 1 }, (_, i): readonly [string, number] => {
  const back = RTMAX - RTMIN - i;
  const name = i <= 15 ? `RTMIN${i === 0 ? '' : `+${i}`}` : `RTMAX${back === 0 ? '' : `-${back}`}`;
  return [name, RTMIN + i];
});

/** Signals by name without SIG, in the order of their numbers; EXIT is bash's name for 0. */
export const signals: ReadonlyMap<string, number> = new Map([
  ['EXIT', 0],
  ...NAMES.split(' ').map((name, i) => [name, i + 1] as const),
  ...realTime,
]);

/** What a signal does to a process that has no trap for it. */
export const isHarmless = (signal: number): boolean => [0, 17, 18, 23, 28].includes(signal);

/** The name that a number, a name or SIGNAME means; undefined when there is none. */
export const signalName = (text: string): string | undefined => {
  const name = text.toUpperCase().replace(/^SIG/, '');
  if (signals.has(name)) return name;
  return /^\d+$/.test(text) ? [...signals].find(([, number]) => number === Number(text))?.[0] : undefined;
};

/** As `signalName`; throws CommandError in bash's wording. */
export const readSignal = (text: string): string => {
  const name = signalName(text);
  if (name === undefined) throw new CommandError(`${text}: invalid signal specification`);
  return name;
};

/** The table that `kill -l` and `trap -l` print. */
export const signalTable = (): string => {
  const cells = [...signals].slice(1).map(([name, number]) => `${String(number).padStart(2)}) SIG${name}`);
  const lines = Array.from({ length: Math.ceil(cells.length / 5) }, (_, i) => cells.slice(i * 5, i * 5 + 5).join('\t'));
  return `${lines.join('\n')}${cells.length % 5 === 0 ? '' : '\t'}\n`;
};
