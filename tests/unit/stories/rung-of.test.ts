// The rung of an item's evidence by publisher and wording.
import { describe, expect, it } from 'vitest';
import { type RungInput, rungOf } from '../../../src/stories/rung-of.ts';

function rung(given: Partial<RungInput>): string {
  const input: RungInput = {
    tier: 'authority',
    country: 'US',
    title: '',
    summary: '',
    imposers: ['US'],
  };
  return rungOf({ ...input, ...given }).rung;
}

describe('rung of an item', () => {
  it('is press for press and wires, whatever they quote', () => {
    expect(
      rung({ tier: 'press', title: 'Proclamation signed', summary: 'it is hereby ordered' }),
    ).toBe('press');
    expect(rung({ tier: 'wire', title: 'Executive Order in full' })).toBe('press');
  });

  it('is gazette and customs for those who publish there', () => {
    expect(rung({ tier: 'gazette' })).toBe('gazette');
    expect(rung({ tier: 'customs' })).toBe('customs');
  });

  it('is a statement for what an authority says about an act', () => {
    expect(
      rung({
        title: 'Fact Sheet: The President imposes a duty',
        summary: 'He signed a Proclamation',
      }),
    ).toBe('statement');
    expect(rung({ title: 'Minister on new duties' })).toBe('statement');
  });

  it.each([
    ['Executive Order 19999 of June 1', ''],
    ['Commission Implementing Regulation (EU) 2031/17 on glass fibre', ''],
    ['The Customs (Tariff Suspension) Regulations 2031', ''],
    ['Notification No. 7/2031-Customs', ''],
    ['Adjusting Imports of Widgets', 'By the authority vested in me as President, I proclaim'],
  ])('is an instrument for the act itself: %s', (title, summary) => {
    expect(rung({ title, summary })).toBe('instrument');
  });

  it('is no more than a statement when another country publishes', () => {
    expect(rung({ tier: 'gazette', country: 'JP', imposers: ['US'] })).toBe('statement');
    expect(rung({ tier: 'customs', country: 'JP', imposers: ['US', 'JP'] })).toBe('customs');
  });

  it('keeps the rung when the imposer was not read', () => {
    expect(rung({ tier: 'gazette', country: 'JP', imposers: [] })).toBe('gazette');
  });

  it('always gives a reason', () => {
    expect(
      rungOf({ tier: 'press', country: null, title: '', summary: '', imposers: [] }).reason,
    ).not.toBe('');
  });
});
