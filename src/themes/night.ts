/** The dark theme that the page starts with. */
import { defineTheme } from '../term/theme.ts';

export default defineTheme({
  name: 'night',
  summary: 'the dark one to start with',
  kind: 'dark',
  background: '#0e0f11',
  foreground: '#edebe6',
  cursor: '#ffc233',
  selection: '#4a3c10',
  palette: [
    '#8b8a84',
    '#ff8f80',
    '#86d19c',
    '#ffc233',
    '#8db8ff',
    '#d3b3ff',
    '#7fd0d8',
    '#b4b2ab',
    '#8b8a84',
    '#ffab9f',
    '#a5deb6',
    '#ffd470',
    '#b0ceff',
    '#e0caff',
    '#a3e0e6',
    '#ffffff',
  ],
  accents: { accent: '#ffc233', good: '#4cc38a', bad: '#f2685f', other: '#4db8d9', signal: '#b39dff' },
});
