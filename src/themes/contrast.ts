/** The theme `contrast`: white on black, every colour at least 7 to 1. */
import { defineTheme } from '../term/theme.ts';

export default defineTheme({
  name: 'contrast',
  summary: 'white on black, every colour at least 7 to 1',
  kind: 'dark',
  background: '#000000',
  foreground: '#ffffff',
  cursor: '#ffff00',
  selection: '#1a4fd0',
  palette: [
    '#a8a8a8',
    '#f87c7c',
    '#0bda0b',
    '#dac90b',
    '#69a4f7',
    '#f764f7',
    '#0bdada',
    '#ffffff',
    '#b4b4b4',
    '#faa8a8',
    '#0bda0b',
    '#dac90b',
    '#99c1fa',
    '#fa99fa',
    '#0bdada',
    '#ffffff',
  ],
});
