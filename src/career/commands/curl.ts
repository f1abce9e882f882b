/** curl: says that there is no network here, and what to fetch from a terminal of your own. */
import { resumeOf } from '../extension.ts';
import { unavailable } from './unavailable/program.ts';

export default unavailable({
  name: 'curl',
  summary: 'Say that there is no network here',
  operand: 'URL',
  status: 6,
  seeAlso: ['resume', 'share'],
  says: (process, url) => {
    const site = resumeOf(process).site ?? process.host.address;
    const there = site === undefined ? 'cat resume.txt' : `curl ${site.replace(/\/?$/, '/resume.txt')} (in your own terminal)`;
    return `(6) Could not resolve host: ${url === '' ? 'none was given' : url}. Nothing leaves this page. Try: ${there}`;
  },
});
