/** The settings across visits: what is stored, what of it is taken, and what happens to the rest. */
import { describe, expect, it } from 'vitest';
import { createSettings } from '../../../src/app/store/settings.ts';
import type { Storage } from '../../../src/os/host.ts';

const KEY = 'cvsh:settings';
const DAMAGED = 'cvsh:settings-damaged';

interface Memory extends Storage {
  readonly values: Map<string, string>;
  /** How often anything was written. */
  writes: number;
}

const memory = (text?: string): Memory => {
  const values = new Map<string, string>(text === undefined ? [] : [[KEY, text]]);
  const storage: Memory = {
    values,
    writes: 0,
    get: (key) => values.get(key),
    set: (key, value) => {
      storage.writes++;
      values.set(key, value);
      return true;
    },
    remove: (key) => void values.delete(key),
    keys: () => [...values.keys()],
  };
  return storage;
};

const defaults = { theme: 'auto', fontScale: 1, motion: 'auto', view: 'terminal', transcript: [] };
const chosen = { theme: 'amber', fontScale: 1.25, motion: 'reduced' } as const;

const stored = (storage: Memory): unknown => JSON.parse(storage.values.get(KEY) ?? 'null');

describe('settings', () => {
  it('begin as they are by default, and write nothing before one is changed', () => {
    const storage = memory();
    const settings = createSettings(storage);
    expect(settings.getState()).toEqual(defaults);
    settings.setState({ view: 'plain', transcript: [{ id: 1, command: 'ls', lines: [], omitted: 0, status: 0 }] });
    settings.setState({ theme: 'auto' });
    expect(storage.writes).toBe(0);
  });

  it('are there on the next visit, without the view and the transcript', () => {
    const storage = memory();
    createSettings(storage).setState({
      ...chosen,
      view: 'plain',
      transcript: [{ id: 1, command: 'ls', lines: [], omitted: 0, status: 0 }],
    });
    expect(stored(storage)).toEqual({ state: chosen, version: 2 });
    expect(createSettings(storage).getState()).toEqual({ ...defaults, ...chosen });
    expect(storage.writes).toBe(1);
  });

  it('can be set back to what they are by default', () => {
    const storage = memory();
    createSettings(storage).setState(chosen);
    createSettings(storage).setState({ theme: 'auto', fontScale: 1, motion: 'auto' });
    expect(createSettings(storage).getState()).toEqual(defaults);
  });

  it('of version 1 are taken over, and kept in the new form', () => {
    const storage = memory(JSON.stringify({ version: 1, ...chosen }));
    expect(createSettings(storage).getState()).toEqual({ ...defaults, ...chosen });
    expect(stored(storage)).toEqual({ state: chosen, version: 2 });
    expect(storage.values.has(DAMAGED)).toBe(false);
  });

  it.each<[text: string, settings: object]>([
    ['{"version":1,"theme":"../../x","fontScale":1e9,"motion":"full"}', { motion: 'full' }],
    ['{"version":1,"theme":["amber"],"fontScale":"2","motion":null}', {}],
    ['{"version":1}', {}],
    ['{"state":{"theme":"amber","fontScale":-1,"motion":"fast"},"version":2}', { theme: 'amber' }],
    ['{"state":{"theme":7,"fontScale":{"valueOf":1},"motion":true},"version":2}', {}],
    ['{"state":{"view":"plain","transcript":"x","extra":1,"fontScale":2},"version":2}', { fontScale: 2 }],
    ['{"state":[],"version":2}', {}],
    ['{"state":"theme","version":2}', {}],
    ['{"state":{"__proto__":{"theme":"amber","polluted":1}},"version":2}', {}],
    ['{"version":1,"__proto__":{"theme":"amber","polluted":1}}', {}],
  ])('take only what is sound of %s', (text, sound) => {
    expect(createSettings(memory(text)).getState()).toEqual({ ...defaults, ...sound });
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it.each([
    ['', 'an empty text'],
    ['{', 'broken JSON'],
    ['null', 'nothing'],
    ['7', 'a number'],
    ['"amber"', 'a text'],
    ['[1,{}]', 'a list'],
    ['{"__proto__":{"version":2,"state":{"theme":"amber"}}}', 'a prototype'],
    ['{"theme":"amber"}', 'no version'],
    ['{"version":2}', 'no settings'],
    ['{"version":"2","state":{"theme":"amber"}}', 'a version that is no number'],
    ['{"version":99,"state":{"theme":"amber","shape":"new"}}', 'a version of the future'],
  ])('set aside what they cannot read: %s, %s', (text) => {
    const storage = memory(text);
    const settings = createSettings(storage);
    expect(settings.getState()).toEqual(defaults);
    expect([...storage.values]).toEqual([[DAMAGED, text]]);
    settings.setState(chosen);
    expect(createSettings(storage).getState()).toEqual({ ...defaults, ...chosen });
    expect(storage.values.get(DAMAGED)).toBe(text);
  });

  it('leave what they cannot read where it is, while there is no room beside it', () => {
    const storage: Memory = { ...memory('{'), set: () => false };
    const settings = createSettings(storage);
    settings.setState(chosen);
    expect(settings.getState()).toEqual({ ...defaults, ...chosen });
    expect([...storage.values]).toEqual([[KEY, '{']]);
  });

  it('hold for the visit where nothing can be kept', () => {
    const none: Storage = { get: () => undefined, set: () => false, remove: () => {}, keys: () => [] };
    const settings = createSettings(none);
    settings.setState(chosen);
    expect(settings.getState()).toEqual({ ...defaults, ...chosen });
  });
});
