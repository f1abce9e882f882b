/** Spells a text as a pattern, apart from the matcher, which is loaded when something is matched. */

/** A pattern that matches just this text: each character that could mean something is escaped. */
export function escapeGlob(text: string): string {
  return text.replace(/[\\*?[\]()|@!+^-]/g, '\\$&');
}
