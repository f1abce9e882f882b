/** Starts the page's terminal, and connects it to the page around it. */
import './page.css';
import { resume } from '../../data/resume.ts';
import { boot } from './boot.ts';

boot(resume);
