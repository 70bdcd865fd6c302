import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutPhrase, cutSentences } from '../../../../src/reading/words/cut-text.ts';
import { findLanguage } from '../../../../src/reading/words/find-language.ts';
import { foldText } from '../../../../src/reading/words/fold-text.ts';

function words(text: string): readonly (readonly string[])[] {
  return cutSentences('title', text).map((sentence) => sentence.tokens.map((token) => token.text));
}

describe('folding', () => {
  it('keeps the length of every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => foldText(text).length === text.length),
    );
  });

  it.each([
    ['２５％', '25%'],
    ['Ελλάδα', 'ελλαδα'],
    ['CŁA', 'cla'],
    ['Türkiye İthalat', 'turkiye ithalat'],
    ['it’s', "it's"],
    ['٢٥٪', '25%'],
  ])('reads %s as %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('blanks tags, ends a sentence at a block and drops a tag that the feed cut off', () => {
    expect(words('<p>One</p><p>Two</p><a href="https://example.org/x')).toEqual([['one'], ['two']]);
  });

  it('decodes entities in their place', () => {
    expect(words('Trump&#8217;s 25&nbsp;% levy &amp; more')).toEqual([
      ['trump', "'s", '25', '%', 'levy', 'more'],
    ]);
  });
});

describe('cutting', () => {
  it.each([
    ['The U.S. raised it. Canada answered.', 2],
    ['From Oct. 1 duties apply at 12:01 a.m. ET.', 1],
    ['Ab 1. Juni gilt der Zoll. Die EU reagiert.', 2],
    ['They start on June 4. Britain is spared.', 2],
    ['No. 01/2025 sets 2.5 percent', 1],
    ['关税上调。商务部宣布。', 2],
  ])('finds the sentences of %s', (text, count) => {
    expect(cutSentences('title', text)).toHaveLength(count);
  });

  it('reads an acronym with full stops as one word, at the end of a text as well', () => {
    expect(words('tariffs on the U.S.')).toEqual([['tariffs', 'on', 'the', 'us']]);
    expect(cutPhrase("RI's")).toEqual(['ri', "'s"]);
  });

  it('keeps the hyphen of a range and drops the one inside a word', () => {
    expect(words('25-50% anti-dumping')).toEqual([['25', '-', '50', '%', 'anti', 'dumping']]);
  });
});

describe('the language of a text', () => {
  it.each([
    ['米国が関税を発表', undefined, 'ja'],
    ['미국 관세 부과', 'en', 'ko'],
    ['中国对美国加征关税', undefined, 'zh'],
    ['США вводят пошлины', undefined, 'ru'],
    ['La Commission impose des droits sur les importations', undefined, 'fr'],
    ['Die Zölle auf Waren aus der EU steigen', undefined, 'de'],
    ['Tariffs on goods from the EU', 'de', 'de'],
    ['Tariff', undefined, 'en'],
  ])('of "%s" claimed as %s is %s', (text, claimed, lang) => {
    expect(findLanguage(text, claimed)).toBe(lang);
  });
});
