import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/domain/error.ts';
import {
  resolveStatusQuery,
  type StatusWords,
  splitWho,
  takeDays,
  takeImposer,
} from '../../../src/ledger/resolve-status-query.ts';

function errorOf(words: StatusWords): UserError {
  try {
    resolveStatusQuery(words);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('words without quotes', () => {
  it.each([
    ['hong kong', ['hong kong'], null],
    ['south korea steel', ['south korea'], 'steel'],
    ['japan steel', ['japan'], 'steel'],
    ['korea car parts', ['korea'], 'car parts'],
    ['jp 7326.90.86.88', ['jp'], '7326.90.86.88'],
    ['japan', ['japan'], null],
    ['nowhere steel', ['nowhere'], 'steel'],
    ['japan hong kong steel', ['japan', 'hong kong'], 'steel'],
    ['japan, korea and EU car parts', ['japan', 'korea', 'EU'], 'car parts'],
    ['japan,korea', ['japan', 'korea'], null],
    ['japan stele', ['japan'], 'stele'],
  ])('"%s" are about %j and %s', (words, who, product) => {
    expect(splitWho(words.split(' '))).toEqual({ who, product });
  });
});

describe('questions in words', () => {
  it('become a query with scopes, imposer and days', () => {
    expect(
      resolveStatusQuery({
        who: 'Japan',
        product: 'aluminum',
        from: 'usa',
        on: '2025-04-01',
        knownOn: '2025-03-01',
      }),
    ).toEqual([
      {
        target: 'JP',
        product: 'aluminium',
        scopes: ['aluminium'],
        on: '2025-04-01',
        knownOn: '2025-03-01',
        imposer: 'US',
        notes: [],
      },
    ]);
  });

  it('about a group become one query a member of that day', () => {
    const targets = resolveStatusQuery({ who: 'USMCA', on: '2025-04-01' }).map(
      ({ target }) => target,
    );

    expect([...targets].sort()).toEqual(['CA', 'MX', 'US']);
  });

  it('carry every assumption into the answer', () => {
    const [query] = resolveStatusQuery({
      who: 'Korea',
      product: '2204',
      on: '2025-04-01',
      from: 'Washington',
    });

    expect(query?.notes).toEqual([
      'Korea is taken as South Korea; say North Korea for the other.',
      'No measure here names HS 2204: what is charged on all goods is shown.',
      'Washington is taken as United States.',
    ]);
  });

  it('take a code that is a word where only a name can stand', () => {
    expect(resolveStatusQuery({ who: 'in', on: '2025-04-01' })[0]?.target).toBe('IN');
  });

  it.each([
    [
      { who: 'Japna', on: '2025-04-01' },
      'unknown-word',
      'No country or group is known as "Japna".',
      'Did you mean Japan?',
    ],
    [
      { who: 'JP', product: 'stel', on: '2025-04-01' },
      'unknown-word',
      'No product is known as "stel".',
      'Did you mean steel?',
    ],
    [
      { who: 'JP', from: 'ASEAN', on: '2025-04-01' },
      'unknown-word',
      'ASEAN does not impose tariffs as one.',
      'one of its members',
    ],
    [
      { who: 'JP', on: '2025-02-30' },
      'bad-date',
      '"2025-02-30" is no day of the calendar.',
      '2025-03-12',
    ],
    [
      { who: ' ', on: '2025-04-01' },
      'missing-argument',
      'Whose goods do you ask about?',
      'status japan steel',
    ],
    [
      { who: 'zzzzzzzz', on: '2025-04-01' },
      'unknown-word',
      'No country or group is known as "zzzzzzzz".',
      'For example',
    ],
  ])('%j are refused as %s with a hint', (words, code, message, hint) => {
    const error = errorOf(words);

    expect([error.code, error.message]).toEqual([code, message]);
    expect(error.hint).toContain(hint);
    if (code !== 'bad-date') expect(error.hint).toContain('status japan steel');
  });
});

describe('the imposer at the end of the words', () => {
  it.each([
    ['japan steel from us', ['japan', 'steel'], 'us'],
    ['japan from united states', ['japan'], 'united states'],
    ['us From EU', ['us'], 'EU'],
    ['japan steel', ['japan', 'steel'], null],
    ['japan steel from atlantis', ['japan', 'steel', 'from', 'atlantis'], null],
    ['from japan', ['from', 'japan'], null],
  ])('is taken as it is typed in a chat: %s', (text, rest, from) => {
    expect(takeImposer(text.split(' '))).toEqual({ rest, from });
  });
});

describe('days among the words', () => {
  it.each([
    ['japan steel on 2025-04-01', ['japan', 'steel'], '2025-04-01', null],
    ['japan known on 2025-02-09 on 2025-03-12', ['japan'], '2025-03-12', '2025-02-09'],
    ['tariffs on steel', ['tariffs', 'on', 'steel'], null, null],
    ['japan steel', ['japan', 'steel'], null, null],
  ])('of "%s" are taken out', (text, rest, on, knownOn) => {
    expect(takeDays(text.split(' '))).toEqual({ rest, on, knownOn });
  });
});
