/** Here-documents: where their bodies are, and what is expanded in them. */
import { expect, test } from 'vitest';
import { parse, parseFinal } from '../../src/syntax/parse.ts';
import { script, shape } from './render.ts';

test.each([
  ['cat <<E\na b\nE', `(cat <<"'a b\n'")`],
  ['cat <<E\nE', '(cat <<"")'],
  ['cat <<E\na $x $(b)\nE\nc', `(cat <<"'a '\${x}' '$((b))'\n'") ; (c)`],
  ['cat <<E\n\\$x \\\\ "q" \'s\' \\n\nE', `(cat <<"'$x \\ "q" 's' \\n\n'")`],
  ["cat <<'E'\n$x \\$\nE", "(cat <<'$x \\$\n')"],
  ['cat <<E"F"\na\nEF', "(cat <<'a\n')"],
  ['cat <<\\E\n$x\nE', "(cat <<'$x\n')"],
  ['cat <<-E\n\ta\n\t\tb\n\tE', `(cat <<"'a\nb\n'")`],
  ["cat <<-'E'\n\ta\n\tE", "(cat <<'a\n')"],
  ['cat <<E\na\\\nb\nE', `(cat <<"'ab\n'")`],
  ['cat <<A <<B | wc\na\nA\nb\nB\nc', `(| (cat <<"'a\n'" <<"'b\n'") (wc)) ; (c)`],
  ['cat <<E; b\na\nE', `(cat <<"'a\n'") ; (b)`],
  ['cat <<E &&\na\nE\nb', `(&& (cat <<"'a\n'") (b))`],
  ['if a; then cat <<E\nb\nE\nfi', `(if [(a) => (cat <<"'b\n'")])`],
  ['echo $(cat <<E\na\nE\n)', `(echo $((cat <<"'a\n'")))`],
  ['cat <<E\n$(cat <<F\na\nF\n)\nE', `(cat <<"$((cat <<"'a\n'"))'\n'")`],
  ['cat <<E\n E\nE ', "incomplete: here-document delimited by end-of-file (wanted `E') @6-6"],
  ['cat <<E', "incomplete: here-document delimited by end-of-file (wanted `E') @6-6"],
])('%j is read as %s', (source, tree) => {
  expect(shape(source)).toBe(tree);
});

test('a text that will not go on ends its here-documents', () => {
  for (const source of ['cat <<A <<B\na\n', 'cat <<A <<B\na']) {
    const result = parseFinal(source);
    expect(result.status === 'complete' && script(result.script)).toBe(`(cat <<"'a\n'" <<"")`);
  }
});

test('the spans of an expansion in a stripped body are those in the source', () => {
  const source = 'cat <<-E\n\ta\n\t\t$x\n\tE\n';
  const result = parse(source);
  const [command] = result.status === 'complete' ? (result.script.lists[0]?.first.commands ?? []) : [];
  const [part] = command?.redirects[0]?.target.parts ?? [];
  const parameter = part?.type === 'double' ? part.parts[1] : undefined;
  expect(parameter && source.slice(parameter.span.start, parameter.span.end)).toBe('$x');
});
