import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/day.ts';
import { UserError } from '../../../src/domain/error.ts';
import { createLedger } from '../../../src/ledger/create-ledger.ts';
import { readHtsExport } from '../../../src/ledger/normal-duty.ts';
import { resolveStatusQuery, splitWho } from '../../../src/ledger/resolve-status-query.ts';
import { statusOn } from '../../../src/ledger/status-on.ts';
import { DataFileError } from '../../../src/reference/data-file.ts';
import { findJurisdiction, nearestJurisdiction } from '../../../src/reference/find-jurisdiction.ts';
import { findProduct, nearestProduct } from '../../../src/reference/find-product.ts';
import { loadSeedEntries, loadSeedMeasures } from '../../../src/reference/measures.ts';
import { parseMeasures } from '../../../src/reference/parse-measures.ts';

const ledger = createLedger(loadSeedEntries());
const seeded = loadSeedMeasures().map(({ measure }) => measure);
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('__proto__', 'constructor', 'toString', '7'.repeat(500), 'ä'.repeat(3_000)),
);
const day = fc.integer({ min: 0, max: 3_400 }).map((count) => addDays('2018-01-01', count));

describe('whatever a user types', () => {
  it('is found or not found, and never throws', () => {
    fc.assert(
      fc.property(text, (typed) => {
        findJurisdiction(typed);
        nearestJurisdiction(typed);
        findProduct(typed);
        nearestProduct(typed);
        splitWho(typed.split(' '));
      }),
      { numRuns: 300 },
    );
  });

  it('becomes queries or a UserError with a hint', () => {
    fc.assert(
      fc.property(text, text, text, (who, product, on) => {
        try {
          expect(resolveStatusQuery({ who, product, on }).length).toBeGreaterThan(0);
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
          expect(error.hint).not.toBe('');
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('whatever is asked', () => {
  const lane = fc.record({
    imposer: fc.constantFrom(...new Set(seeded.map(({ imposer }) => imposer))),
    target: fc.constantFrom(...new Set(seeded.map(({ target }) => target))),
    product: fc.constantFrom(...new Set(seeded.map(({ productScope }) => productScope))),
    on: day,
    knownOn: fc.option(day, { nil: null }),
  });

  it('the sum is that of the lines that apply, and no measure stands twice in the answer', () => {
    fc.assert(
      fc.property(lane, (query) => {
        const answer = statusOn(ledger, query).imposers[0];
        const applying = answer?.measures.filter(({ standing }) => standing === 'applies') ?? [];
        const sum = applying.reduce(
          (all, { rate_pct }) => all + Math.round((rate_pct ?? 0) * 100),
          0,
        );
        const ids = answer?.measures.map(({ id }) => id) ?? [];

        expect(new Set(ids).size).toBe(ids.length);
        expect(answer?.stage === 'in-force').toBe(applying.length > 0);
        if (applying.length > 0 && answer?.extra_rate_pct !== null) {
          expect(answer?.extra_rate_pct).toBe(sum / 100);
        }
      }),
      { numRuns: 600 },
    );
  });

  it('an excluded measure names one that applies, or one that was excluded in its turn', () => {
    fc.assert(
      fc.property(lane, (query) => {
        const measures = statusOn(ledger, query).imposers[0]?.measures ?? [];
        const known = new Set(
          measures.flatMap(({ id, standing }) =>
            standing === 'applies' || standing === 'excluded' ? [id] : [],
          ),
        );
        for (const one of measures.filter(({ standing }) => standing === 'excluded')) {
          const by = /^excluded by (\S+?)(?: under|:)/.exec(one.standing_reason)?.[1];

          expect(known).toContain(by);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('whatever stands in a file', () => {
  it('of measures is read or refused by file and line', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(text, fc.constantFrom('id: x', 'imposer: US', '', 'rate: 5'))),
        (lines) => {
          try {
            parseMeasures('x.txt', lines.join('\n'));
          } catch (error) {
            if (!(error instanceof DataFileError)) throw error;
            expect(error.message).toMatch(/^x\.txt:\d+: /);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('of tariff lines is read or counted as a problem', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(readHtsExport(json).table.imposer).toBe('US');
      }),
      { numRuns: 300 },
    );
  });
});
