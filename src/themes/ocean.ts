/** The theme `ocean`: deep blue water. */
import { defineTheme } from '../term/theme.ts';

export default defineTheme({
  name: 'ocean',
  summary: 'deep blue water',
  kind: 'dark',
  background: '#0a1a2b',
  foreground: '#cfe3f5',
  cursor: '#ffd479',
  selection: '#1f4a70',
  palette: [
    '#6c899d',
    '#e3636e',
    '#22c373',
    '#c39322',
    '#2f93da',
    '#ad74e7',
    '#22b6c3',
    '#a4b7c9',
    '#6f8b9f',
    '#ec939a',
    '#22c373',
    '#d9a326',
    '#6cb2e5',
    '#c49bed',
    '#24becc',
    '#ffffff',
  ],
});
