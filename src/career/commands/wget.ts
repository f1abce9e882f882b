/** wget: says that there is no network here, and how to save the résumé as a file. */
import { unavailable } from './unavailable/program.ts';

export default unavailable({
  name: 'wget',
  summary: 'Say that nothing comes from the web',
  operand: 'URL',
  status: 4,
  seeAlso: ['download', 'resume'],
  says: (_process, url) => `unable to resolve host address ‘${url}’: nothing leaves this page. To save the résumé as a file: download`,
});
