/** Chords as people read them. */

const glyphs = new Map([
  [' ', 'Space'],
  ['Up', '↑'],
  ['Down', '↓'],
  ['Left', '←'],
  ['Right', '→'],
  ['Escape', 'Esc'],
  ['PageUp', 'PgUp'],
  ['PageDown', 'PgDn'],
  ['Click', 'tap'],
]);

/** `C-c` as `Ctrl-C`, `M-f` as `Alt-F`, ` ` as `Space`, `Up` as `↑`. */
export const chordLabel = (chord: string): string => {
  const [, modifiers = '', key = chord] = /^((?:[CMS]-)*)(.+)$/s.exec(chord) ?? [];
  const name = glyphs.get(key) ?? (modifiers !== '' && key.length === 1 ? key.toUpperCase() : key);
  return modifiers.replaceAll('C-', 'Ctrl-').replaceAll('M-', 'Alt-').replaceAll('S-', 'Shift-') + name;
};
