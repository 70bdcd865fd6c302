// How goods stand in their sentence. In: a sentence and goods found in it. Out: whether a tariff is said to be on them.

import type { Hit } from '../words/lexicon.ts';
import {
  hitFrom,
  hitOver,
  hitsOf,
  isParted,
  type Line,
  lineHas,
  means,
  tokenText,
} from '../words/scene.ts';
import { lastPlaceOf, wordGroup } from '../words/word-groups.ts';
import { endOfList, headOfList } from './goods-list.ts';

const FACES_WITHIN = 5;

/** "Almonds and apples are on the list", "Japanese cars will face 15%": a list of the goods, told of as hit. */
export function isListed(line: Line, product: Hit): boolean {
  const end = endOfList(line, product);
  if (IS.has(tokenText(line, end)) && hitOver(line, end)?.meanings.has('gainer') === true) {
    return true;
  }
  if (isRidOf(line, end)) return true;
  if (!lineHas(line, 'percent') && !lineHas(line, 'tariff') && !IS.has(tokenText(line, end))) {
    return false;
  }
  return line.hits.some(
    (hit) =>
      hit.from >= end &&
      hit.from - end <= FACES_WITHIN &&
      (hit.meanings.has('gainer') ||
        means(hit, 'verb', 'impose') ||
        means(hit, 'uncounted', 'listed')) &&
      !isParted(line, end, hit.from),
  );
}

const BEARING: ReadonlySet<string> = new Set(
  'bear bears pay pays face faces attract carry'.split(' '),
);

// "Rice and cars no longer bear the duties": they did until the step.
function isRidOf(line: Line, end: number): boolean {
  const [no, longer, verb] = line.tokens.slice(end, end + 3).map(({ text }) => text);
  return no === 'no' && longer === 'longer' && BEARING.has(verb ?? '') && lineHas(line, 'tariff');
}

const IS: ReadonlySet<string> = new Set(
  'is are were will would have sont seront sind werden son serán seran están estan sono saranno são sao serão zijn worden'.split(
    ' ',
  ),
);

const FREED_WITHIN = 4;

/** "devices, chips and other electronics will be spared the levy": a list of the goods, told of as let off. */
export function isFreed(line: Line, product: Hit): boolean {
  const end = endOfList(line, product);
  return line.hits.some(
    (hit) =>
      hit.from >= end &&
      hit.from - end <= FREED_WITHIN &&
      means(hit, 'verb', 'exempt') &&
      !isParted(line, end, hit.from),
  );
}

const LEVIED_WITHIN = 6;

/** "duty on coal", "beef and gin tariffs": a tariff word right behind, or before with "on" and nothing but an origin between. */
export function isLevied(line: Line, product: Hit): boolean {
  if (product.meanings.has('tariff')) return true;
  const ends = [product.to, endOfList(line, product)];
  if (ends.some((end) => hitFrom(line, end)?.meanings.has('tariff') === true)) return true;
  const head = headOfList(line, product);
  const on = lastPlaceOf(line, ON_GOODS, 0, head);
  // "guidance on the tariff treatment of automobiles".
  if (tokenText(line, head - 1) === 'of' && tokenText(line, head - 2) === 'treatment') return true;
  if (on < 0 || startOfGoods(line, product) - on > 3) return false;
  // "Duties on gin will be halved, and those on cars will fall".
  if (THOSE.has(tokenText(line, on - 1)) && hitsOf(line, 'tariff').some((hit) => hit.to <= on))
    return true;
  return LEVY.some((name) =>
    hitsOf(line, name).some((hit) => hit.to <= on && on - hit.to <= LEVIED_WITHIN),
  );
}

const THOSE: ReadonlySet<string> = new Set(['those', 'that', 'ones']);
const EXAMPLE_WITHIN = 4;

// "on certain goods such as cars": examples stand for the goods before them.
function startOfGoods(line: Line, product: Hit): number {
  const head = headOfList(line, product);
  if (!isExample(line, head)) return head;
  const goods = hitsOf(line, 'goods').findLast((hit) => hit.to <= head);
  return goods !== undefined && head - goods.to <= EXAMPLE_WITHIN ? goods.from : head;
}

/** True behind "such as", "including", "among them", "like". */
export function isExample(line: Line, head: number): boolean {
  const before = tokenText(line, head - 1);
  // "with exemptions that include": examples of what is spared.
  if (hitsOf(line, 'except').some((hit) => hit.to <= head && head - hit.to <= 2)) return false;
  const second = tokenText(line, head - 2);
  return (
    EXAMPLES.has(before) ||
    (before === 'as' && second === 'such') ||
    (before === 'them' && second === 'among')
  );
}

const EXAMPLES: ReadonlySet<string> = new Set(
  'including include includes namely like covers covering cover covered'.split(' '),
);

const LEVY = ['tariff', 'percent'] as const;

const ON_GOODS = wordGroup('on auf sur sobre su na на');

const FALLING = /^(?:hits?|targets?|covers?|affects?)$/;
const FALLING_WITHIN = 3;

/** "They hit agricultural products", "The tariffs target beef and pork": what a tariff falls on, told by its verb. */
export function isHitByTariff(line: Line, product: Hit): boolean {
  if (line.lang !== 'en') return false;
  const head = headOfList(line, product);
  const at = line.tokens.slice(0, head).findLastIndex(({ text }) => FALLING.test(text));
  if (at < 1 || head - at > FALLING_WITHIN) return false;
  const subject = line.tokens.slice(0, at).map(({ text }) => text);
  return at <= FALLING_WITHIN && SUBJECT_OF.test(subject.at(-1) ?? '');
}

const SUBJECT_OF = /^(?:they|it|tariffs?|duties|duty|levies|levy|measures?|surtax|increases?)$/;

const TOLD_WITHIN = 10;

/** "Imports of steel from India will pay a tariff of 25%": told in one clause, whatever verb the lists lack. */
export function isToldTaxed(line: Line, product: Hit): boolean {
  const end = endOfList(line, product);
  const tariff = hitsOf(line, 'tariff').find((hit) => hit.from >= end);
  const rate = hitsOf(line, 'percent').find((hit) => hit.from >= end);
  const first = Math.min(tariff?.from ?? Infinity, rate?.from ?? Infinity);
  if (tariff === undefined || rate === undefined || first - end > TOLD_WITHIN) return false;
  return !line.tokens.slice(end, first).some(({ kind, text }) => kind === 'mark' && text !== "'s");
}

/** Where the title names the goods, the text adds only those it puts a tariff word or a rate next to. */
export function isTaxed(line: Line, product: Hit): boolean {
  const [head, end] = [headOfList(line, product), endOfList(line, product)];
  if (appliesTo(line, product) || isAlso(line, product)) return true;
  return line.hits.some((hit) => {
    if (means(hit, 'uncounted', 'listed')) return hit.from >= end && hit.from - end <= FACES_WITHIN;
    if (hit.meanings.has('percent')) return hit.from - end <= 4 && product.from - hit.to <= 14;
    if (!hit.meanings.has('tariff') && !hit.meanings.has('relief')) return false;
    // Each member of a list stands as near as the first: "tariffs on patented drugs and on steel, aluminium and copper".
    return product.from >= hit.to ? Math.max(0, head - hit.to) <= 14 : hit.from - end <= 3;
  });
}

const OPENED_WITHIN = 4;

/** "access for Scotch and cars", "a quota on beef": goods for which a deal opens a market. */
export function isOpened(line: Line, product: Hit): boolean {
  const head = headOfList(line, product);
  return line.tokens
    .slice(Math.max(0, head - OPENED_WITHIN), head)
    .some((token) => OPENING.has(token.text));
}

const OPENING: ReadonlySet<string> = new Set(['access', 'quota', 'quotas', 'market', 'markets']);

/** "自動車部品も": the particle that adds something. */
export function isAlso(line: Line, product: Hit): boolean {
  if (ALSO.has(tokenText(line, product.to))) return true;
  // "auch auf Autos", "anche per auto e farmaci": the word for "also" stands before the list.
  const head = headOfList(line, product);
  const before = line.tokens.slice(Math.max(0, head - ALSO_WITHIN), head);
  return line.lang !== 'en' && before.some(({ text }) => ALSO_BEFORE.has(text));
}

const ALSO_WITHIN = 3;
const ALSO_BEFORE: ReadonlySet<string> = new Set(
  'auch aussi egalement anche pure tambien tambem ook takze rowniez также juga cung'.split(' '),
);
const ALSO: ReadonlySet<string> = new Set(['も', '도', '也', '亦']);

const APPLIES_WITHIN = 4;

/** "The lower rate also applies to car parts", "extends to components". */
export function appliesTo(line: Line, product: Hit): boolean {
  const head = headOfList(line, product);
  return line.tokens
    .slice(Math.max(0, head - APPLIES_WITHIN), product.from)
    .some((token) => APPLIES.has(token.text));
}

const APPLIES: ReadonlySet<string> = new Set(
  'applies apply applied covers cover extends extend extended includes'.split(' '),
);

const MOVING = wordGroup(
  'lift lifts raise raises take takes push pushes bring brings increase increases cut cuts lower lowers',
);
const MOVED: ReadonlySet<string> = new Set(['from', 'to', 'by']);
const LISTED_BEFORE: ReadonlySet<string> = new Set([',', 'and']);
const SUBJECT: ReadonlySet<string> = new Set(['they', 'it', 'these', 'this']);

/** "They would lift rice from 20% to 45% and tea by 10%": goods whose rate is moved, told without the word for it. */
export function isMoved(line: Line, product: Hit): boolean {
  if (line.lang !== 'en' || line.isTitle) return false;
  if (movesItself(line, product)) return true;
  const [head, end] = [headOfList(line, product), endOfList(line, product)];
  const verb = lastPlaceOf(line, MOVING, 0, head);
  if (verb < 0 || !MOVED.has(tokenText(line, end))) return false;
  if (verb !== head - 1 && !LISTED_BEFORE.has(tokenText(line, head - 1))) return false;
  const isOfTariff =
    SUBJECT.has(tokenText(line, 0)) || hitsOf(line, 'tariff').some((hit) => hit.to <= verb);
  return isOfTariff && hitsOf(line, 'percent').some(({ from }) => from > end && from - end <= 2);
}

const MOVES_WITHIN = 2;
const TO_RATE: ReadonlySet<string> = new Set(['from', 'to']);

// "Cars, lumber and drugs will go up from 15%": the goods stand for their rate.
function movesItself(line: Line, product: Hit): boolean {
  const end = endOfList(line, product);
  const verb = line.hits.find(
    (hit) =>
      hit.from >= end &&
      hit.from - end <= MOVES_WITHIN &&
      (means(hit, 'verb', 'raise') || means(hit, 'verb', 'cut')),
  );
  if (verb === undefined || !TO_RATE.has(tokenText(line, verb.to))) return false;
  return hitsOf(line, 'percent').some(({ from }) => from > verb.to && from - verb.to <= 2);
}
