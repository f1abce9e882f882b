/** The reference for the benchmark: xterm.js and its fit addon alone, echoing what is typed. */
import '@xterm/xterm/css/xterm.css';
import { FitAddon } from '@xterm/addon-fit';
import { Terminal } from '@xterm/xterm';

const terminal = new Terminal();
const fit = new FitAddon();
terminal.loadAddon(fit);
terminal.open(document.getElementById('terminal') as HTMLElement);
fit.fit();
terminal.write('$ ');
terminal.onData((data) => terminal.write(data === '\r' ? '\r\noutput\r\n$ ' : data));
terminal.focus();
document.documentElement.dataset['shell'] = 'ready';
