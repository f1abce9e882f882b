/** cv: the résumé, by its other name. */
import { resumeCommand } from './career/resume.ts';

export default resumeCommand('cv');
