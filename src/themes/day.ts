/** The light theme, for those whose system asks for light. */
import { defineTheme } from '../term/theme.ts';

export default defineTheme({
  name: 'day',
  summary: 'the light one, as the system asks',
  kind: 'light',
  background: '#fbfaf7',
  foreground: '#25292f',
  cursor: '#a3580a',
  selection: '#cfdcf5',
  palette: [
    '#25292f',
    '#b3261e',
    '#1b6b30',
    '#805300',
    '#1f57b8',
    '#7a3aa8',
    '#0b6a72',
    '#4a4f57',
    '#5f6670',
    '#98201a',
    '#185c2a',
    '#6c4600',
    '#184a9e',
    '#682f92',
    '#085a61',
    '#000000',
  ],
  accents: { accent: '#c84a00', good: '#1b7f4c', bad: '#c5352c', other: '#14789a', signal: '#6a47dc' },
});
