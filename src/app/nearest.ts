/** Which of some known names a mistyped one is nearest to. */

/** A longer name is not a typo. */
const LONGEST = 32;

/** Edits (insert, delete, replace, swap neighbours) between two words: optimal string alignment distance. */
const distance = (from: string, to: string): number => {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[to.length] ?? 0;
};

/** The nearest of `names` within `most` edits, by default two, one for a name of up to three letters; undefined if none is near. */
export const nearest = (name: string, names: readonly string[], most = 2): string | undefined => {
  if (name.length < 2 || name.length > LONGEST) return undefined;
  const folded = name.toLowerCase();
  let best: string | undefined;
  let least = name.length <= 3 ? 1 : most;
  for (const known of names) {
    if (Math.abs(known.length - name.length) > least || known.length < 2) continue;
    const edits = distance(folded, known);
    if (edits > least || (edits === least && best !== undefined)) continue;
    best = known;
    least = edits;
  }
  return best;
};
