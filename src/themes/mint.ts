/** The theme `mint`: dark green on pale green. */
import { defineTheme } from '../term/theme.ts';

export default defineTheme({
  name: 'mint',
  summary: 'dark green on pale green',
  kind: 'light',
  background: '#eef7f0',
  foreground: '#1d2f25',
  cursor: '#0f6b4f',
  selection: '#c3e6d0',
  palette: [
    '#1d2f25',
    '#c22936',
    '#187245',
    '#82601c',
    '#2764b9',
    '#a428bd',
    '#187272',
    '#45544d',
    '#586f63',
    '#97202a',
    '#135836',
    '#654a15',
    '#1e4d8f',
    '#801f93',
    '#125454',
    '#000000',
  ],
});
