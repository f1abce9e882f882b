/** What can be known of a program's names before it runs: its global variables, and which parameters are arrays. */
import type { Expression, FunctionDefinition, Program } from './ast.ts';
import { specialNames } from './runtime.ts';

/** A node of the tree as far as its names matter. */
interface Named {
  readonly kind: string;
  readonly name?: unknown;
  readonly variable?: unknown;
  readonly array?: unknown;
  readonly args?: readonly Expression[];
}

/** Visits every node below a value that has a kind. */
const walk = (value: unknown, visit: (node: Named) => void): void => {
  if (typeof value !== 'object' || value === null) return;
  if ('kind' in value) visit(value as Named);
  for (const child of value instanceof Map ? value.values() : Object.values(value)) walk(child, visit);
};

/** Names that a node uses as variables. */
const namesIn = ({ kind, name, variable, array }: Named): string[] =>
  [kind === 'variable' ? name : undefined, kind === 'forIn' ? variable : undefined, array].filter((each) => typeof each === 'string');

/** The global variables in the order of their places: awk's own first. NF is none of them, it belongs to the record. */
export const globalNames = ({ begin, rules, end, functions }: Program): string[] => {
  const names = new Set<string>(specialNames);
  const collect = (value: unknown, locals: readonly string[]): void =>
    walk(value, (node) => {
      for (const name of namesIn(node)) if (!locals.includes(name) && name !== 'NF') names.add(name);
    });
  collect([begin, rules, end], []);
  for (const { parameters, body } of functions.values()) collect(body, parameters);
  return [...names];
};

/** Which arguments of awk's own functions are arrays. */
const arrayArguments: Readonly<Record<string, readonly number[]>> = { split: [1, 3], match: [2], asort: [0, 1], asorti: [0, 1] };

/** For each function the places of the parameters that it uses as arrays, directly or by handing them on. */
export const arrayParameters = (functions: ReadonlyMap<string, FunctionDefinition>): ReadonlyMap<string, ReadonlySet<number>> => {
  const found = new Map([...functions.keys()].map((name) => [name, new Set<number>()]));
  let changed = true;
  const mark = ({ name, parameters }: FunctionDefinition, parameter: unknown): void => {
    const index = parameters.indexOf(String(parameter));
    const places = found.get(name);
    if (index < 0 || !places || places.has(index)) return;
    places.add(index);
    changed = true;
  };
  const markArguments = (definition: FunctionDefinition, args: readonly Expression[], places: Iterable<number>): void => {
    for (const place of places) {
      const argument = args[place];
      if (argument?.kind === 'variable') mark(definition, argument.name);
    }
  };
  while (changed) {
    changed = false;
    for (const definition of functions.values()) {
      walk(definition.body, (node) => {
        if (node.array !== undefined) mark(definition, node.array);
        if (node.kind === 'builtin') markArguments(definition, node.args ?? [], arrayArguments[String(node.name)] ?? []);
        if (node.kind === 'call') markArguments(definition, node.args ?? [], found.get(String(node.name)) ?? []);
      });
    }
  }
  return found;
};
