/** The theme `paper`: ink on cream. */
import { defineTheme } from '../term/theme.ts';

export default defineTheme({
  name: 'paper',
  summary: 'ink on cream',
  kind: 'light',
  background: '#f6efe0',
  foreground: '#33291f',
  cursor: '#9a3412',
  selection: '#e2d3b0',
  palette: [
    '#33291f',
    '#b53226',
    '#18722e',
    '#875a1d',
    '#2662b5',
    '#ad2596',
    '#186a72',
    '#544e45',
    '#6f6352',
    '#8b271d',
    '#125422',
    '#654415',
    '#1d4b8b',
    '#821c71',
    '#135358',
    '#000000',
  ],
});
