/** The light theme, for those whose system asks for light. */
import { defineTheme } from '../term/theme.ts';

export default defineTheme({
  name: 'day',
  summary: 'the light one, as the system asks',
  kind: 'light',
  background: '#f8f6f1',
  foreground: '#1a1917',
  cursor: '#c84a00',
  selection: '#f6d3b8',
  palette: [
    '#6c6960',
    '#b3261e',
    '#1d6b3a',
    '#b84300',
    '#1f56b3',
    '#6a3aa8',
    '#0b6a72',
    '#4b4943',
    '#6c6960',
    '#98201a',
    '#185c2a',
    '#8f3400',
    '#184a9e',
    '#5f3194',
    '#085a61',
    '#000000',
  ],
  accents: { accent: '#bd4600', good: '#1b7f4c', bad: '#c5352c', other: '#14789a', signal: '#6a47dc' },
});
