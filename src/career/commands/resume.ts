/** resume: prints the whole résumé. */
import { resumeCommand } from './career/resume.ts';

export default resumeCommand('resume');
