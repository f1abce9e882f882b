/** The theme `slate`: grey and quiet. */
import { defineTheme } from '../term/theme.ts';

export default defineTheme({
  name: 'slate',
  summary: 'grey and quiet',
  kind: 'dark',
  background: '#22262b',
  foreground: '#dde1e6',
  cursor: '#f0c674',
  selection: '#44505e',
  palette: [
    '#89909a',
    '#d1858b',
    '#42ae42',
    '#b99346',
    '#729bca',
    '#b785d1',
    '#3fa6a6',
    '#dde1e6',
    '#8e959f',
    '#dfaaae',
    '#72ca72',
    '#ceb37e',
    '#9fbbdb',
    '#cdaadf',
    '#67c5c5',
    '#ffffff',
  ],
});
