/** Names made of other names. */

/** `Telekomunikasi Indonesia` → `telekomunikasi-indonesia`; accents fall away, other scripts stay; empty when nothing is left. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]+/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
