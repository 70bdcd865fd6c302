// A teaser tells its rate among other percentages: shares, growth, what was before, what others charge or vow, what was found or
// asked for. Whatever stands beside it and however it is set out, the rates of the step are read and no others.
import { describe, expect, it } from 'vitest';
import { kindsOf, misreadTeasers, rateTeasers } from './rate-teasers.ts';

/** Behind how many pairs of a title and a first sentence each second one is read. */
const TIMES = 1;

describe('rates of teasers', () => {
  const grids = rateTeasers().flatMap((teasers) =>
    kindsOf(teasers).map((kind) => ({ name: teasers.name, kind, teasers })),
  );

  it.each(grids)('are read alone beside other figures: $name, $kind', (grid) => {
    expect(misreadTeasers(grid.teasers, grid.kind, TIMES)).toEqual([]);
  });
});
