/** Shows a syntax tree as a short expression, so that a test can be a table of lines beside what they mean. */
import type {
  AndOr,
  ArrayElement,
  Assignment,
  Command,
  ConditionalExpression,
  ParameterOperation,
  Pipeline,
  Redirect,
  Script,
  Subscript,
  Word,
  WordPart,
} from '../../src/syntax/ast.ts';
import { parse } from '../../src/syntax/parse.ts';

/** The tree of `source`, or how and where it fails: `status: message @start-end`. */
export function shape(source: string, aliases?: (name: string) => string | undefined): string {
  const result = parse(source, aliases);
  if (result.status === 'complete') return script(result.script);
  return `${result.status}: ${result.message} @${result.span.start}-${result.span.end}`;
}

export function script(tree: Script): string {
  return tree.lists.map(andOr).join(' ; ');
}

function andOr(list: AndOr): string {
  const joined = list.rest.reduce(
    (left, { operator, pipeline: right }) => `(${operator} ${left} ${pipeline(right)})`,
    pipeline(list.first),
  );
  return list.background ? `(& ${joined})` : joined;
}

function pipeline(tree: Pipeline): string {
  const stages = tree.commands.map(command).join(' ');
  const piped = tree.commands.length > 1 ? `(| ${stages})` : stages;
  const timed = tree.timed ? `(time ${piped})` : piped;
  return tree.negated ? `(! ${timed})` : timed;
}

function command(tree: Command): string {
  return `(${[body(tree), ...tree.redirects.map(redirect)].filter(Boolean).join(' ')})`;
}

function body(tree: Command): string {
  switch (tree.type) {
    case 'simple':
      return [...tree.assignments.map(assignment), ...tree.words.map(word)].join(' ');
    case 'subshell':
    case 'group':
      return `${tree.type} ${script(tree.body)}`;
    case 'if': {
      const branches = tree.branches.map((branch) => `[${script(branch.condition)} => ${script(branch.body)}]`);
      return `if ${branches.join(' ')}${tree.otherwise ? ` else ${script(tree.otherwise)}` : ''}`;
    }
    case 'for':
      return `for ${tree.name} in ${tree.words ? `[${tree.words.map(word).join(' ')}]` : '"$@"'} ${script(tree.body)}`;
    case 'select':
      return `select ${tree.name}${tree.words ? ` in ${tree.words.map(word).join(' ')}` : ''} ${script(tree.body)}`;
    case 'coproc':
      return `coproc ${tree.name} ${command(tree.body)}`;
    case 'arithmetic-for':
      return `for ((${[tree.initial, tree.condition, tree.step].map(optional).join('; ')})) ${script(tree.body)}`;
    case 'while':
      return `${tree.until ? 'until' : 'while'} [${script(tree.condition)}] ${script(tree.body)}`;
    case 'case': {
      const clauses = tree.clauses.map((clause) => `[${clause.patterns.map(word).join(' | ')} => ${script(clause.body)} ${clause.ending}]`);
      return ['case', word(tree.subject), ...clauses].join(' ');
    }
    case 'function':
      return `function ${tree.name} ${command(tree.body)}`;
    case 'conditional':
      return `[[ ${condition(tree.expression)} ]]`;
    case 'arithmetic':
      return `((${word(tree.expression)}))`;
  }
}

function condition(tree: ConditionalExpression): string {
  switch (tree.type) {
    case 'and':
    case 'or':
      return `(${tree.type} ${condition(tree.left)} ${condition(tree.right)})`;
    case 'not':
      return `(not ${condition(tree.operand)})`;
    case 'unary':
      return `(${tree.operator} ${word(tree.operand)})`;
    case 'binary':
      return `(${tree.operator} ${word(tree.left)} ${word(tree.right)})`;
    case 'word':
      return word(tree.word);
  }
}

function assignment(tree: Assignment): string {
  const name = `${tree.name}${tree.subscript ? `[${word(tree.subscript)}]` : ''}`;
  return `${name}${tree.append ? '+=' : ':='}${tree.elements ? elements(tree.elements) : optional(tree.value)}`;
}

function elements(trees: readonly ArrayElement[]): string {
  const texts = trees.map(
    ({ subscript, append, value }) => `${subscript ? `[${word(subscript)}]${append ? '+=' : '='}` : ''}${optional(value)}`,
  );
  return `(${texts.join(', ')})`;
}

function redirect(tree: Redirect): string {
  return `${tree.descriptor ?? ''}${tree.operator}${word(tree.target)}`;
}

function optional(tree: Word | undefined): string {
  return tree ? word(tree) : '';
}

/** Literal text stands bare, quoted text between single quotes. */
function word(tree: Word): string {
  return tree.parts.map(part).join('');
}

function part(tree: WordPart): string {
  switch (tree.type) {
    case 'literal':
      return tree.text;
    case 'quoted':
      return `'${tree.text}'`;
    case 'double':
      return `"${tree.parts.map(part).join('')}"`;
    case 'parameter':
      return `\${${tree.indirect ? '!' : ''}${tree.name}${brackets(tree.subscript)}${tree.operation ? ` ${operation(tree.operation)}` : ''}}`;
    case 'command':
      return `$(${script(tree.script)})`;
    case 'arithmetic':
      return `$((${word(tree.expression)}))`;
    case 'array':
      return elements(tree.elements);
    case 'process':
      return `${tree.direction === 'in' ? '<' : '>'}(${script(tree.script)})`;
  }
}

function brackets(tree: Subscript | undefined): string {
  if (tree === undefined) return '';
  return `[${typeof tree === 'string' ? tree : word(tree)}]`;
}

function operation(tree: ParameterOperation): string {
  switch (tree.type) {
    case 'length':
      return 'length';
    case 'keys':
      return 'keys';
    case 'names':
      return `names${tree.joined ? ' joined' : ''}`;
    case 'bad':
      return `bad ${tree.text}`;
    case 'trim':
      return `${tree.longest ? 'longest ' : ''}${tree.side} ${optional(tree.pattern)}`;
    case 'replace':
      return `replace ${tree.where} ${optional(tree.pattern)} by ${optional(tree.replacement)}`;
    case 'slice':
      return `slice ${word(tree.offset)} ${optional(tree.length)}`;
    case 'case':
      return `${tree.to}${tree.all ? ' all' : ''} ${optional(tree.pattern)}`;
    case 'transform':
      return `@${tree.letter}`;
    default:
      return `${tree.type}${tree.colon ? ':' : ''} ${optional(tree.word)}`;
  }
}
