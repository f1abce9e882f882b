/** The server of tilematch: `npm run tilematch-server`. */
import { parseArgs } from 'node:util';

import { refused, usualTiming } from '../../exhibits/tilematch/local.ts';
import { SERVER_PORT } from '../../exhibits/tilematch/protocol.ts';
import { type GameServer, type ServerOptions, startServer } from './game-server.ts';

/** Milliseconds between two heartbeats, and between two checks for changes to report. */
const HEARTBEAT = 10_000;
const REPORT = 5000;

const USAGE = `usage: tilematch-server [--port N] [--host ADDRESS] [--origin URL]… [--rounds N] [--seconds N]

  --port N         the port to listen on; the default is ${SERVER_PORT}, and 0 takes a free one
  --host ADDRESS   the address to listen on; the default is 127.0.0.1, for this machine alone
  --origin URL     an origin whose pages can play, besides those of this machine
  --rounds N       rounds of a match; the default is ${usualTiming.rounds}
  --seconds N      seconds of a round; the default is ${usualTiming.round / 1000}
`;

const number = (name: string, text: string, least: number, most: number): number => {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new Error(`--${name} must be a whole number from ${least} to ${most}`);
};

/** The options of a command line; throws an error that says what is wrong. */
const optionsOf = (args: readonly string[]): ServerOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: String(SERVER_PORT) },
      host: { type: 'string', default: '127.0.0.1' },
      origin: { type: 'string', multiple: true, default: [] },
      rounds: { type: 'string', default: String(usualTiming.rounds) },
      seconds: { type: 'string', default: String(usualTiming.round / 1000) },
    },
  });
  const { port, host, origin, rounds, seconds } = values;
  const timing = { ...usualTiming, rounds: number('rounds', rounds, 1, 9), round: 1000 * number('seconds', seconds, 5, 300) };
  return { port: number('port', port, 0, 65_535), host, origins: origin.map(originOf), timing, heartbeat: HEARTBEAT };
};

const originOf = (text: string): string => {
  if (URL.canParse(text)) return new URL(text).origin;
  throw new Error(`--origin must be the address of a page: ${text}`);
};

const report = ({ connections, referee }: GameServer): string => {
  const nos = refused(referee).map(([why, times]) => `${why} ${times}`);
  const now = `${connections} connections, ${referee.players} players, ${referee.queue.length} wait, ${referee.games.length} matches`;
  return `${now}; refused: ${nos.join(', ') || 'nothing'}`;
};

const told = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });

/** Serves until it is told to stop. */
const serve = async (options: ServerOptions): Promise<void> => {
  const server = await startServer(options);
  const end = told();
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  console.log(`tilematch-server listens on ws://${host}:${server.port}; Ctrl-C ends it`);
  let last = report(server);
  const reporting = setInterval(() => {
    const next = report(server);
    if (next !== last) console.log(next);
    last = next;
  }, REPORT);
  await end;
  clearInterval(reporting);
  await server.close();
};

/** Runs the command line: 0 when it is told to stop, 1 if it cannot listen, 2 for wrong usage. */
export const main = async (args: readonly string[]): Promise<void> => {
  if (args.includes('--help')) {
    process.stdout.write(USAGE);
    return;
  }
  try {
    await serve(optionsOf(args));
  } catch (error) {
    const isPort = (error as NodeJS.ErrnoException).syscall === 'listen';
    process.stderr.write(`tilematch-server: ${(error as Error).message}\n${isPort ? '' : USAGE}`);
    process.exitCode = isPort ? 1 : 2;
  }
};
