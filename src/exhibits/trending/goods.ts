/** What is sold and what is searched for: words enough for a thousand keywords. */

const kinds = (
  'amber bamboo brass canvas cedar ceramic copper cotton denim enamel felt folding glass leather linen marble mini oak ' +
  'quilted rattan silk solar steel striped velvet vintage walnut wicker wooden woollen'
).split(' ');

const things = (
  'apron basket bench blanket bottle bowl broom candle chair clock cup curtain cushion desk drum fan flute hammock hat ' +
  'jacket kettle kite lamp mirror mug pan pillow plate rug scarf shelf shoes stool table teapot tent tray vase'
).split(' ');

const colours = 'black blue green grey orange pink red white yellow'.split(' ');

/** Every keyword. */
export const keywords: readonly string[] = kinds.flatMap((kind) => things.map((thing) => `${kind} ${thing}`));

/** The words that a product may have beside its keyword. */
export const variants: readonly string[] = colours;

/** How steeply interest falls from the most wanted keyword to the next ones (the exponent of Zipf's law). */
const STEEPNESS = 1.1;

const cumulative: readonly number[] = (() => {
  let sum = 0;
  return keywords.map((_, rank) => (sum += 1 / (rank + 1) ** STEEPNESS));
})();

/** The rank that is drawn by a number from 0 to 1: low ranks far more often than high ones. */
export const rankOf = (chance: number): number => {
  const wanted = chance * (cumulative.at(-1) ?? 0);
  let [low, high] = [0, cumulative.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cumulative[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
};
