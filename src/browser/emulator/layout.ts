/** Fits the terminal to the window, above a phone's keyboard, and its text to the size that the visitor wants. */
import type { SettingsStore } from '../../app/store/settings.ts';
import type { Emulator } from './emulator.ts';

/** The terminal's font size in root em, before the visitor's scale; critical.css has the same. */
const FONT_REM = 0.9375;

/** Below this width the font is a little smaller, so that forty columns fit. */
const NARROW_PIXELS = 400;
const NARROW_REM = 0.875;

/** Pixels of one cell's text for this window and these settings. */
export const fontPixels = (scale: number): number => {
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Math.round(root * (innerWidth < NARROW_PIXELS ? NARROW_REM : FONT_REM) * scale * 100) / 100;
};

/** Follows the window, the visual viewport and the settings from now on; one change a frame. */
export const watchLayout = (emulator: Emulator, place: HTMLElement, settings: SettingsStore): void => {
  let planned = false;
  const lay = (): void => {
    planned = false;
    const viewport = globalThis.visualViewport;
    // A pinched page keeps its layout; only the keyboard changes the height.
    if (viewport && viewport.scale === 1) document.documentElement.style.setProperty('--height', `${viewport.height}px`);
    emulator.setFontSize(fontPixels(settings.getState().fontScale));
    emulator.fit();
  };
  const plan = (): void => {
    if (planned) return;
    planned = true;
    requestAnimationFrame(lay);
  };
  const observer = new ResizeObserver(plan);
  // The links grow with their text, so they show when the visitor changes the text size (WCAG 1.4.4).
  for (const element of [place, ...document.querySelectorAll('#bar-links')]) observer.observe(element);
  globalThis.visualViewport?.addEventListener('resize', () => {
    plan();
    requestAnimationFrame(() => emulator.scrollToBottom());
  });
  settings.subscribe((next, before) => {
    if (next.fontScale !== before.fontScale || next.view !== before.view) plan();
  });
};
