/** Announces what a text field cannot tell a screen reader: completions, the search through the history, a line that goes on. */
import type { App } from '../../app/app.ts';

type Mode = App['editor']['mode'];
type Candidate = Extract<Mode, { readonly kind: 'menu' }>['shown'][number];

const nameOf = ({ label, description }: Candidate): string => (description === undefined ? label : `${label}, ${description}`);

/** Follows the editor from now on; `own` announces a sentence of the page's own. */
export const followEditing = (app: App, own: (text: string) => void): void => {
  const { editor } = app;
  let before: Mode = editor.mode;
  let lines = 1;

  editor.onCompleted(({ candidates }) => {
    const { say, translate } = app.speech;
    const [only] = candidates;
    if (!only) own(translate('No match'));
    else if (candidates.length === 1) own(nameOf(only));
    else own(say`${candidates.length} choices: Tab for the menu`);
  });

  editor.onEdited((text) => {
    const { say, translate } = app.speech;
    const { mode } = editor;
    const was = before;
    before = mode;
    const count = text.split('\n').length;
    if (count > lines && text.endsWith('\n')) own(say`Line ${count} of an unfinished command`);
    lines = count;
    if (mode === was) return;
    if (mode.kind === 'menu') {
      const chosen = mode.shown[mode.chosen];
      if (chosen) own(say`${nameOf(chosen)}: ${mode.chosen + 1} of ${mode.shown.length}`);
      else if (was.kind !== 'menu' || was.shown.length !== mode.shown.length)
        own(say`Menu of ${mode.shown.length}: arrows choose, Enter takes, Escape leaves`);
    } else if (mode.kind === 'search') {
      if (mode.query === '') own(translate('Search the history: type a part of a line'));
      else own(mode.failed ? say`No match for ${mode.query}` : text);
    } else if (was.kind === 'menu' && was.shown.length > 0 && was.chosen < 0) own(translate('No match'));
  });
};
