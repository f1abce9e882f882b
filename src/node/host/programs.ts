/** Runs programs of the system, without a shell. */
import { spawn } from 'node:child_process';

/** A program with its arguments. */
export type Argv = readonly [program: string, ...args: string[]];

/** Milliseconds in which a program must read its input. */
const PATIENCE = 5_000;

/** Runs a program with `text` as its standard input; false if it failed. */
export const feed = ([program, ...args]: Argv, text: string): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'ignore'], timeout: PATIENCE });
    child.on('error', () => resolve(false)).on('exit', (status) => resolve(status === 0));
    // A program that stops reading says so by its status.
    child.stdin.on('error', () => {}).end(text);
  });

/** Starts a program that outlives this one; false if it could not start. */
export const start = ([program, ...args]: Argv): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true });
    child.on('error', () => resolve(false)).on('spawn', () => resolve(true));
    child.unref();
  });
