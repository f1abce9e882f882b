/** The theme `dawn`: the sky before the sun. */
import { defineTheme } from '../../../term/theme.ts';

export default defineTheme({
  name: 'dawn',
  summary: 'the sky before the sun',
  kind: 'dark',
  background: '#1c1626',
  foreground: '#ece4f2',
  cursor: '#ffb59e',
  selection: '#4c3a63',
  palette: [
    '#9a8fa8',
    '#ff8f8f',
    '#9ad59a',
    '#f0c674',
    '#9db8ff',
    '#e3a0e8',
    '#84d4d6',
    '#d8cfe0',
    '#b3a8c0',
    '#ffacac',
    '#b5e6b5',
    '#f8d99a',
    '#bccfff',
    '#f0bdf4',
    '#a8e6e8',
    '#ffffff',
  ],
});
