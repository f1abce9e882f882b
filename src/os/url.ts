/** The one door for web addresses: what may be opened from the output, and how it is named. */

const allowed = new Set(['https:', 'http:', 'mailto:', 'tel:']);

/** The address, normalised, when its scheme is allowed and it hides no credentials; otherwise undefined. */
export const safeUrl = (text: string): string | undefined => {
  if (/[\s\p{Cc}\p{Cf}]/u.test(text) || text.startsWith('//')) return undefined;
  try {
    const url = new URL(text);
    return allowed.has(url.protocol) && url.username === '' && url.password === '' ? url.href : undefined;
  } catch {
    return undefined;
  }
};
