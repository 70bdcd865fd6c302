import { describe, expect, it } from 'vitest';
import { findJurisdiction, nearestJurisdiction } from '../../../src/reference/find-jurisdiction.ts';
import { isMember, membersOn } from '../../../src/reference/memberships.ts';

describe('names of jurisdictions', () => {
  it.each([
    ['japan', 'JP'],
    ['JAPAN', 'JP'],
    ['jp', 'JP'],
    ['JPN', 'JP'],
    ['日本', 'JP'],
    ['Japon', 'JP'],
    ['Japanese', 'JP'],
    ['South Korea', 'KR'],
    ['Republic of Korea', 'KR'],
    ['대한민국', 'KR'],
    ['Alemania', 'DE'],
    ['Niemcy', 'DE'],
    ['Германия', 'DE'],
    ['us', 'US'],
    ['U.S.', 'US'],
    ['the United States', 'US'],
    ['UK', 'GB'],
    ['Great Britain', 'GB'],
    ['Turkiye', 'TR'],
    ['Türkiye', 'TR'],
    ['turkey', 'TR'],
    ['viet nam', 'VN'],
    ['Hong-Kong', 'HK'],
    ["Côte d'Ivoire", 'CI'],
    ['ivory coast', 'CI'],
    ['NA', 'NA'],
    ['EU', 'EU'],
    ['e.u.', 'EU'],
    ['European Union', 'EU'],
    ['world', 'WORLD'],
  ])('%s is %s', (word, code) => {
    expect(findJurisdiction(word)?.codes).toEqual([code]);
  });

  it.each([
    ['cote divoire', 'CI'],
    ['hongkong', 'HK'],
    ['Peoples Republic of China', 'CN'],
    ['Kingdom of Spain', 'ES'],
    ['the Federal Republic of Germany', 'DE'],
    ['Bolivarian Republic of Venezuela', 'VE'],
    ["Democratic People's Republic of Korea", 'KP'],
    ['Republic of Congo', 'CG'],
    ['Federated States of Micronesia', 'FM'],
    ['Vatican', 'VA'],
    ['the Holy See', 'VA'],
    ['Sao Tome', 'ST'],
    ['St. Kitts', 'KN'],
    ['KSA', 'SA'],
  ])('are known in their long form, and without what parts their words: %s is %s', (word, code) => {
    expect(findJurisdiction(word)?.codes).toEqual([code]);
  });

  it.each(['State of Georgia', 'Republic of Atlantis', 'steel Kingdom of Spain', 'sudsteel'])(
    'are not found in what is longer than one: %s',
    (word) => {
      expect(findJurisdiction(word)).toBeNull();
    },
  );

  it.each([
    ['Korea', 'KR', /South Korea; say North Korea/],
    ['America', 'US', /United States/],
    ['Congo', 'CD', /Republic of the Congo/],
    ['Washington', 'US', /Washington is taken as United States/],
    ['Tokyo', 'JP', /Tokyo is taken as Japan/],
    ['England', 'GB', /United Kingdom/],
    ['Republic of China', 'TW', /taken as Taiwan/],
    ['Gaza', 'PS', /Palestine/],
  ])('%s is taken as %s, and that is said', (word, code, assumption) => {
    const match = findJurisdiction(word);

    expect(match?.codes).toEqual([code]);
    expect(match?.assumption).toMatch(assumption);
  });

  it.each(['in', 'to', 'no', 'is', 'Trump', 'qwerty', '', '  ', '%'])(
    '"%s" names nobody',
    (word) => {
      expect(findJurisdiction(word)).toBeNull();
    },
  );

  it('takes a code that is a common word when it is written in capitals', () => {
    expect(findJurisdiction('IN')?.codes).toEqual(['IN']);
  });

  it.each([
    ['Japna', 'Japan'],
    ['Sotuh Korea', 'South Korea'],
    ['Germny', 'Germany'],
    ['Vietnan', 'Vietnam'],
    ['zzzzzzz', null],
  ])('the nearest to %s is %s', (word, expected) => {
    expect(nearestJurisdiction(word)).toBe(expected);
  });
});

describe('groups', () => {
  it.each([
    ['USMCA', ['CA', 'MX', 'US']],
    ['NAFTA', ['CA', 'MX', 'US']],
    ['Mercosur', ['AR', 'BO', 'BR', 'PY', 'UY']],
    ['G7', ['CA', 'DE', 'FR', 'GB', 'IT', 'JP', 'US']],
  ])('%s has its members', (word, members) => {
    expect([...(findJurisdiction(word)?.codes ?? [])].sort()).toEqual(members);
  });

  it('have the members of the day', () => {
    expect(findJurisdiction('BRICS', '2022-01-01')?.codes).toEqual(['BR', 'CN', 'IN', 'RU', 'ZA']);
    expect(findJurisdiction('BRICS', '2025-02-01')?.codes).toContain('ID');
    expect(findJurisdiction('ASEAN', '2025-10-25')?.codes).not.toContain('TL');
    expect(membersOn('CPTPP', '2018-06-01')).toEqual([]);
  });

  it('keep the United Kingdom in the EU until its customs law ended there', () => {
    expect(isMember('GB', 'EU-MEMBERS', '2020-12-31')).toBe(true);
    expect(isMember('GB', 'EU-MEMBERS', '2021-01-01')).toBe(false);
    expect(membersOn('EU-MEMBERS', '2025-01-01')).toHaveLength(27);
  });
});

describe('a name and what follows it', () => {
  it.each(['cars', 'beef', '8703', '72', 'pork', 'drugs'])(
    'are two things: "japan %s" is no form of a name',
    (goods) => {
      for (const name of ['japan', 'china', 'chinese', 'korea', 'brazil', 'germany', 'südkorea']) {
        expect([name, findJurisdiction(`${name} ${goods}`)]).toEqual([name, null]);
      }
    },
  );

  it('are one where the ending belongs to the word', () => {
    expect(findJurisdiction('japanischer')?.codes).toEqual(['JP']);
  });
});
