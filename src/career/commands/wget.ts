/** wget: stands in for wget, and says how to have the résumé as a file. */
import { say } from '../../term/say.ts';
import { standIn } from './unavailable/program.ts';

export default standIn({
  name: 'wget',
  summary: 'Wish to download something',
  operand: 'URL',
  status: 4,
  seeAlso: ['download', 'resume'],
  says: (_process, url) => say`unable to resolve host address ‘${url}’: nothing leaves this page. To have the résumé as a file: download`,
});
