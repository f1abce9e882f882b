/** Starts the page's terminal, and connects it to the page around it. */
import './page.css';
import { boot } from './boot.ts';
import { canBeStrict } from './strict-style.ts';

if (canBeStrict()) void boot();
