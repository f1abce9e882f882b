/** The theme `forest`: moss and bark. */
import { defineTheme } from '../term/theme.ts';

export default defineTheme({
  name: 'forest',
  summary: 'moss and bark',
  kind: 'dark',
  background: '#141b14',
  foreground: '#dbe5d3',
  cursor: '#e0c36a',
  selection: '#33502f',
  palette: [
    '#758970',
    '#cc7766',
    '#4dac39',
    '#ac9539',
    '#3999ac',
    '#cd6aac',
    '#39ac86',
    '#afb9a9',
    '#7a8f76',
    '#da9c90',
    '#58c144',
    '#c2a947',
    '#5eb8c9',
    '#db94c4',
    '#40bf95',
    '#ffffff',
  ],
});
