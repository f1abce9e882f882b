/** Lays a function out as bash does when it prints one (`declare -f`, `type`). */
import type { AndOr, Case, Command, ConditionalExpression, If, Pipeline, Redirect, Script, Word } from '../syntax/ast.ts';
import type { ShellFunction } from './state.ts';

const INDENT = 4;

/** Writes a tree by bash's own rules: who indents, who ends in a semicolon, where the text of a here-document goes. */
class Layout {
  readonly #source: string;
  #text = '';
  #indentation = 0;
  /** The next command stands on the line that was begun. */
  #inline = false;
  /** Here-documents whose text comes when the line ends. */
  #documents: Redirect[] = [];
  #ended = false;

  constructor(source: string) {
    this.#source = source;
  }

  function({ definition, source }: ShellFunction, head: string): string {
    if (source !== this.#source) throw new Error('a function stands in its own source');
    const { body, redirects } = definition;
    this.#put(`${head} () \n`);
    this.#body(body, [...redirects, ...(body.type === 'group' ? body.redirects : [])]);
    return this.#text;
  }

  #body(body: Command, redirects: readonly Redirect[]): void {
    this.#put(`${' '.repeat(this.#indentation)}{ \n`);
    this.#indented(() => (body.type === 'group' ? this.#script(body.body) : this.#command(body)));
    this.#newline(redirects.length > 0 && body.type === 'group' ? '} ' : '}');
    if (body.type === 'group') this.#redirects(redirects);
  }

  #put(text: string): void {
    this.#text += text;
  }

  #newline(text: string): void {
    this.#put(`\n${' '.repeat(this.#indentation)}${text}`);
  }

  #semicolon(): void {
    if (!/[&\n]$/.test(this.#text)) this.#put(';');
  }

  #indent(): void {
    if (!this.#inline) this.#put(' '.repeat(this.#indentation));
    this.#inline = false;
  }

  #indented(write: () => void): void {
    this.#indentation += INDENT;
    write();
    this.#endDocuments('');
    this.#indentation -= INDENT;
  }

  #span({ span }: { readonly span: { readonly start: number; readonly end: number } }): string {
    return this.#source.slice(span.start, span.end);
  }

  #script({ lists }: Script): void {
    lists.forEach((list, i) => {
      const next = i < lists.length - 1;
      this.#andOr(list);
      if (list.background) {
        this.#endDocuments(' &');
        if (next) this.#put(' ');
        this.#inline = next;
      } else if (next) this.#separate();
    });
  }

  #separate(): void {
    if (this.#documents.length > 0) this.#endDocuments('');
    else if (!this.#ended) this.#put(';');
    this.#ended = false;
    this.#put('\n');
    if (this.#text.endsWith('\n\n')) this.#text = this.#text.slice(0, -1);
  }

  #andOr({ first, rest }: AndOr): void {
    this.#pipeline(first);
    for (const { operator, pipeline } of rest) {
      this.#endDocuments('');
      this.#put(` ${operator} `);
      this.#inline = true;
      this.#pipeline(pipeline);
    }
  }

  #pipeline({ commands, negated, timed }: Pipeline): void {
    if (timed || negated) {
      this.#indent();
      this.#put(`${timed ? 'time ' : ''}${negated ? '! ' : ''}`);
      this.#inline = true;
    }
    commands.forEach((command, i) => {
      this.#command(command);
      if (i === commands.length - 1) return;
      this.#endDocuments(' |');
      this.#put(' ');
      this.#inline = true;
    });
  }

  #command(command: Command): void {
    this.#indent();
    if (command.type === 'simple') {
      this.#simple(command);
      return;
    }
    this.#compound(command);
    if (command.type === 'function' || command.type === 'coproc' || command.redirects.length === 0) return;
    this.#put(' ');
    this.#redirects(command.redirects);
  }

  #simple({ assignments, words, redirects }: Extract<Command, { type: 'simple' }>): void {
    const texts = [...assignments, ...words].map((word) => this.#span(word));
    this.#put(texts.join(' '));
    if (texts.length > 0 && redirects.some(({ operator }) => operator !== '<<')) this.#put(' ');
    this.#redirects(redirects);
  }

  #compound(command: Exclude<Command, { type: 'simple' }>): void {
    switch (command.type) {
      case 'subshell':
        this.#put('( ');
        this.#inline = true;
        this.#script(command.body);
        this.#endDocuments('');
        this.#put(' )');
        return;
      case 'group':
        this.#put('{ \n');
        this.#indented(() => this.#script(command.body));
        this.#newline('}');
        return;
      case 'if':
        this.#if(command.branches, command.otherwise);
        return;
      case 'for':
      case 'select':
        this.#put(`${command.type} ${command.name} in ${command.words?.map((word) => this.#span(word)).join(' ') ?? '"$@"'};`);
        this.#newline('do\n');
        this.#done(command.body);
        return;
      case 'arithmetic-for': {
        const expressions = [command.initial, command.condition, command.step];
        this.#put(`for ((${expressions.map((word) => (word ? this.#span(word).trim() : '1')).join('; ')}))`);
        this.#newline('do\n');
        this.#done(command.body);
        return;
      }
      case 'while':
        this.#put(command.until ? 'until ' : 'while ');
        this.#condition(command.condition, ' do\n');
        this.#done(command.body);
        return;
      case 'case':
        this.#case(command);
        return;
      case 'function':
        this.#put(`function ${command.name} () \n`);
        this.#body(command.body, command.body.type === 'group' ? command.body.redirects : []);
        return;
      case 'conditional':
        this.#put(`[[ ${this.#expression(command.expression)} ]]`);
        return;
      case 'arithmetic':
        this.#put(`((${this.#span(command.expression)}))`);
        return;
      case 'coproc':
        this.#put(`coproc ${command.name} `);
        this.#inline = true;
        this.#command(command.body);
        return;
    }
  }

  /** What is tested, on the line that was begun, and the word after it. */
  #condition(script: Script, then: string): void {
    this.#inline = true;
    this.#script(script);
    this.#endDocuments('');
    this.#semicolon();
    this.#put(then);
  }

  #done(body: Script): void {
    this.#indented(() => this.#script(body));
    this.#semicolon();
    this.#newline('done');
  }

  /** An `elif` is an `if` in the `else`. */
  #if([branch, ...others]: If['branches'], otherwise: Script | undefined): void {
    if (!branch) return;
    this.#put('if ');
    this.#condition(branch.condition, ' then\n');
    this.#indented(() => this.#script(branch.body));
    if (others.length > 0 || otherwise) {
      this.#semicolon();
      this.#newline('else\n');
      this.#indented(() => {
        if (others.length > 0) {
          this.#indent();
          this.#if(others, otherwise);
        } else if (otherwise) this.#script(otherwise);
      });
    }
    this.#semicolon();
    this.#newline('fi');
  }

  #case({ subject, clauses }: Case): void {
    this.#put(`case ${this.#span(subject)} in `);
    this.#indentation += INDENT;
    for (const { patterns, body, ending } of clauses) {
      this.#newline(`${patterns.map((pattern) => this.#span(pattern)).join(' | ')})\n`);
      this.#indented(() => {
        if (body.lists.length === 0) this.#indent();
        this.#script(body);
      });
      this.#newline(ending);
    }
    this.#indentation -= INDENT;
    this.#newline('esac');
  }

  #expression(tree: ConditionalExpression): string {
    switch (tree.type) {
      case 'and':
      case 'or':
        return `${this.#expression(tree.left)} ${tree.type === 'and' ? '&&' : '||'} ${this.#expression(tree.right)}`;
      case 'not':
        return `! ${this.#expression(tree.operand)}`;
      case 'unary':
        return `${tree.operator} ${this.#span(tree.operand)}`;
      case 'binary':
        return `${this.#span(tree.left)} ${tree.operator} ${this.#span(tree.right)}`;
      case 'word':
        return `-n ${this.#span(tree.word)}`;
    }
  }

  #redirects(redirects: readonly Redirect[]): void {
    if (redirects.length > 0) this.#ended = false;
    const shown = redirects.filter(({ operator }) => operator !== '<<');
    this.#put(shown.map((redirect) => this.#redirect(redirect)).join(' '));
    this.#documents.push(...redirects.filter(({ operator }) => operator === '<<'));
  }

  #redirect({ operator, descriptor, variable, target }: Redirect): string {
    const number = variable === undefined ? descriptor : `{${variable}}`;
    const text = this.#span(target);
    if (operator === '>&' || operator === '<&') {
      if (operator === '>&' && number === undefined && !/^[\d$-]/.test(text)) return `&> ${text}`;
      return `${number ?? (operator === '>&' ? 1 : 0)}${operator}${text}`;
    }
    const usual = operator.startsWith('<') ? 0 : 1;
    return `${number === undefined || number === usual ? '' : number}${operator} ${text}`;
  }

  /** The heads of the owed here-documents, what ends their line, and their texts. */
  #endDocuments(after: string): void {
    const owed = this.#documents;
    this.#documents = [];
    for (const { descriptor, delimiter } of owed) this.#put(` ${descriptor ?? ''}<<${delimiter ?? ''}`);
    this.#put(after);
    if (owed.length === 0) return;
    this.#put('\n');
    for (const { target, delimiter } of owed) this.#put(`${this.#document(target)}${(delimiter ?? '').replace(/^-|['"\\]/g, '')}\n`);
    if (after !== '') this.#put(' ');
    this.#ended = true;
  }

  #document(target: Word): string {
    const [part] = target.parts;
    return part?.type === 'quoted' ? part.text : this.#span(target);
  }
}

/** The function's text; `head` is what stands before its parentheses. */
export const layOut = (body: ShellFunction, head = body.definition.name): string => new Layout(body.source).function(body, head);
