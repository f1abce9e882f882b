/** What holds of the parser whatever it is given. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Script, Span } from '../../src/syntax/ast.ts';
import { parse, parseFinal, parseLines } from '../../src/syntax/parse.ts';
import { line } from './arbitrary.ts';
import { script } from './render.ts';

function hasSpan(node: object): node is { span: Span } {
  return 'span' in node;
}

/** Calls `visit` with each span in the tree and that of the nearest node around it; a here-document's body is not inside its redirection. */
function visitSpans(node: unknown, around: Span, visit: (span: Span, around: Span) => void): void {
  if (Array.isArray(node)) for (const item of node) visitSpans(item, around, visit);
  else if (typeof node === 'object' && node !== null) {
    const span = hasSpan(node) ? node.span : around;
    visit(span, around);
    const document = 'operator' in node && node.operator === '<<';
    for (const [key, value] of Object.entries(node)) {
      if (key !== 'span') visitSpans(value, document && key === 'target' ? { start: 0, end: Infinity } : span, visit);
    }
  }
}

function expectNested(tree: Script, length: number): void {
  visitSpans(tree, { start: 0, end: length }, (span, around) => {
    const ordered = around.start <= span.start && span.start <= span.end && span.end <= around.end;
    if (!ordered) expect.fail(`${JSON.stringify(span)} in ${JSON.stringify(around)}`);
  });
}

test('any line is a tree whose spans nest, or says where it is none', () => {
  fc.assert(
    fc.property(line, (source) => {
      for (const result of [parse(source), parseFinal(source)]) {
        if (result.status === 'complete') expectNested(result.script, source.length);
        else {
          expect(result.message).not.toBe('');
          expect(result.span.start).toBeGreaterThanOrEqual(0);
          expect(result.span.end).toBeGreaterThanOrEqual(result.span.start);
          expect(result.span.end).toBeLessThanOrEqual(source.length);
        }
      }
    }),
    { numRuns: 3000 },
  );
});

test('aliases, even of nonsense, leave every span inside the line', () => {
  fc.assert(
    fc.property(line, fc.dictionary(fc.constantFrom('a', 'b', 'if', 'x', 'E'), line), (source, aliases) => {
      const found = new Map(Object.entries(aliases));
      const result = parse(source, (name) => found.get(name));
      if (result.status === 'complete') expectNested(result.script, source.length);
      else expect(result.span.end).toBeLessThanOrEqual(source.length);
    }),
    { numRuns: 1500 },
  );
});

test('what is complete stays so with a newline after it, and means the same', () => {
  fc.assert(
    fc.property(line, (source) => {
      const before = parse(source);
      if (before.status !== 'complete') return;
      const after = parse(`${source}\n`);
      expect(after.status === 'complete' ? script(after.script) : after.message).toBe(script(before.script));
    }),
    { numRuns: 1500 },
  );
});

test('an incomplete line is the beginning of a complete one more often than not: no closed line is called incomplete', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'a b', '"c"', '$x', '$(a)', '(a)', '{ a; }', 'a | b', '! a'), { minLength: 1 }),
      (commands) => {
        expect(parse(commands.join(' ; ')).status).toBe('complete');
        expect(parse(`${commands.join(' ; ')} |`).status).toBe('incomplete');
      },
    ),
  );
});

test('line by line is the same as the whole', () => {
  fc.assert(
    fc.property(line, (source) => {
      const whole = parseFinal(source);
      const results = [...parseLines(source)];
      const last = results.at(-1);
      if (whole.status !== 'complete') expect(last).toEqual(whole);
      else expect(results.flatMap((result) => (result.status === 'complete' ? result.script.lists : []))).toEqual(whole.script.lists);
    }),
    { numRuns: 500 },
  );
});
