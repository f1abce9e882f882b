/** Types of chromium.mjs. */
export function findChromium(): string | undefined;
export function ensureChromium(): string;
