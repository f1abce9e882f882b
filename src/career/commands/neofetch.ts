/** neofetch: shows the facts in short, beside an emblem. */
import { fetchCommand } from './career/fetch.ts';

export default fetchCommand('neofetch');
