/** Fits the terminal to the window, above a phone's keyboard, and its text to what the style sheet and the visitor want. */
import type { SettingsStore } from '../../app/store/settings.ts';
import type { Emulator, Font } from './emulator.ts';

const root = document.documentElement;

/** The terminal's text as the style sheet has it for this window. */
export const fontOf = (place: HTMLElement): Font => {
  const { fontSize, lineHeight } = getComputedStyle(place);
  return { pixels: Number.parseFloat(fontSize), row: Number.parseFloat(lineHeight) };
};

/** Follows the window, the visual viewport and the settings from now on; one change a frame. */
export const watchLayout = (emulator: Emulator, place: HTMLElement, settings: SettingsStore): void => {
  let planned = false;
  const lay = (): void => {
    planned = false;
    const viewport = globalThis.visualViewport;
    // A pinched page keeps its layout; only the keyboard changes the height.
    if (viewport && viewport.scale === 1) root.style.setProperty('--height', `${viewport.height}px`);
    const { fontScale } = settings.getState();
    if (fontScale === 1) root.style.removeProperty('--scale');
    else root.style.setProperty('--scale', String(fontScale));
    emulator.setFont(fontOf(place));
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
  document.fonts.addEventListener('loadingdone', plan);
  globalThis.visualViewport?.addEventListener('resize', () => {
    plan();
    requestAnimationFrame(() => emulator.scrollToBottom());
  });
  settings.subscribe((next, before) => {
    if (next.fontScale !== before.fontScale || next.view !== before.view) plan();
  });
  if (settings.getState().fontScale !== 1) plan();
};
