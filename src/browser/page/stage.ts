/** What stands around the terminal's cells: the masthead that closes with the first line, the field's pause, the prompt's well, full-screen programs. */
import type { App } from '../../app/app.ts';
import type { Emulator } from '../emulator/emulator.ts';

const root = document.documentElement;

/** Pixels of the well above, and below its rows; critical.css has the same. */
const MARGIN = 10;

/** Keeps the well behind the line being typed, and the page as a full-screen program needs it. */
export const followStage = (app: App, emulator: Emulator, well: HTMLElement): void => {
  const lay = (): void => {
    const { cursorRow, rowHeight, rows } = emulator;
    // What is worked with the mouse has the whole window; what is read, the column.
    if (cursorRow !== undefined) delete root.dataset['full'];
    else root.dataset['full'] = emulator.xterm.modes.mouseTrackingMode === 'none' ? 'text' : 'wide';
    const { extent } = app.editor;
    const top = (cursorRow ?? 0) - (extent?.above ?? 0);
    const isShown = extent !== undefined && cursorRow !== undefined && top >= 0 && top < rows;
    well.style.visibility = isShown ? '' : 'hidden';
    if (!isShown) return;
    well.style.transform = `translateY(${top * rowHeight}px)`;
    well.style.height = `${extent.rows * rowHeight + 2 * MARGIN}px`;
  };
  emulator.onShown(() => emulator.onChanged(lay));
  const hold = document.getElementById('hold');
  hold?.addEventListener('click', ({ detail }) => {
    hold.setAttribute('aria-pressed', String(hold.ariaPressed !== 'true'));
    // After a click, what is typed goes to the line again; after a key, the focus stays.
    if (detail > 0) emulator.focus();
  });
  document.getElementById('to-first')?.addEventListener('click', () => {
    root.dataset['first'] = '';
    emulator.focus();
  });
};
