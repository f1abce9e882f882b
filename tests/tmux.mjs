/** Makes sure that tmux is there, a real terminal for the tests to type in, or installs it and says so. */
import { execFileSync, spawnSync } from 'node:child_process';

const isThere = (command, ...args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** Installs Debian's package as root; throws, saying what to do, where that is not possible. */
export const ensureTmux = () => {
  if (isThere('tmux', '-V')) return;
  if (process.getuid?.() === 0 && isThere('apt-get', '--version')) {
    console.log('No tmux found for the tests in a real terminal; installing it:');
    for (const args of [
      ['update', '-qq'],
      ['install', '-y', '-qq', '--no-install-recommends', 'tmux'],
    ]) {
      console.log(`  apt-get ${args.join(' ')}`);
      execFileSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    }
  }
  if (!isThere('tmux', '-V')) throw new Error('no tmux: install it (on Debian, `apt-get install tmux`), then run the tests again');
};
