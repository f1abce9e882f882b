/** The packed shell in panes of a real terminal, and what a terminal must be like after it. */
import { afterEach, expect } from 'vitest';
import { usePacked } from './packed.ts';
import { OUTER, Pane, type PaneOptions } from './pane.ts';

export const PROMPT = '~ $';

/** How a shell begins. */
export interface ShellPaneOptions extends PaneOptions {
  /** What its prompt is, if the pane is narrow. */
  readonly prompt?: string;
  /** Its arguments, as bash reads them; with any it shows no prompt of its own, and nothing is waited for. */
  readonly args?: string;
}

/** Packs the shell for a file of tests, and closes each test's panes after it. */
export const useShellPanes = () => {
  const packed = usePacked();
  const panes: Pane[] = [];
  afterEach(() => {
    for (const pane of panes.splice(0)) pane.close();
  });

  const open = (options: PaneOptions = {}): Pane => {
    const pane = new Pane(options);
    panes.push(pane);
    return pane;
  };

  /** A pane in whose bash the shell runs with these variables, its prompt shown. */
  const start = async (
    env: Readonly<Record<string, string>> = {},
    { prompt = PROMPT, args, ...options }: ShellPaneOptions = {},
  ): Promise<Pane> => {
    const pane = open(options);
    await pane.last(OUTER);
    const settings = Object.entries(env).map(([name, value]) => `${name}='${value}'`);
    pane.line(
      `clear; ${settings.join(' ')} bash -c 'echo $$ > ${pane.pidFile}; exec "$@"' - ${process.execPath} ${packed.path} ${args ?? ''}`,
    );
    if (args === undefined) await pane.last(prompt);
    return pane;
  };
  return { packed, open, start };
};

/** Runs a line at the prompt; answers its rows. */
export const run = async (pane: Pane, line: string): Promise<readonly string[]> => {
  pane.line(line);
  await pane.until((rows) => rows.at(-1) === PROMPT && rows.some((row) => row.endsWith(`$ ${line}`)));
  const rows = pane.rows();
  return rows.slice(rows.findLastIndex((row) => row.endsWith(`$ ${line}`)) + 1, -1);
};

/** The terminal must be as bash had it: cooked, echoing, on the normal screen, with a cursor and no mouse reports. */
export const expectSane = async (pane: Pane): Promise<void> => {
  await pane.last(OUTER);
  // All that stty tells has to stand on the screen.
  pane.resize(80, 24);
  pane.line('clear; stty -a; echo checked');
  const rows = (await pane.until((shown) => shown.at(-2) === 'checked')).join(' ');
  for (const mode of ['icanon', 'isig', 'echo', 'icrnl', 'opost']) expect(rows).toContain(` ${mode} `);
  expect(['alternate_on', 'cursor_flag', 'mouse_any_flag'].map((format) => pane.state(format))).toEqual(['0', '1', '0']);
};

/** `status N`, of what ran last in the pane's bash. */
export const status = async (pane: Pane): Promise<string> => {
  await pane.last(OUTER);
  pane.line('echo "status $?"');
  const rows = await pane.until((shown) => /^status \d/.test(shown.at(-2) ?? ''));
  return rows.at(-2) ?? '';
};
