/** The theme `ledger`: blue-black on white. */
import { defineTheme } from '../term/theme.ts';

export default defineTheme({
  name: 'ledger',
  summary: 'blue-black on white',
  kind: 'light',
  background: '#ffffff',
  foreground: '#1b2430',
  cursor: '#1747a6',
  selection: '#cfe0ff',
  palette: [
    '#1b2430',
    '#d21e1e',
    '#127d36',
    '#8f6214',
    '#2463e0',
    '#ac1fdb',
    '#14778a',
    '#535965',
    '#657086',
    '#a51818',
    '#0e622a',
    '#704c10',
    '#194db3',
    '#8518aa',
    '#0f5c6b',
    '#000000',
  ],
});
