/** Plays on the server of tilematch with thousands of players: `npm run tilematch-load -- --players 2000`. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpus } from 'node:os';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Measures } from './measures.ts';
import { now, Robot } from './robot.ts';

/** Players that connect at once, and milliseconds between two such groups. */
const GROUP = 20;
const GAP = 20;
/** Milliseconds between two steps of a player, and in how many groups they take turns, so that no step is long. */
const STEP = 100;
const TURNS = 10;
/** Milliseconds to wait for the last connections. */
const PATIENCE = 30_000;

const USAGE = `usage: tilematch-load [--players N] [--seconds N] [--url URL]

  --players N   concurrent players; the default is 2000
  --seconds N   how long to measure once all are connected; the default is 30
  --url URL     the server; the default is a new one on a free port, with rounds of 15 seconds
`;

const number = (name: string, text: string, most: number): number => {
  if (/^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= most) return Number(text);
  throw new Error(`--${name} must be a whole number from 1 to ${most}`);
};

interface Options {
  readonly players: number;
  readonly seconds: number;
  readonly url: string | undefined;
}

const optionsOf = (args: readonly string[]): Options => {
  const { values } = parseArgs({
    args: [...args],
    options: { players: { type: 'string', default: '2000' }, seconds: { type: 'string', default: '30' }, url: { type: 'string' } },
  });
  return { players: number('players', values.players, 9000), seconds: number('seconds', values.seconds, 3600), url: values.url };
};

/** Starts a server in a process of its own, so that the players do not share its only thread. */
const startServer = async (): Promise<readonly [ChildProcess, string]> => {
  const launcher = process.argv[1] ?? '';
  const args = [launcher, '--entry=server/tilematch-server', '--port', '0', '--rounds', '1', '--seconds', '15'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface(child.stdout)) {
    const url = /ws:\/\/\S+?(?=;)/.exec(line)?.[0];
    if (url) return [child, url];
  }
  throw new Error('the server did not start');
};

const arrive = async (url: string, players: number, measures: Measures): Promise<readonly Robot[]> => {
  const robots: Robot[] = [];
  const begun = now();
  while (robots.length < players) {
    for (let i = 0; i < GROUP && robots.length < players; i++)
      robots.push(new Robot(url, `Robot ${robots.length + 1}`, robots.length, measures));
    await delay(GAP);
  }
  while (measures.connected + measures.faults < players && now() - begun < PATIENCE) await delay(GAP);
  console.log(`connected        ${measures.connected} of ${players} in ${((now() - begun) / 1000).toFixed(1)} s`);
  return robots;
};

const play = async (url: string, { players, seconds }: Options): Promise<Measures> => {
  const measures = new Measures();
  const robots: Robot[] = [];
  let turn = 0;
  const stepping = setInterval(() => {
    turn++;
    for (let i = turn % TURNS; i < robots.length; i += TURNS) robots[i]?.step();
  }, STEP / TURNS);
  robots.push(...(await arrive(url, players, measures)));
  measures.begin();
  const begun = now();
  await delay(seconds * 1000);
  for (const line of measures.report((now() - begun) / 1000)) console.log(line);
  clearInterval(stepping);
  for (const robot of robots) robot.leave();
  return measures;
};

const load = async (options: Options): Promise<number> => {
  const [server, url] = options.url === undefined ? await startServer() : [undefined, options.url];
  console.log(`${options.players} players at ${url} for ${options.seconds} s, on ${cpus().length} cores`);
  try {
    const { faults } = await play(url, options);
    return faults === 0 ? 0 : 1;
  } finally {
    server?.kill();
  }
};

/** Runs the command line: 1 if anything went wrong, 2 for wrong usage. */
export const main = async (args: readonly string[]): Promise<void> => {
  if (args.includes('--help')) {
    process.stdout.write(USAGE);
    return;
  }
  let options: Options;
  try {
    options = optionsOf(args);
  } catch (error) {
    process.stderr.write(`tilematch-load: ${(error as Error).message}\n${USAGE}`);
    process.exitCode = 2;
    return;
  }
  process.exitCode = await load(options);
};
