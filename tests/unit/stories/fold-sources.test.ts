// What a set of sources says together: the highest rung sets a fact, lower ones fill gaps, order never matters.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIONS, RUNGS } from '../../../src/domain/reading.ts';
import { foldSources } from '../../../src/stories/fold-sources.ts';
import { aSource, rates } from './a-source.ts';

describe('fold of sources', () => {
  it('takes the facts of the highest rung', () => {
    const press = aSource({
      itemId: 'I-1',
      facts: { rates: rates(20), effectiveOn: '2025-03-10' },
    });
    const gazette = aSource({
      itemId: 'I-2',
      rung: 'gazette',
      facts: { effectiveOn: '2025-03-12' },
    });

    const told = foldSources([press, gazette]);

    expect(told.rates.map((rate) => rate.pct)).toEqual([25]);
    expect(told.effectiveOn).toBe('2025-03-12');
    expect(told.rung).toBe('gazette');
    expect(told.title).toBe(gazette.title);
  });

  it('lets the press fill what the official source leaves open', () => {
    const press = aSource({ itemId: 'I-1', facts: { effectiveOn: '2025-03-10' } });
    const statement = aSource({ itemId: 'I-2', rung: 'statement', facts: { rates: [] } });

    const told = foldSources([statement, press]);

    expect(told.effectiveOn).toBe('2025-03-10');
    expect(told.rates.map((rate) => rate.pct)).toEqual([25]);
  });

  it('follows most independent origins where sources of one rung disagree', () => {
    const said = (itemId: string, origin: string, effectiveOn: string) =>
      aSource({ itemId, origin, facts: { effectiveOn } });

    const told = foldSources([
      said('I-1', 'Agency A', '2025-03-10'),
      said('I-2', 'Agency A', '2025-03-10'),
      said('I-3', 'Agency B', '2025-03-12'),
      said('I-4', 'Agency C', '2025-03-12'),
    ]);

    expect(told.effectiveOn).toBe('2025-03-12');
  });

  it('prefers any named step to one that the reader could not name', () => {
    const told = foldSources([
      aSource({ itemId: 'I-1', facts: { action: 'other' } }),
      aSource({
        itemId: 'I-2',
        on: '2025-03-04',
        facts: { action: 'suspended', stage: 'suspended' },
      }),
    ]);

    expect(told.action).toBe('suspended');
    expect(told.stage).toBe('suspended');
  });

  it('says every origin once, not every origin and one of them', () => {
    const told = foldSources([
      aSource({ itemId: 'I-1', facts: { targets: ['WORLD'] } }),
      aSource({ itemId: 'I-2', facts: { targets: ['AU'] } }),
    ]);

    expect(told.targets).toEqual(['WORLD']);
  });

  it('prints a figure once when only one source says what it comes on top of', () => {
    const [plain] = rates(25);
    if (plain === undefined) throw new Error('a rate is needed');
    const told = foldSources([
      aSource({ itemId: 'I-1', facts: { rates: [plain] } }),
      aSource({ itemId: 'I-2', facts: { rates: [{ ...plain, kind: 'additional' }] } }),
    ]);

    expect(told.rates.map((rate) => [rate.pct, rate.kind])).toEqual([[25, 'additional']]);
  });

  it('counts no rate that is only threatened among those that are laid', () => {
    const laid = aSource({ itemId: 'I-1', origin: 'a', facts: { rates: rates(25) } });
    const again = aSource({ itemId: 'I-2', origin: 'b', facts: { rates: rates(25) } });
    const threat = aSource({
      itemId: 'I-3',
      origin: 'c',
      facts: { action: 'threatened', stage: 'threatened', rates: rates(50) },
    });

    expect(foldSources([laid, again, threat]).rates.map(({ pct }) => pct)).toEqual([25]);
    expect(foldSources([threat]).rates.map(({ pct }) => pct)).toEqual([50]);
  });

  it('moves on to in force once the announced day has come and somebody reports it', () => {
    const act = aSource({
      itemId: 'I-1',
      rung: 'customs',
      on: '2025-03-11',
      facts: { effectiveOn: '2025-03-12' },
    });
    const inForce = { stage: 'in-force', effectiveOn: '2025-03-12' } as const;
    const early = aSource({ itemId: 'I-2', on: '2025-03-11', facts: inForce });
    const onTheDay = aSource({ itemId: 'I-3', on: '2025-03-12', facts: inForce });

    expect(foldSources([act]).stage).toBe('announced');
    expect(foldSources([act, early]).stage).toBe('announced');
    expect(foldSources([act, early, onTheDay]).stage).toBe('in-force');
  });

  it('follows an authority to the step that it takes on a later day', () => {
    const adopted = aSource({ itemId: 'I-1', rung: 'statement', on: '2025-04-09' });
    const suspended = aSource({
      itemId: 'I-2',
      rung: 'statement',
      on: '2025-04-10',
      facts: { action: 'suspended', stage: 'suspended' },
    });
    const rumour = aSource({
      itemId: 'I-3',
      on: '2025-04-11',
      facts: { action: 'removed', stage: 'ended' },
    });

    const told = foldSources([adopted, suspended, rumour]);

    expect(told).toMatchObject({ action: 'suspended', stage: 'suspended' });
  });

  it('refuses to tell a story without sources', () => {
    expect(() => foldSources([])).toThrow('without sources');
  });
});

const anySources = fc
  .array(
    fc.record({
      rung: fc.constantFrom(...RUNGS),
      on: fc.constantFrom('2025-03-01', '2025-03-02', '2025-03-09'),
      origin: fc.constantFrom('Agency A', 'Agency B', 'Desk C'),
      action: fc.constantFrom(...ACTIONS),
      pcts: fc.subarray([10, 25, 50]),
      effectiveOn: fc.constantFrom(null, '2025-03-12', '2025-04-01'),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((rows) =>
    rows.map(({ rung, on, origin, pcts, ...facts }, at) =>
      aSource({ itemId: `I-${at}`, rung, on, origin, facts: { ...facts, rates: rates(...pcts) } }),
    ),
  );

describe('for any sources', () => {
  it('does not depend on their order', () => {
    fc.assert(
      fc.property(
        anySources.chain((sources) =>
          fc.tuple(
            fc.constant(sources),
            fc.shuffledSubarray(sources, { minLength: sources.length }),
          ),
        ),
        ([sources, shuffled]) => {
          expect(foldSources(shuffled)).toEqual(foldSources(sources));
        },
      ),
    );
  });

  it('never lets one more press item change what an official source states, nor the rung', () => {
    fc.assert(
      fc.property(anySources, anySources, (sources, others) => {
        const official = aSource({
          itemId: 'I-official',
          rung: 'statement',
          facts: {
            rates: rates(33),
            effectiveOn: '2025-05-05',
            action: 'reduced',
            stage: 'announced',
          },
        });
        const before = foldSources([official, ...sources]);

        const press = { ...(others[0] ?? official), itemId: 'I-new', rung: 'press' } as const;
        const after = foldSources([official, ...sources, press]);

        expect(after.rung).toBe(before.rung);
        expect(after.rates).toEqual(before.rates);
        expect(after.effectiveOn).toBe(before.effectiveOn);
        expect(after.action).toBe(before.action);
        expect(after.stage).toBe(before.stage);
      }),
    );
  });
});
