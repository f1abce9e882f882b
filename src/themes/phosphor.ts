/** The theme `phosphor`: an old green screen. */
import { defineTheme } from '../term/theme.ts';

export default defineTheme({
  name: 'phosphor',
  summary: 'an old green screen',
  kind: 'dark',
  background: '#03120a',
  foreground: '#7df0a3',
  cursor: '#b6ffcc',
  selection: '#0c4a26',
  palette: [
    '#509567',
    '#acc91d',
    '#1dc939',
    '#64c91d',
    '#1dc973',
    '#39c91d',
    '#1dc99e',
    '#62bf81',
    '#509567',
    '#acc91d',
    '#1dc939',
    '#64c91d',
    '#1dc973',
    '#39c91d',
    '#1dc99e',
    '#ffffff',
  ],
});
