/** htop: top, by the name of its colourful brother. */
import { topCommand } from './top.ts';

export default topCommand('htop');
