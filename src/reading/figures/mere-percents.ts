// Percentages that are no tariff rates, whoever's step is told. In: a percentage in its sentence. Out: the rules that drop it.
// Shares of a whole, amounts of goods, movements, differences, percentage points, and rates of other taxes.

import type { Hit } from '../words/lexicon.ts';
import { hitFrom, hitsOf, isParted, type Line, means, tokenText } from '../words/scene.ts';
import type { Percent } from './find-percents.ts';

/** A rule that holds for percentages which are no tariff rates, with its name. */
type NoRate = {
  readonly name: `rate:${string}`;
  readonly holds: (line: Line, percent: Percent, all: readonly Percent[]) => boolean;
};

/** Why a percentage is no tariff rate, whoever's step is told; the first rule that holds names it. */
export const NO_RATES: readonly NoRate[] = [
  { name: 'rate:share', holds: isShare },
  { name: 'rate:share', holds: isPartOf },
  { name: 'rate:share', holds: isQuotaCut },
  { name: 'rate:movement', holds: isMovement },
  { name: 'rate:movement', holds: isDearer },
  { name: 'rate:adverb', holds: isFully },
  { name: 'rate:difference', holds: isDifference },
  { name: 'rate:percentage-points', holds: isPoints },
  { name: 'rate:other-tax', holds: isOtherTax },
];

function isPoints(line: Line, percent: Percent): boolean {
  return hitsOf(line, 'points').some((hit) => hit.from >= percent.from && hit.from <= percent.to);
}

const FULLY: ReadonlySet<string> = new Set(
  'carry go going sure certain behind ready right committed confident prepared determined serious agree support true correct convinced clear focused aligned on-board will do happening'.split(
    ' ',
  ),
);
const QUOTES: ReadonlySet<string> = new Set(["'", '"', '’', '”', '“', '‘', ',']);

// "is 100% behind the plan": wholly, no rate.
function isFully(line: Line, percent: Percent): boolean {
  if (percent.value !== 100) return false;
  const at = QUOTES.has(tokenText(line, percent.to)) ? percent.to + 1 : percent.to;
  return FULLY.has(tokenText(line, at));
}

// "will pay 25% more for medicines": a price.
function isDearer(line: Line, percent: Percent): boolean {
  return tokenText(line, percent.to) === 'more' && tokenText(line, percent.to + 1) === 'for';
}

const VOLUMES: ReadonlySet<string> = new Set(
  'quota quotas imports import volume volumes limits'.split(' '),
);
const VOLUME_WITHIN = 14;

// "cuts tariff-free imports by 47%", "quota volumes fall by about 60 percent": an amount of goods.
function isQuotaCut(line: Line, percent: Percent): boolean {
  const by = aboutStart(line, percent) - 1;
  if (isOtherQuotaCut(line, percent)) return true;
  if (tokenText(line, by) !== 'by') return false;
  const near = line.tokens.slice(Math.max(0, by - VOLUME_WITHIN), by);
  return near.some((token) => VOLUMES.has(token.text)) && !isParted(line, by, percent.from);
}

type Cutting = { readonly by: ReadonlySet<string>; readonly volumes: readonly string[] };

const CUTTINGS: Readonly<Record<string, Cutting>> = {
  de: { by: new Set(['um']), volumes: ['menge', 'kontingent', 'quote', 'einfuhr', 'import'] },
  nl: { by: new Set(['met']), volumes: ['quot', 'invoer', 'volume', 'hoeveelhe'] },
  fr: { by: new Set(['de']), volumes: ['quota', 'contingent', 'volume'] },
  es: { by: new Set(['un', 'en']), volumes: ['cuota', 'cupo', 'contingente', 'volum'] },
  pt: { by: new Set(['em']), volumes: ['cota', 'quota', 'contingente', 'volume'] },
  it: { by: new Set(['del']), volumes: ['quot', 'contingent', 'volum'] },
};

// "Die zollfreie Menge soll um 47 Prozent sinken".
function isOtherQuotaCut(line: Line, percent: Percent): boolean {
  const cutting = CUTTINGS[line.lang];
  if (cutting === undefined || !cutting.by.has(tokenText(line, percent.from - 1))) return false;
  const near = line.tokens.slice(Math.max(0, percent.from - VOLUME_WITHIN), percent.from);
  return (
    near.some((token) => cutting.volumes.some((stem) => token.text.startsWith(stem))) &&
    !near.some((token, at) => token.text === ',' && at > near.length - 4) &&
    hitFrom(line, percent.to)?.meanings.has('tariff') !== true
  );
}

const WHOLE_OF: ReadonlySet<string> = new Set(['的', 'の', '의']);
const ROUGHLY: ReadonlySet<string> = new Set(['约', '約', '약', '近', '大', '概']);
const WHOLE_WITHIN = 2;
const WHOLES: ReadonlySet<string> = new Set(
  '出口 进口 進口 贸易 貿易 输出 輸出 輸入 수출 수입 销售 銷售'.split(' '),
);

// "对美出口的约18%", "輸出の約18%": a part of what stands before the particle.
function isPartOf(line: Line, percent: Percent): boolean {
  let at = percent.from - 1;
  while (ROUGHLY.has(tokenText(line, at))) at -= 1;
  if (!WHOLE_OF.has(tokenText(line, at))) return false;
  if (hitFrom(line, percent.to)?.meanings.has('tariff') === true) return false;
  if (WHOLES.has(tokenText(line, at - 2) + tokenText(line, at - 1))) return true;
  return hitsOf(line, 'goods').some((hit) => hit.to <= at && at - hit.to <= WHOLE_WITHIN);
}

const ABOUT: ReadonlySet<string> = new Set(
  'about around roughly nearly almost some approximately just fully another further extra over than'.split(
    ' ',
  ),
);
const LEADING_UP: ReadonlySet<string> = new Set(['as much as', 'at least', 'up to']);

// "by about 47%", "by as much as 60%": where the words begin that only say how exact the figure is.
function aboutStart(line: Line, percent: Percent): number {
  let at = percent.from;
  for (;;) {
    const [third, second, first] = [3, 2, 1].map((back) => tokenText(line, at - back));
    if (ABOUT.has(first ?? '')) at -= second === 'more' || second === 'a' ? 2 : 1;
    else if (LEADING_UP.has(`${second} ${first}`)) at -= 2;
    else if (LEADING_UP.has(`${third} ${second} ${first}`)) at -= 3;
    else return at;
  }
}

// "15 percent of imports", "accounts for 15 percent": what follows or governs the figure is a whole, not a tariff.
function isShare(line: Line, percent: Percent, all: readonly Percent[]): boolean {
  const lastOfList =
    all.findLast((other) => other.from >= percent.from && other.from - percent.to <= 2) ?? percent;
  const to = Math.max(percent.to, lastOfList.to);
  // "85% of imports": a tariff is never "of" something; "a duty of 25%" has it before the figure.
  if (tokenText(line, to) === 'of') return !isOfDutiableValue(line, to);
  if (sharesWithBefore(line, percent, all)) return true;
  return hitsOf(line, 'share').some((hit) => {
    // "a 50% tariff above the limit": what the figure stands before is a tariff.
    if (hit.from > to && hitFrom(line, to)?.meanings.has('tariff') === true) return false;
    // "a 30 to 50 percent discount": the first of two has it only right behind the last.
    if (hit.from >= to) return hit.from - to <= (to === percent.to ? 1 : 0);
    // "never below 15 percent or above 35 percent": both ends of what it may be.
    if (COMPARING.has(tokenText(line, hit.from)) && isBound(line, hit)) return false;
    // "anything above them faces 50 percent": only what stands right before the figure compares it.
    const reach = COMPARING.has(tokenText(line, hit.from)) ? 0 : 2;
    return percent.from - hit.to >= 0 && percent.from - hit.to <= reach;
  });
}

const COMPARING: ReadonlySet<string> = new Set(['above', 'below', 'beyond', 'less', 'fewer']);
const BOUND_WITHIN = 7;

function isBound(line: Line, hit: Hit): boolean {
  return line.tokens
    .slice(Math.max(0, hit.from - BOUND_WITHIN), hit.from)
    .some((token) => token.text === 'never' || token.text === 'not');
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
  return line.tokens.slice(of + 1, of + 5).some((token) => DUTIABLE.has(token.text));
}

const DUTIABLE: ReadonlySet<string> = new Set(
  'value values cif fob customs assessable invoice price'.split(' '),
);

function isMovement(line: Line, percent: Percent, all: readonly Percent[]): boolean {
  // "falls by 24% and 50%": a list moves together.
  const before = all.find((other) => other.to < percent.from && percent.from - other.to <= 2);
  if (before !== undefined && tokenText(line, percent.from - 1) === 'and') {
    return isMovement(line, before, []);
  }
  // "puts up a 35% tariff barrier": what the figure stands before is a tariff.
  if (hitFrom(line, percent.to)?.meanings.has('tariff') === true) return false;
  const start = aboutStart(line, percent);
  return hitsOf(line, 'movement').some(
    (hit) =>
      percent.from - hit.to >= 0 &&
      start - hit.to <= 1 &&
      tokenText(line, percent.from - 1) !== 'to' &&
      tokenText(line, start - 1) !== 'to' &&
      !(tokenText(line, hit.from) === 'up' && tokenText(line, hit.to) === 'to'),
  );
}

const DIFFERS_WITHIN = 14;

// "widening the gap with refined oil from 8.25% to 19.25%": how far two rates lie apart.
function isDifference(line: Line, percent: Percent): boolean {
  return hitsOf(line, 'share').some((hit) => {
    const gap = percent.from - hit.to;
    if (!means(hit, 'share', 'gap') || gap < 0 || gap > DIFFERS_WITHIN) return false;
    return !isParted(line, hit.to, percent.from) && !changesBetween(line, hit.to, percent.from);
  });
}

function changesBetween(line: Line, from: number, to: number): boolean {
  return line.hits.some(
    (hit) =>
      hit.from >= from &&
      hit.to <= to &&
      CHANGES.some((family) => means(hit, 'verb', family)) &&
      !hit.meanings.has('oldrate'),
  );
}

const CHANGES = ['impose', 'raise', 'cut'] as const;

const TAX_BEHIND = 2;

// "VAT stays at 21%", "20% sales tax": the tax named behind the figure, or else the last one before it, is no customs duty.
function isOtherTax(line: Line, percent: Percent): boolean {
  if (!line.classes.has('othertax') && !line.classes.has('frame')) return false;
  const taxes = line.hits.filter((hit) => hit.meanings.has('tariff') || isOther(hit));
  const behind = taxes.find((hit) => hit.from >= percent.to && hit.from - percent.to <= TAX_BEHIND);
  const before = taxes.findLast(
    (hit) => hit.to <= percent.from && !isParted(line, hit.to, percent.from),
  );
  const nearest = behind ?? before;
  return nearest !== undefined && isOther(nearest);
}

function isOther(hit: Hit): boolean {
  return hit.meanings.has('othertax') || means(hit, 'frame', 'homonym');
}
