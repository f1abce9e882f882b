/** The collection: each file directly on a shelf is one unit, named as its file, under the topic of its shelf. */
import { describe, expect, it } from 'vitest';
import { completers } from '../src/app/editing/complete.ts';
import { nameOf } from '../src/app/registry.ts';
import { topicOf } from '../src/career/commands/help/topics.ts';
import type { CommandFacts } from '../src/os/command.ts';

const files = import.meta.glob<CommandFacts>(
  ['../src/builtins/*.ts', '../src/commands/*/*.ts', '../src/career/commands/*.ts', '../src/exhibits/*.ts'],
  { import: 'default', eager: true },
);

/** What help shows elsewhere on purpose: with what a visitor types first, or with the utilities that they are elsewhere. */
const elsewhere: Readonly<Record<string, string>> = {
  cat: 'résumé',
  fg: 'résumé',
  jobs: 'résumé',
  ls: 'résumé',
  printf: 'text',
  tree: 'résumé',
};

/** The topic of what stands beside the file; the résumé's own commands say which they belong to. */
const shelfOf = (path: string): string | undefined => {
  const [layer, shelf = ''] = path.split('/').slice(2, -1);
  return layer === 'builtins' ? 'shell' : layer === 'commands' ? shelf : layer === 'exhibits' ? layer : undefined;
};

const kindsOf = ({ options, operands }: CommandFacts): readonly string[] =>
  [...Object.values(options), ...operands].map(({ kind }) => kind).filter((kind) => typeof kind === 'string');

describe.each(Object.entries(files))('%s', (path, facts) => {
  it('defines the command of its name', () => {
    expect(facts.name).toBe(nameOf(path));
  });

  it('has a topic that help lists, its shelf’s unless it stands elsewhere on purpose', () => {
    expect(topicOf(facts.topic)).toBe(facts.topic);
    const shelf = shelfOf(path);
    if (shelf !== undefined) expect(facts.topic).toBe(elsewhere[facts.name] ?? shelf);
  });

  it('has operands of kinds that completion knows', () => {
    expect(kindsOf(facts).filter((kind) => !completers.has(kind))).toEqual([]);
  });
});

it('stands elsewhere only where it says so for a reason', () => {
  const names = Object.values(files).map(({ name }) => name);
  expect(Object.keys(elsewhere).filter((name) => !names.includes(name))).toEqual([]);
});
