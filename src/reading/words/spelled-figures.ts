// Figures and days as East Asian papers print them, put the way the rules read them: "百分之二十五" is "25%", "三月一日" is "3月1日",
// "38・5％" is "38.5％". In: the text of a field and its language. Out: a text of the same length, so that all offsets stay.
import { toSimplified } from '../../reference/simplified-han.ts';

/** The text with its figures in digits. */
export function inDigits(text: string, lang: string | null): string {
  if (lang === 'zh') return plainChinese(text);
  return lang === 'ja' ? text.replaceAll(POINTED, '$1.$2') : text;
}

/** "38・5％": between digits, and only before the sign, the dot of a list is a decimal point. */
const POINTED = /([\d０-９])[・･]([\d０-９]{1,2})(?=[%％パ])/g;

const PERCENT_BEFORE =
  /百分之(?:([\d０-９]+(?:\.[\d０-９]+)?)|([零一二两三四五六七八九十廿卅百点]{1,8}))/g;
const DAY_OF_MONTH =
  /(?<![一二三四五六七八九十第])([一二三四五六七八九]|十[一二])月(?:([一二三四五六七八九]|[一二三]?十[一二三四五六七八九]|[二三]十)(?=[日号]))?/g;

function plainChinese(text: string): string {
  const simple = toSimplified(text);
  const signed = simple.includes('百分之') ? simple.replaceAll(PERCENT_BEFORE, signBehind) : simple;
  return signed.includes('月') ? signed.replaceAll(DAY_OF_MONTH, dayInDigits) : signed;
}

function signBehind(phrase: string, figure: string | undefined, words: string | undefined): string {
  const digits = figure ?? spelled(words ?? '');
  return digits === null ? phrase : `${digits}%`.padStart(phrase.length);
}

function dayInDigits(phrase: string, month: string, day: string | undefined): string {
  const figures = [month, day].map((words) => (words === undefined ? '' : spelled(words)));
  const [first, second] = figures;
  return `${first}月${(second ?? '').padStart(day?.length ?? 0)}`.padStart(phrase.length);
}

const DIGITS = '零一二三四五六七八九';

/** "一百二十五" is "125", "五点五" is "5.5"; null for what is no number. */
function spelled(words: string): string | null {
  const plain = words.replaceAll('两', '二').replaceAll('廿', '二十').replaceAll('卅', '三十');
  const [whole = '', part] = plain.split('点');
  const value = wholeOf(whole);
  if (value === null) return null;
  if (part === undefined) return String(value);
  const places = part.split('').map((sign) => DIGITS.indexOf(sign));
  return places.length === 0 || places.includes(-1) ? null : `${value}.${places.join('')}`;
}

const WHOLE =
  /^(?:([一二三四五六七八九])百)?零?(?:([一二三四五六七八九])?(十))?([零一二三四五六七八九])?$/;
const HUNDRED = 100;
const TEN = 10;

function wholeOf(words: string): number | null {
  const found = words === '' ? null : WHOLE.exec(words);
  if (found === null) return null;
  const [, hundreds = '零', tens = '一', ten, ones = '零'] = found;
  const ofTens = ten === undefined ? 0 : TEN * DIGITS.indexOf(tens);
  return HUNDRED * DIGITS.indexOf(hundreds) + ofTens + DIGITS.indexOf(ones);
}
