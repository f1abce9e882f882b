/** The history over visits: in the order of typing, whatever the clock does and whatever else is in the storage. */
import { describe, expect, it } from 'vitest';
import { openHistory } from '../../../src/app/store/history.ts';
import { testHost } from '../../host.ts';

const visitAt = (now: number, storage = testHost().storage) => {
  const clock = { now };
  const host = testHost({ storage, now: () => clock.now });
  return { history: openHistory(host), storage, clock };
};

describe('the order of history', () => {
  it('is that of typing, when the clock is put back between visits', () => {
    const { history, storage } = visitAt(2_000_000_000_000);
    history.add('first');
    history.add('second');
    const later = visitAt(1_000_000_000_000, storage);
    later.history.add('third');
    expect(visitAt(0, storage).history.entries()).toEqual(['first', 'second', 'third']);
  });

  it('is that of typing, when the clock goes back within a visit, or stands still', () => {
    const { history, storage, clock } = visitAt(5_000);
    history.add('first');
    clock.now = 10;
    history.add('second');
    history.add('third');
    expect(visitAt(0, storage).history.entries()).toEqual(['first', 'second', 'third']);
  });

  it('holds between two tabs whose clocks differ', () => {
    const one = visitAt(9_000);
    const other = visitAt(1_000, one.storage);
    one.history.add('first');
    other.history.add('second');
    one.history.add('third');
    expect(visitAt(0, one.storage).history.entries()).toEqual(['first', 'second', 'third']);
  });

  it.each(['__proto__', 'zzzzzzzzz-x', '', '~~~', '-1', '00000000000000000-x'])('is not moved by a foreign key %j', (key) => {
    const { storage } = visitAt(0);
    storage.set(`cvsh:history:${key}`, 'foreign');
    const { history } = visitAt(5_000, storage);
    history.add('first');
    history.add('second');
    const lines = visitAt(0, storage)
      .history.entries()
      .filter((line) => line !== 'foreign');
    expect(lines).toEqual(['first', 'second']);
  });
});
