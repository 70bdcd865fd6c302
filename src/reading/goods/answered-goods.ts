// Goods of a tariff that is answered: "in answer to levies on EVs", "contromisure ai dazi Usa su acciaio". In: goods in their sentence.
// Out: whether they belong to what is answered, or to the answer.
import type { Hit } from '../words/lexicon.ts';
import {
  hitBefore,
  hitOver,
  hitsOf,
  isParted,
  type Line,
  means,
  tokenText,
} from '../words/scene.ts';
import { isAnsweredInSigns } from './answered-by-signs.ts';
import { endOfList, headOfList } from './goods-list.ts';

/** "in answer to levies on EVs": what is answered is another measure, and so are its goods. */
export function isAnswered(line: Line, product: Hit): boolean {
  if (isAnsweredInSigns(line, product)) return true;
  if (line.lang !== 'en' && isOfAnswer(line, product)) return false;
  return line.hits.some(
    (hit) =>
      isAnswerTo(line, hit) &&
      !isRefused(line, hit) &&
      namesAnswered(line, hit) &&
      product.from >= hit.to &&
      !isBareAt(line, hit) &&
      !endsBetween(line, hit.to, product.from) &&
      !isAgainstGoods(line, hit, product),
  );
}

// "hits back at Chile: 25% on steel": whom one hits back at, and no tariff.
function isBareAt(line: Line, answer: Hit): boolean {
  if (tokenText(line, answer.to) !== 'at') return false;
  return !hitsOf(line, 'tariff').some(
    ({ from, meanings }) =>
      from > answer.to && from - answer.to <= AT_WITHIN && !meanings.has('percent'),
  );
}

const AT_WITHIN = 3;

// "Gegenzölle auf Stahl" are on goods of their own; "contromisure ai dazi Usa su acciaio" answer a tariff that is on them.
function isAnswerTo(line: Line, hit: Hit): boolean {
  if (line.lang === 'en' || !hit.meanings.has('tariff')) return hit.meanings.has('retaliation');
  return (
    means(hit, 'tariff', 'retaliation') &&
    hitsOf(line, 'tariff').some(({ from }) => from - hit.to === 1)
  );
}

/** "answered the withdrawal of privileges with duties on almonds": behind "with" stands what it is answered with. */
export function isMeansOfAnswer(line: Line, product: Hit): boolean {
  const head = headOfList(line, product);
  return hitsOf(line, 'tariff').some(
    (hit) =>
      hit.to < head &&
      tokenText(line, hit.from - 1) === 'with' &&
      tokenText(line, hit.to) === 'on' &&
      head - hit.to <= 2,
  );
}

// "countermeasures against Chilean wine": goods that no tariff is on are what the answer falls on.
function isAgainstGoods(line: Line, answer: Hit, product: Hit): boolean {
  if (line.lang !== 'en' || tokenText(line, answer.to) !== 'against') return false;
  const end = endOfList(line, product);
  return answer.meanings.has('tariff') && !line.tokens.slice(answer.to, end + 2).some(isTariff);
}

function isTariff({ text }: { readonly text: string }): boolean {
  return /^(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|surtax(?:es)?|tax(?:es)?)$/.test(text);
}

// "will not retaliate for the tariff on its steel": nothing answers what is told.
function isRefused(line: Line, answer: Hit): boolean {
  const before = hitBefore(line, answer.from);
  return before !== undefined && (means(before, 'mood', 'refuse') || means(before, 'mood', 'not'));
}

const ANSWERED: ReadonlySet<string> = new Set(
  'to at for against over auf à a au aux al alla ai alle agli op contra contre gegen'.split(' '),
);
const ANSWERED_WITHIN = 4;

function namesAnswered(line: Line, hit: Hit): boolean {
  // "En réponse aux droits", "in retaliation for": the phrase may end with the preposition.
  const last = tokenText(line, hit.to - 1);
  if (line.lang === 'en' ? last === 'for' || last === 'to' : ANSWERED.has(last)) return true;
  return line.tokens.slice(hit.to, hit.to + ANSWERED_WITHIN).some(
    ({ text }, at) =>
      (ANSWERED.has(text) && (at === 0 || line.lang !== 'en')) ||
      // "em resposta às tarifas".
      (line.lang === 'pt' && text === 'as'),
  );
}

/** "retaliates against US steel tariffs with duty on apples": behind "with", a comma or a verb the answer itself is told. */
export function endsBetween(line: Line, from: number, to: number): boolean {
  if (isParted(line, from, to)) return true;
  for (let at = from; at < to; at += 1) {
    const text = tokenText(line, at);
    // "in answer to Chile: 25% on wine".
    if (WITH.has(text) || (line.lang === 'en' && text === ':')) return true;
    if (text === ',' && hitOver(line, at + 1)?.meanings.has('product') !== true) return true;
  }
  return false;
}

const WITH: ReadonlySet<string> = new Set(
  'with by mit con avec met com bang dengan par por durch door через'.split(' '),
);

const ANSWER_WITHIN = 3;

/** "インドの鉄鋼への報復関税", "en taxant l'acier indien": goods right before the answer, or behind a verb that lays it. */
export function isOfAnswer(line: Line, product: Hit): boolean {
  const tariff = hitsOf(line, 'tariff').find((hit) => hit.from >= product.to);
  const isBefore =
    tariff !== undefined &&
    (means(tariff, 'tariff', 'retaliation') ||
      hitBefore(line, tariff.from)?.meanings.has('retaliation') === true) &&
    tariff.from - product.to <= 2 * ANSWER_WITHIN;
  return (
    isBefore || hitsOf(line, 'verb').some((hit) => isLaying(hit) && standsBefore(hit, product))
  );
}

function isLaying(hit: Hit): boolean {
  return means(hit, 'verb', 'impose') || means(hit, 'verb', 'tax');
}

function standsBefore(verb: Hit, product: Hit): boolean {
  return product.from >= verb.to && product.from - verb.to <= ANSWER_WITHIN;
}
