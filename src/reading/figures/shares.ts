// Percentages that are a part of a whole or an amount of goods: "15% of imports", "cuts the quota by 47%", "a market share of 31%".
// In: a percentage in its sentence. Out: yes or no.
import type { Hit } from '../words/lexicon.ts';
import {
  hitBefore,
  hitFrom,
  hitOver,
  hitsOf,
  isParted,
  type Line,
  means,
  tokenText,
} from '../words/scene.ts';
import { wordGroup } from '../words/word-groups.ts';
import { aboutStart, type Percent } from './find-percents.ts';
import { isOfTaxed } from './of-taxed.ts';
import { isDearer, isWhoPays } from './parts-and-prices.ts';
import { isOtherQuotaCut } from './quota-cuts-abroad.ts';
import { isSizeOfQuota } from './quota-sizes.ts';

const VOLUMES: ReadonlySet<string> = new Set(
  'quota quotas imports import volume volumes limits tonnage tonnages quantity quantities amounts shipments many'.split(
    ' ',
  ),
);
const SHRINKING: ReadonlySet<string> = new Set(
  'cut cuts drop drops dropped fall falls fell shrink shrinks shrank reduction decrease'.split(' '),
);
const VOLUME_WITHIN = 14;

// "cuts tariff-free imports by 47%", "quota volumes drop 60 percent", "a reduction of 47%" of them: an amount of goods.
export function isQuotaCut(line: Line, percent: Percent): boolean {
  const by = aboutStart(line, percent) - 1;
  if (isOtherQuotaCut(line, percent) || isSizeOfQuota(line, percent)) return true;
  const isBy =
    tokenText(line, by) === 'by' ||
    SHRINKING.has(tokenText(line, tokenText(line, by) === 'of' ? by - 1 : by));
  if (!isBy) return false;
  const near = line.tokens.slice(Math.max(0, by - VOLUME_WITHIN), by);
  if (!near.some((token) => VOLUMES.has(token.text)) || isParted(line, by, percent.from))
    return false;
  return !isOfTaxed(line, by);
}

/** The particle behind a whole of which a part is told. */
export const WHOLE_OF = wordGroup('的 の 의');
const ROUGHLY: ReadonlySet<string> = new Set(['约', '約', '약', '近', '大', '概']);
const WHOLE_WITHIN = 2;
const WHOLES: ReadonlySet<string> = new Set(
  '出口 进口 進口 贸易 貿易 输出 輸出 輸入 수출 수입 销售 銷售'.split(' '),
);

// "对美出口的约18%", "輸出の約18%": a part of what stands before the particle.
export function isPartOf(line: Line, percent: Percent): boolean {
  let at = percent.from - 1;
  while (ROUGHLY.has(tokenText(line, at))) at -= 1;
  if (!WHOLE_OF.has(tokenText(line, at))) return false;
  if (hitFrom(line, percent.to)?.meanings.has('tariff') === true) return false;
  if (WHOLES.has(tokenText(line, at - 2) + tokenText(line, at - 1))) return true;
  return hitsOf(line, 'goods').some((hit) => hit.to <= at && at - hit.to <= WHOLE_WITHIN);
}

const COMING = /^(?:comes?|came|originated?|hails?|hailed)$/;

// "15 percent of imports", "accounts for 15 percent": what follows or governs the figure is a whole, not a tariff.
export function isShare(line: Line, percent: Percent, all: readonly Percent[]): boolean {
  const lastOfList =
    all.findLast(
      (other) =>
        other.from >= percent.from &&
        other.from - percent.to <= 2 &&
        !isOfPoints(line, other) &&
        isListed(line, percent, other),
    ) ?? percent;
  const to = Math.max(percent.to, lastOfList.to);
  // "85% of imports": a tariff is never "of" something; "a duty of 25%" has it before the figure.
  // "tariffs on 96.6% of the value of exports": a part of the trade, and not what a tariff is reckoned on.
  if (tokenText(line, to) === 'of') {
    return tokenText(line, percent.from - 1) === 'on' || !isOfDutiableValue(line, to);
  }
  // "over 90 percent came from China".
  if (line.lang === 'en' && COMING.test(tokenText(line, to)) && tokenText(line, to + 1) === 'from')
    return true;
  // "nearly a third, or 32%, of the tea".
  if (tokenText(line, to) === ',' && tokenText(line, to + 1) === 'of') return true;
  if (sharesWithBefore(line, percent, all)) return true;
  if (isWhoPays(line, percent) || isDearer(line, percent)) return true;
  return hitsOf(line, 'share').some((hit) => {
    // "42.99% against dumping and 4.65% against subsidies": what a part of the duty is for.
    if (SUBSIDY.test(tokenText(line, hit.to - 1)) && TO_MEET.test(tokenText(line, hit.from - 1)))
      return false;
    if (isBetweenRates(line, hit)) return false;
    // "a 50% tariff above the limit": what the figure stands before is a tariff.
    if (hit.from > to && hitFrom(line, to)?.meanings.has('tariff') === true) return false;
    // "a 30 to 50 percent discount": the first of two has it only right behind the last; so has "50% charged above that".
    if (hit.from >= to) {
      if (isBeyondQuota(line, hit)) return false;
      const isFirst = to === percent.to && !COMPARING.has(tokenText(line, hit.from));
      return hit.from - to <= (isFirst ? 1 : 0) && tokenText(line, to) !== ',';
    }
    // "el resto de los países un 5%": what it is a part of stands behind a figure.
    if (WHOLE_BEHIND.test(tokenText(line, hit.from))) return false;
    // "never below 15 percent or above 35 percent": both ends of what it may be.
    if (COMPARING.has(tokenText(line, hit.from)) && isBound(line, hit)) return false;
    // "anything above them faces 50 percent": only what stands right before the figure compares it.
    const isCompared = COMPARING.has(tokenText(line, hit.from));
    const gap = percent.from - hit.to;
    if (gap < 0 || gap > (isCompared ? 0 : 2)) return false;
    if (isCompared && isBorneBefore(line, hit)) return false;
    return isCompared ? !isRateBound(line, hit, to) : !tellsRate(line, hit.to, percent.from);
  });
}

// "40% lebih rendah dari 60%": a word that compares one figure with another.
function isBetweenRates(line: Line, hit: Hit): boolean {
  return (
    line.lang !== 'en' &&
    hitBefore(line, hit.from)?.meanings.has('percent') === true &&
    line.tokens[hit.to]?.kind === 'number'
  );
}

// "30%, 4 percentage points more than before": how far two rates lie apart.
function isOfPoints(line: Line, { from, to }: Percent): boolean {
  return hitsOf(line, 'points').some((hit) => hit.from >= from && hit.from <= to);
}

const WHOLE_BEHIND = /^(?:de|del|des|du|der|do|da|das|della|delle|dell|dei)$/;
const SUBSIDY = /^subsid/;
const TO_MEET = /^(?:against|for|offset|counter|counteract)$/;

function isListed(line: Line, first: Percent, last: Percent): boolean {
  return line.tokens
    .slice(first.to, last.from)
    .every(({ kind, text }) => kind !== 'word' || LISTING.has(text));
}

const LISTING: ReadonlySet<string> = new Set(['and', 'or', 'to']);

// "with 75 percent local content to pay 25%": behind a verb of its own the figure is another thing.
function tellsRate(line: Line, from: number, to: number): boolean {
  // "subsidy rates of 2.51 percent".
  if (line.tokens.slice(from, to).some(({ text }) => text === 'rate' || text === 'rates'))
    return true;
  return line.hits.some(
    (hit) =>
      hit.from >= from &&
      hit.to <= to &&
      (means(hit, 'verb', 'impose') || hit.meanings.has('gainer')),
  );
}

const BOUNDED_WITHIN = 2;

// "a duty of more than 100%", "more than 100% duty": how far a rate goes.
function isRateBound(line: Line, hit: Hit, to: number): boolean {
  if (hit.to - hit.from < 2) return false;
  return hitsOf(line, 'tariff').some(
    (tariff) =>
      (tariff.from - to >= 0 && tariff.from - to <= 1) ||
      (hit.from - tariff.to >= 0 && hit.from - tariff.to <= BOUNDED_WITHIN),
  );
}

// "makers in Oman face more than 900%": what is borne is a rate.
function isBorneBefore(line: Line, hit: Hit): boolean {
  const borne = hitBefore(line, hit.from);
  return tokenText(line, hit.to - 1) === 'than' && borne?.meanings.has('gainer') === true;
}

const BEYOND: ReadonlySet<string> = new Set(['above', 'beyond', 'over']);
const LIMIT_WITHIN = 7;
const LIMITS: ReadonlySet<string> = new Set(
  'that those them it this quota quotas the limit'.split(' '),
);

// "charge 50% above that", "50% above quota": where it begins to be charged.
function isBeyondQuota(line: Line, hit: Hit): boolean {
  if (!BEYOND.has(tokenText(line, hit.from))) return false;
  // "will face 50% above half of last year's volumes".
  const behind = line.tokens.slice(hit.to, hit.to + LIMIT_WITHIN);
  return LIMITS.has(tokenText(line, hit.to)) || behind.some(({ text }) => VOLUMES.has(text));
}

const COMPARING: ReadonlySet<string> = new Set([
  'above',
  'below',
  'beyond',
  'less',
  'fewer',
  'more',
  'higher',
  'lower',
]);
const BOUND_WITHIN = 7;

function isBound(line: Line, hit: Hit): boolean {
  return line.tokens
    .slice(Math.max(0, hit.from - BOUND_WITHIN), hit.from)
    .some(({ text }) => text === 'never' || text === 'not' || text === 'no');
}

// "Mexico supplies 78% of imports and Canada 15%": the second of two shares.
function sharesWithBefore(line: Line, percent: Percent, all: readonly Percent[]): boolean {
  const before = all.findLast((other) => other.to < percent.from);
  if (
    before === undefined ||
    tokenText(line, before.to) !== 'of' ||
    isOfDutiableValue(line, before.to)
  )
    return false;
  return hitsOf(line, 'place').some((hit) => hit.to === percent.from);
}

// "25% of the value for duty", "10% of the CIF value": what a tariff is reckoned on.
function isOfDutiableValue(line: Line, of: number): boolean {
  const at = line.tokens.findIndex(
    ({ text }, place) => place > of && place <= of + 4 && DUTIABLE.has(text),
  );
  // "at least 20 percent of the value is American": what the value consists of.
  return at >= 0 && !CONSISTING.has(tokenText(line, at + 1));
}

const CONSISTING: ReadonlySet<string> = new Set(
  'is are must should be comes originates originated'.split(' '),
);
const DUTIABLE: ReadonlySet<string> = new Set(
  'value values cif fob customs assessable invoice price insurance'.split(' '),
);

const NOUNS =
  'share inflation growth gdp unemployment content utilisation utilization stake turnout approval capacity usage penetration profitability profit profits self-sufficiency sufficiency dependence dependency interest minimis absorption moisture humidity purity';
const USES = 'weighs weighed used filled exhausted utilised utilized worth';
/** Nouns of which a percentage is told and that are never a tariff, and what is said of a quota that is used. */
export const MEASURE = wordGroup(`${NOUNS} ${USES}`);
const MEASURES: ReadonlySet<string> = new Set(NOUNS.split(' '));
const FILLED: ReadonlySet<string> = new Set(USES.split(' '));
const MEASURED_WITHIN = 10;

// "the import share of Indian pipes reached 31%", "a quota filled to 92%".
export function isMeasured(line: Line, percent: Percent): boolean {
  if (line.lang !== 'en' || hitFrom(line, percent.to)?.meanings.has('tariff') === true)
    return false;
  // "under 3 per cent water absorption".
  if ([0, 1].some((on) => MEASURES.has(tokenText(line, percent.to + on)))) return true;
  const filled = [1, 2, 3].find((back) => FILLED.has(tokenText(line, percent.from - back)));
  // "weighs duty of 25%", "duty on used cars to 12%": no weight, and no quota that is used.
  const next = filled === undefined ? undefined : hitFrom(line, percent.from - filled + 1);
  const isElse = next?.meanings.has('tariff') === true || next?.meanings.has('product') === true;
  if (filled !== undefined && !isElse) return true;
  for (let at = percent.from - 1; at >= Math.max(0, percent.from - MEASURED_WITHIN); at -= 1) {
    const text = tokenText(line, at);
    if (MEASURES.has(text)) return true;
    const hit = hitOver(line, at);
    const stops = STOPS.some((name) => hit?.meanings.has(name) === true);
    if (text === ',' || stops || isParted(line, at, at + 1)) return false;
  }
  return false;
}

const STOPS = ['tariff', 'percent', 'gainer', 'clause'] as const;
