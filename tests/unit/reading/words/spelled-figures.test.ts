// Figures and days that Chinese and Japanese papers spell or point: read in digits, every offset as before.
import { expect, it } from 'vitest';
import { inDigits } from '../../../../src/reading/words/spelled-figures.ts';

it.each([
  ['zh', '加征百分之二十五关税', '加征   25%关税'],
  ['zh', '加徵百分之一百关税', '加征 100%关税'],
  ['zh', '百分之七点五', '  7.5%'],
  ['zh', '百分之12.5', '  12.5%'],
  ['zh', '自三月一日起', '自3月1日起'],
  ['zh', '十二月三十一日', '12月 31日'],
  ['zh', '第三月', '第三月'],
  ['zh', '百分之百里', '百分之百里'],
  ['ja', '税率は38・5％', '税率は38.5％'],
  ['ja', '232・301条', '232・301条'],
  ['en', '38・5％', '38・5％'],
])('%s: "%s"', (lang, text, read) => {
  expect(inDigits(text, lang)).toBe(read);
  expect(inDigits(text, lang)).toHaveLength(text.length);
});
