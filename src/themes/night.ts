/** The dark theme that the page starts with. */
import { defineTheme } from '../term/theme.ts';

export default defineTheme({
  name: 'night',
  summary: 'the dark one to start with',
  kind: 'dark',
  background: '#11151c',
  foreground: '#d6dbe5',
  cursor: '#f2c97d',
  selection: '#2f4468',
  palette: [
    '#7d8699',
    '#ff7b85',
    '#8fd694',
    '#f2c97d',
    '#7fb4ff',
    '#d8a6ff',
    '#6fd6d6',
    '#d6dbe5',
    '#929cb0',
    '#ff9aa2',
    '#a9e6ad',
    '#ffdc9c',
    '#a3caff',
    '#e5c1ff',
    '#96e8e8',
    '#ffffff',
  ],
  accents: { accent: '#ffc233', good: '#4cc38a', bad: '#f2685f', other: '#4db8d9', signal: '#b39dff' },
});
