/** curl: stands in for curl, and says what to fetch from a terminal of one's own. */
import { say, translate } from '../../term/say.ts';
import { resumeOf } from '../extension.ts';
import { standIn } from './unavailable/program.ts';

export default standIn({
  name: 'curl',
  summary: 'Wish to fetch something',
  operand: 'URL',
  status: 6,
  seeAlso: ['resume', 'share'],
  says: (process, url) => {
    const site = resumeOf(process).site ?? process.host.address;
    const there = site === undefined ? 'cat resume.txt' : say`curl ${site.replace(/\/?$/, '/resume.txt')} (in a terminal of your own)`;
    return say`(6) Could not resolve host: ${url === '' ? translate('none was given') : url}. Nothing leaves this page. Try: ${there}`;
  },
});
