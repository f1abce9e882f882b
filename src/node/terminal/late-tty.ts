/** The terminal of a line given with `-c`: untouched until a full-screen program needs it. */
import { CookedInput } from '../../app/terminal/cooked.ts';
import { Keyboard } from '../../app/terminal/keyboard.ts';
import { Output } from '../../app/terminal/output.ts';
import { createTty } from '../../app/terminal/tty.ts';
import { Transcript } from '../../app/transcript.ts';
import type { Host } from '../../os/host.ts';
import type { Screen, Tty } from '../../os/tty.ts';
import { NodeTerminal } from './terminal.ts';

/** Takes the terminal for as long as a screen is open; `stop` ends the line. */
export const lateTty = (host: Host, signal: AbortSignal, stop: (status: number) => void): Tty => {
  const terminal = new NodeTerminal();
  const output = new Output(
    terminal,
    () => {},
    (print) => print(),
  );
  const keyboard = new Keyboard(terminal, (task, milliseconds) => void host.sleep(milliseconds, signal).then(task, () => {}));
  const cooked = new CookedInput(output, signal, stop);
  const tty = createTty({ terminal, output, keyboard, transcript: new Transcript(), signal, cooked, announced: () => {} });
  const givingBack = (screen: Screen): Screen => {
    const { close } = screen;
    screen.close = () => {
      close();
      terminal.close();
    };
    return screen;
  };
  return {
    get size() {
      return tty.size;
    },
    openScreen: (options) => {
      terminal.open();
      return givingBack(tty.openScreen(options));
    },
    clear: async (scrollback) => {
      terminal.open();
      await tty.clear(scrollback);
      terminal.close();
    },
    announce: () => {},
  };
};
