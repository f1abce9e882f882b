/** fastfetch: shows the facts in short, beside an emblem. */
import { fetchCommand } from './neofetch.ts';

export default fetchCommand('fastfetch');
