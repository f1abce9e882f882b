/** Measures how long the packed shell takes to start beside Node alone: `npm run bench:start`. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The shell must start in less than so many times the time of Node. */
const BUDGET = 2;
const RUNS = 30;

const packed = fileURLToPath(new URL('../../dist-cli/cvsh.mjs', import.meta.url));

const subjects = [
  ['node -e 0', ['-e', '0']],
  ['cvsh -c true', [packed, '-c', 'true']],
  ['cvsh -c whoami', [packed, '-c', 'whoami']],
  ["cvsh -c 'cat shopee | grep -c Redis'", [packed, '-c', 'cat shopee | grep -c Redis']],
];

const seconds = (args) => {
  const before = process.hrtime.bigint();
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
  return Number(process.hrtime.bigint() - before) / 1e9;
};

if (!existsSync(packed)) {
  console.error('dist-cli/cvsh.mjs is not there: run `npm run build:cli` first');
  process.exit(1);
}

/** Taken in turn, so that a busy machine is busy for all of them; the quickest run is the least disturbed. */
const times = subjects.map(() => []);
for (let run = 0; run < RUNS; run++) for (const [index, [, args]] of subjects.entries()) times[index].push(seconds(args));
const best = times.map((all) => Math.min(...all));

const ratios = best.map((time) => time / best[0]);
subjects.forEach(([name], index) => {
  console.log(`${name.padEnd(40)} ${(best[index] * 1000).toFixed(0).padStart(5)} ms  ${ratios[index].toFixed(2)} × Node`);
});
const within = Math.max(...ratios) < BUDGET;
console.log(within ? `within the budget of ${BUDGET} × Node` : `over the budget of ${BUDGET} × Node`);
process.exitCode = within ? 0 : 1;
