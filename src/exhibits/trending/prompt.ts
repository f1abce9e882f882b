/** What keys do while a search is typed. */
import type { Key } from '../../term/key.ts';
import { QUERY_LENGTH } from './segments.ts';
import type { World, WorldEvent } from './world.ts';

/** The event of a key at the prompt; undefined for those that the bindings answer. */
export const keyMessage = ({ typing }: World, { chord, text }: Key): WorldEvent | undefined => {
  if (!typing) return undefined;
  if (chord === 'Backspace') return { kind: 'erase' };
  return text === '' || chord === 'Enter' ? undefined : { kind: 'type', text: text.slice(0, QUERY_LENGTH).replace(/\s+/g, ' ') };
};
