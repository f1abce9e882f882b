/** cv: the résumé, by its other name. */
import { resumeCommand } from './resume.ts';

export default resumeCommand('cv');
