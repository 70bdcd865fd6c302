// Independent origins: who really speaks, however many outlets print it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOrigins } from '../../../src/stories/count-origins.ts';
import { aSource } from './a-source.ts';

const TEXT =
  'Shipments of seamless pipe slump as smelters in Osaka shutter furnaces, union leaders fear layoffs across Kansai';

describe('independent origins', () => {
  it('counts five outlets with one agency credit once', () => {
    const copies = ['A', 'B', 'C', 'D', 'E'].map((publisher) =>
      aSource({ itemId: publisher, publisher, origin: 'Agency' }),
    );

    expect(countOrigins(copies)).toBe(1);
  });

  it('counts the agency itself and its copies once, however the credit is written', () => {
    expect(
      countOrigins([
        aSource({ publisher: 'Global Wire', origin: 'Global Wire' }),
        aSource({ publisher: 'Harbour Times', origin: 'GLOBAL-WIRE' }),
      ]),
    ).toBe(1);
  });

  it('counts an uncredited copy of one text once', () => {
    expect(
      countOrigins([
        aSource({ publisher: 'A', title: TEXT }),
        aSource({ publisher: 'B', title: `${TEXT} today` }),
      ]),
    ).toBe(1);
  });

  it('counts two desks that write a short headline alike as two', () => {
    expect(
      countOrigins([
        aSource({ publisher: 'A', title: 'Pipe duty doubled' }),
        aSource({ publisher: 'B', title: 'Pipe duty doubled' }),
      ]),
    ).toBe(2);
  });

  it('does not depend on the order of sources', () => {
    const sources = [
      aSource({ itemId: '1', publisher: 'A', origin: 'Agency' }),
      aSource({ itemId: '2', publisher: 'B', title: TEXT }),
      aSource({ itemId: '3', publisher: 'C', title: TEXT, origin: 'Agency' }),
      aSource({ itemId: '4', publisher: 'D' }),
    ];

    fc.assert(
      fc.property(fc.shuffledSubarray(sources, { minLength: 4 }), (shuffled) => {
        expect(countOrigins(shuffled)).toBe(2);
      }),
    );
  });
});
