import { describe, expect, it } from 'vitest';
import { readItem } from '../../../../src/reading/read-item.ts';

function read(title: string, summary = '') {
  return readItem({ title, summary, published: '2025-09-10', lang: 'en' });
}

describe('a verb that does nothing to the tariff near it', () => {
  it.each([
    'Chile and Peru deepen trade ties amid tariffs',
    "Chile's copper tariff stays unchanged",
    'Norway keeps tariffs in place as ministers meet',
    'Retailers to pass on the cost of tariffs',
    'Import duties hit $4 billion in May',
  ])('tells no step: "%s"', (title) => {
    expect(read(title).relevance).toBe('no');
  });

  it.each([
    ['Chile links tariffs on Peru to border talks', 'threatened'],
    ['Norway keeps anti-dumping duty on Chilean salmon for five more years', 'other'],
    ['Oslo signals no tariff waiver for Chile', 'exemption-denied'],
    ["Norway's council levies anti-dumping duties on Chilean salmon", 'imposed'],
  ])('tells one where it does: "%s" is %s', (title, action) => {
    expect(read(title).action).toBe(action);
  });
});

describe('an official title', () => {
  it.each([
    ['Notification No. 5/2025: safeguard duty on glass', 'imposed'],
    ['Regulation No. 5/2025: exemption of flour from customs duty', 'exempted'],
    ['TRA recommendation for duties on Peruvian glass accepted', 'imposed'],
    ['Modifying Duties on the Government of Peru', 'other'],
  ])('tells the act that it numbers or names: "%s" is %s', (title, action) => {
    expect(read(title).action).toBe(action);
  });

  it.each([
    'Glass From Peru: Antidumping Duty Order; Correction',
    'Request for Comments on Whether Certain Exclusions Warrant Extension in the Section 301 Investigation',
  ])('of paperwork is routine: "%s"', (title) => {
    expect(read(title).relevance).toBe('routine');
  });
});

describe('a deal', () => {
  it('leads where it is what acts', () => {
    expect(read('Norway-Chile pact lowers salmon tariffs to 5%').action).toBe('deal-reached');
  });

  it('is none where one body agrees on a duty for the goods of another', () => {
    expect(read('EU agrees 5% duty on Peruvian glass').action).toBe('imposed');
  });
});

describe('the duties behind a title that speaks of tariffs', () => {
  it('are meant as such without goods or a rate beside them', () => {
    const reading = readItem({
      title: 'Trump backs away from 40% tariffs on Chile',
      summary: 'The duties are put back after a call.',
      published: '2025-09-10',
      lang: 'en',
    });

    expect(reading.action).toBe('delayed');
  });

  it('stay a threat where the title restates one', () => {
    const reading = readItem({
      title: "Chile unmoved after Trump's 40% tariff threat",
      summary: 'The duty is due to start in November.',
      published: '2025-09-10',
      lang: 'en',
    });

    expect(reading.action).toBe('threatened');
  });
});

describe('a deal that is only pushed for', () => {
  it('is not reached', () => {
    expect(read('Norway and Chile push to conclude tariff deal').relevance).toBe('no');
  });
});
