/** The theme `amber`: an old amber screen. */
import { defineTheme } from '../term/theme.ts';

export default defineTheme({
  name: 'amber',
  summary: 'an old amber screen',
  kind: 'dark',
  background: '#170f00',
  foreground: '#ffc55c',
  cursor: '#ffd98a',
  selection: '#553a00',
  palette: [
    '#a6813f',
    '#e9560c',
    '#dada0b',
    '#daa30b',
    '#da870b',
    '#da730b',
    '#dab80b',
    '#cc9d48',
    '#a6813f',
    '#f6844c',
    '#dada0b',
    '#daa30b',
    '#e9900c',
    '#f3871b',
    '#dab80b',
    '#ffffff',
  ],
});
