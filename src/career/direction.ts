/** The direction in which a text is written. */
import type { Resume } from '../../data/types.ts';

export type Direction = 'ltr' | 'rtl';

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Whether a text has a letter that is written from right to left. */
export const hasRightToLeft = (text: string): boolean => rightToLeft.test(text);

/** The direction of its first letter (UAX #9, P2 and P3); undefined for a text without letters, which follows the text around it. */
export const directionOf = (text: string): Direction | undefined => {
  const letter = /\p{L}/u.exec(text)?.[0];
  if (letter === undefined) return undefined;
  return rightToLeft.test(letter) ? 'rtl' : 'ltr';
};

/** The direction of the whole résumé: that of most words about the person. */
export const resumeDirection = ({ person: { role, tagline, about } }: Resume): Direction => {
  const words = [role, tagline, ...about].join(' ').split(/\s+/).map(directionOf);
  const count = (direction: Direction): number => words.filter((word) => word === direction).length;
  return count('rtl') > count('ltr') ? 'rtl' : 'ltr';
};
