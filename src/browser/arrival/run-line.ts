/** What a press on a part of the page runs. */

/** The line of the link or key that was pressed; undefined where it is none, or the press is for a new tab. */
export const lineOf = ({ target, ctrlKey, metaKey, shiftKey }: MouseEvent): string | undefined =>
  ctrlKey || metaKey || shiftKey ? undefined : (target as Element).closest<HTMLElement>('[data-run]')?.dataset['run'];
