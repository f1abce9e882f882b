/** The theme `dusk`: violet evening. */
import { defineTheme } from '../term/theme.ts';

export default defineTheme({
  name: 'dusk',
  summary: 'violet evening',
  kind: 'dark',
  background: '#1c1528',
  foreground: '#e6dcf5',
  cursor: '#ffb86b',
  selection: '#4a3570',
  palette: [
    '#8c7c9c',
    '#e85e81',
    '#1dc956',
    '#c98f1d',
    '#6788e9',
    '#c763e9',
    '#1dacc9',
    '#bab0c8',
    '#9182a1',
    '#ef8fa7',
    '#1dc956',
    '#df9f20',
    '#8fa7ef',
    '#d78fef',
    '#1fbbdb',
    '#ffffff',
  ],
});
