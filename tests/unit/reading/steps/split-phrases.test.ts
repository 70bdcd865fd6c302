import { describe, expect, it } from 'vitest';
import { readItem } from '../../../../src/reading/read-item.ts';

function read(title: string) {
  return readItem({ title, summary: '', published: '2025-09-10', lang: 'en' });
}

describe('a phrase that holds its tariff in the middle', () => {
  it.each([
    ['Norway takes salmon duty to 30%', 'increased'],
    ['Norway shifts start of salmon tariffs to March', 'delayed'],
    ['Norway kicks salmon tariff hike to 2027', 'delayed'],
    ['Norway keeps Chilean salmon out of new tariff', 'exempted'],
    ['Chile asks Norway to leave salmon out of tariffs', 'exemption-sought'],
    ['Appeals court lets salmon tariffs stand for now', 'other'],
    ['Trade court rejects salmon tariffs', 'struck-down'],
    ['Norwegian duty on salmon will not start before 2027', 'delayed'],
  ])('tells a step: "%s" is %s', (title, action) => {
    const reading = read(title);

    expect(reading.relevance).toBe('yes');
    expect(reading.action).toBe(action);
  });

  it.each([
    'Norway takes tariff case to Geneva',
    'Norway keeps calm over salmon tariff',
    'Trade court rejects challenge to salmon tariffs',
  ])('tells none without its second half: "%s"', (title) => {
    expect(read(title).relevance).toBe('no');
  });
});

describe('a tariff told as a means', () => {
  it('is laid where its rate ends the title', () => {
    expect(read('Oslo walls off fish market with 40% duty').action).toBe('imposed');
  });

  it('is not where somebody only bears it', () => {
    expect(read('Norwegian fish farms cope with 40% US tariff').relevance).toBe('no');
  });
});
