// The lists by which open stories are looked up: what is found, what is forgotten, what is bounded.
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../src/domain/day.ts';
import { createLookupLists, datedKeys } from '../../../src/stories/lookup-lists.ts';

const DAY = 20_000 * DAY_MS;

function keys(...texts: readonly string[]): { readonly text: string; readonly weight: number }[] {
  return texts.map((text) => ({ text, weight: 1 }));
}

describe('look-up', () => {
  it('finds what shares most first', () => {
    const lists = createLookupLists(60);
    lists.add('one', datedKeys(keys('a'), DAY));
    lists.add('two', datedKeys(keys('a', 'b'), DAY));

    expect(lists.find(keys('a', 'b', 'c'), DAY, 10)).toEqual(['two', 'one']);
  });

  it('trusts a rare key more than a common one', () => {
    const lists = createLookupLists(60);
    for (let at = 0; at < 50; at += 1) lists.add(`common-${at}`, datedKeys(keys('a'), DAY));
    lists.add('rare', datedKeys(keys('b'), DAY));

    expect(lists.find(keys('a', 'b'), DAY, 1)).toEqual(['rare']);
  });

  it('puts what shares alike in the order of its ids, and gives no more than is asked for', () => {
    const lists = createLookupLists(60);
    for (const id of ['d', 'b', 'e', 'a', 'c']) lists.add(id, datedKeys(keys('x'), DAY));
    lists.extend('d', datedKeys(keys('y'), DAY));

    expect(lists.find(keys('x', 'y'), DAY, 3)).toEqual(['d', 'a', 'b']);
    expect(lists.find(keys('x', 'y'), DAY, 9)).toEqual(['d', 'a', 'b', 'c', 'e']);
  });

  it('looks no further than its window', () => {
    const lists = createLookupLists(60);
    lists.add('old', datedKeys(keys('a'), DAY - 90 * DAY_MS));
    lists.add('late', datedKeys(keys('a'), DAY - 55 * DAY_MS));

    expect(lists.find(keys('a'), DAY, 10)).toEqual(['late']);
  });

  it('forgets what was removed or added anew under other keys', () => {
    const lists = createLookupLists(60);
    lists.add('one', datedKeys(keys('a'), DAY));
    lists.add('one', datedKeys(keys('b'), DAY));
    lists.add('two', datedKeys(keys('b'), DAY));
    lists.remove('two');

    expect(lists.find(keys('a'), DAY, 10)).toEqual([]);
    expect(lists.find(keys('b'), DAY, 10)).toEqual(['one']);
  });

  it('finds under what was added later as well, and forgets all of it at once', () => {
    const lists = createLookupLists(60);
    lists.add('one', datedKeys(keys('a'), DAY));
    lists.extend('one', datedKeys(keys('b'), DAY));

    expect(lists.find(keys('a'), DAY, 10)).toEqual(['one']);
    expect(lists.find(keys('b'), DAY, 10)).toEqual(['one']);

    lists.remove('one');

    expect(lists.find(keys('a', 'b'), DAY, 10)).toEqual([]);
  });

  it('keeps the newest of a key that everyone has', () => {
    const lists = createLookupLists(60);
    for (let at = 0; at < 1_000; at += 1) lists.add(`id-${at}`, datedKeys(keys('a'), DAY));

    const found = lists.find(keys('a'), DAY, 5_000);

    expect(found).toHaveLength(400);
    expect(found).toContain('id-999');
    expect(found).not.toContain('id-0');
  });
});
