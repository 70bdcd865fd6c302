// In: a percentage in its sentence. Out: whether it is the rate that is replaced.
import type { Action } from '../../domain/reading.ts';
import type { Hit } from '../words/lexicon.ts';
import {
  hitBefore,
  hitFrom,
  hitsOf,
  isParted,
  type Line,
  means,
  tokenText,
} from '../words/scene.ts';
import { isDenied } from './denied-rates.ts';
import type { Percent } from './find-percents.ts';
import { isFromDay, isOfDay } from './from-day.ts';
import { isFromFree } from './from-nothing.ts';
import { isFromOfFromTo, isOfGoods } from './from-to.ts';
import { hadBeen, isAlready, isExceededThen, isLongAgo, isOfDated, isSince } from './past-rates.ts';
import {
  BEFORE,
  belongsBefore,
  CHARACTERS,
  callsBareFigure,
  isClosed,
  isReplacedBy,
  STANDS_FOR_RANGE,
} from './reached-rates.ts';

const OLD_REACH = 4;

/** Steps that concern a rate as it stands or was to come: "delays a planned 25% tariff". */
const HALTING: ReadonlySet<Action> = new Set([
  'delayed',
  'suspended',
  'exempted',
  'exemption-sought',
  'exemption-denied',
]);
const HALTED = ['planned', 'standing', 'behind'] as const;

// "at 20%, previously 5%": behind a comma it calls the figure that follows it.
function callsNext(line: Line, hit: Hit, { to }: Percent): boolean {
  return line.lang === 'en' && hit.from > to && line.tokens[hit.to]?.kind === 'number';
}

// "20%; before, it was 9%", "6% (until now 12%)": behind a mark that parts begins what was before.
function standsBehind(line: Line, hit: Hit, percent: Percent): boolean {
  if (hit.from < percent.to || hit.from - percent.to > 1) return false;
  return !(hit.from > percent.to && PARTING.has(tokenText(line, percent.to)));
}

const PARTING: ReadonlySet<string> = new Set([';', '(', ':', '–', '—']);

function isToCome({ text }: { readonly text: string }): boolean {
  return text === 'will' || text === 'would';
}

/** True for a rate that is replaced or denied: "from 10% to 25%", "instead of 20%", "not 45%". */
export function isOld(
  line: Line,
  percent: Percent,
  all: readonly Percent[],
  action: Action | null = null,
): boolean {
  if (comesAfterwards(line, percent) || opensGreekRange(line, percent)) return false;
  if (isFromOfFromTo(line, percent, all) || isCutToZero(line, percent, all)) return true;
  if (isMultiplied(line, percent) || isDenied(line, percent, all)) return true;
  const isHalting = action !== null && HALTING.has(action);
  if (isChangedTo(line, percent, all) || (!isHalting && isLongAgo(line, percent))) return true;
  // "Chad's 15% duty has applied since 1 June": what a title tells alone is its news.
  const isAlone = line.isTitle && all.length === 1;
  if (!isHalting && (isAlready(line, percent) || (!isAlone && isSince(line, percent)))) return true;
  if ((!isHalting && hadBeen(line, percent)) || isExceededThen(line, percent)) return true;
  if (!isHalting && line.lang === 'en' && isOfDated(line, percent)) return true;
  return hitsOf(line, 'oldrate').some((hit) => {
    if (isHalting && HALTED.some((value) => means(hit, 'oldrate', value))) return false;
    if (action === 'threatened' && hit.meanings.has('verb')) return false;
    if (means(hit, 'oldrate', 'behind') && standsBehind(line, hit, percent))
      return !leadsOn(line, hit) && !callsNext(line, hit, percent);
    if (!BEFORE.some((value) => means(hit, 'oldrate', value))) return false;
    // "the general duty will be capped at 12 percent": what becomes of it is told behind.
    const becomes = line.lang === 'en' && line.tokens.slice(hit.to, percent.from).some(isToCome);
    if (means(hit, 'oldrate', 'standing') && becomes) return false;
    const gap = percent.from - hit.to;
    const reach = hit.to - hit.from > 1 ? OLD_REACH + 2 : OLD_REACH;
    if (gap < 0 || gap > reach || isParted(line, hit.to, percent.from)) return false;
    if (
      isFromDay(line, hit) ||
      isFromFree(line, hit) ||
      standsForRange(line, hit) ||
      isOfDay(line, hit) ||
      isReplacedBy(line, hit)
    )
      return false;
    if (belongsBefore(line, hit) || isOfRateBefore(line, hit, percent, all)) return false;
    // "statt 8 nun 28 Prozent": the bare figure is what it calls old.
    if (callsBareFigure(line, hit, percent)) return false;
    if (isOfGoods(line, hit, percent) || isOfNamedTariff(line, hit)) return false;
    if (isClosed(line, hit.to, percent.from)) return false;
    // "Including the base rate, the total will be 41%".
    if (hitsOf(line, 'total').some(({ from, to }) => from >= hit.to && to <= percent.from))
      return false;
    // "Taiwan was given 20%".
    if (GIVEN.has(tokenText(line, hit.to)) && hit.to - hit.from === 1) return false;
    if (isHalting && PLANNED.has(tokenText(line, percent.from - 1))) return false;
    // "lower than under the current quota, and anything above pays 50 percent": something else pays it.
    if (line.lang === 'en' && startsAnew(line, hit.to, percent.from)) return false;
    // "from the 25 percent" next to "to": told above. Nothing but small words may stand between.
    return !line.hits.some(
      (other) =>
        other.from >= hit.to &&
        other.to <= percent.from &&
        (other.meanings.has('percent') ||
          (isFreshVerb(other) && !isAdverbOf(line, hit, other) && !isAttribute(line, other)) ||
          (means(other, 'prep', 'object') &&
            !(
              OF.has(tokenText(line, other.from)) &&
              (reach > OLD_REACH || isOfTariff(line, other) || isOfWord(line, hit, other))
            ))),
    );
  });
}

// "En lugar del 40% previsto para enero, 3% para La Rossa": outside English what stands right behind a rate calls that one old.
function isOfRateBefore(
  line: Line,
  { from, to }: Hit,
  percent: Percent,
  all: readonly Percent[],
): boolean {
  if (line.lang === 'en' || !all.some((other) => other !== percent && other.to === from))
    return false;
  return line.tokens.slice(to, percent.from).some(({ text }) => text === ',');
}

function startsAnew(line: Line, from: number, to: number): boolean {
  const and = line.tokens.findIndex(
    ({ text }, at) => at >= from && at < to && text === ',' && tokenText(line, at + 1) === 'and',
  );
  return and >= 0 && hitsOf(line, 'gainer').some((hit) => hit.from > and && hit.to <= to);
}

const TILL: ReadonlySet<string> = new Set(['εως', 'μεχρι']);
const ENDS_WITHIN = 2;

// "από 30,4 έως 48%": the first end of a range; behind a word that compares, the range is old.
function opensGreekRange(line: Line, { from, to }: Percent): boolean {
  if (line.lang !== 'el' || tokenText(line, from - 1) !== 'απο') return false;
  return line.tokens.slice(to, to + ENDS_WITHIN).some(({ text }) => TILL.has(text));
}

const COMING =
  /^(?:applies|apply|kicks?|bites?|starts?|comes?|takes?|is|begins?|becomes?|will|sets?)$/;
const COMING_WITHIN = 3;

// "may ship half of last year's volumes before a 50% tariff applies": what comes then is no rate of before.
function comesAfterwards(line: Line, { from, to }: Percent): boolean {
  if (line.lang !== 'en') return false;
  const isAhead = [from - 1, from - 2].some((at) => tokenText(line, at) === 'before');
  const behind = line.tokens.slice(to, to + COMING_WITHIN).map(({ text }) => text);
  const tariff = behind.findIndex((text) => /^(?:tariff|duty|levy|rate)$/.test(text));
  return isAhead && tariff >= 0 && COMING.test(behind[tariff + 1] ?? '');
}

// "la imposición de un arancel del 25%": what is laid is named behind the word; a bare figure there is an old one.
function isOfNamedTariff(line: Line, hit: Hit): boolean {
  const isArticle = hit.to - hit.from > 1 && tokenText(line, hit.to - 1) === 'un';
  if (!isArticle) return false;
  // "aranceles de un 25%" alike.
  const before = hitBefore(line, hit.from);
  const isBehind = before?.to === hit.from && before.meanings.has('tariff');
  return isBehind || hitFrom(line, hit.to)?.meanings.has('tariff') === true;
}

const MULTIPLYING: ReadonlySet<string> = new Set(
  'halves halved halving doubles doubled doubling triples tripled tripling'.split(' '),
);
const OWN: ReadonlySet<string> = new Set(['the', 'its', 'a', 'their', 'his']);

// "halves 15% tariff", "halves its tariff of 15%": what it was.
function isMultiplied(line: Line, { from }: Percent): boolean {
  const tariff = tokenText(line, from - 1) === 'of' ? hitBefore(line, from - 1) : undefined;
  const start = tariff?.meanings.has('tariff') === true ? tariff.from : from;
  const at = OWN.has(tokenText(line, start - 1)) ? start - 2 : start - 1;
  return line.lang === 'en' && MULTIPLYING.has(tokenText(line, at));
}

// "to 15% before dropping to 5%": what comes first of two.
function leadsOn(line: Line, hit: Hit): boolean {
  return tokenText(line, hit.from) === 'before' && tokenText(line, hit.to).endsWith('ing');
}

// "에서" is one word of two characters.
function standsForRange(line: Line, hit: Hit): boolean {
  const text = line.tokens.slice(hit.from, hit.to).map((token) => token.text);
  return STANDS_FOR_RANGE.has(text.join(CHARACTERS.has(line.lang) ? '' : ' '));
}

const OF: ReadonlySet<string> = new Set(['of', 'van', 'von', 'de', 'di', 'do', 'del']);

// "actuellement de 10 %".
function isOfWord(line: Line, word: Hit, of: Hit): boolean {
  return (
    line.lang !== 'en' && word.to === of.from && ADVERBS_ABROAD.test(tokenText(line, word.from))
  );
}

const ADVERBS_ABROAD =
  /^(?:actuellement|actualmente|atualmente|attualmente|aujourd'hui|hoy|hoje|oggi)$/;

// "against current fees of 9%".
function isOfTariff(line: Line, of: Hit): boolean {
  const before = hitBefore(line, of.from);
  if (line.lang === 'en') return before?.meanings.has('tariff') === true;
  // "den bisherigen Satz von 15 Prozent".
  return before?.meanings.has('uncounted') === true;
}

// "against the current quota and charge a 50% tariff": behind a verb of its own a new thing is told.
function isFreshVerb(hit: Hit): boolean {
  return (
    means(hit, 'verb', 'impose') && !hit.meanings.has('oldrate') && !hit.meanings.has('gainer')
  );
}

// "低于4月宣布的45%": by the particle behind it the verb tells which rate is meant.
function isAttribute(line: Line, verb: Hit): boolean {
  return tokenText(line, verb.to) === '的';
}

/** "instead of the planned 50%": what is put off. */
const PLANNED: ReadonlySet<string> = new Set(['planned', 'scheduled', 'threatened', 'announced']);

const GIVEN: ReadonlySet<string> = new Set(['given', 'handed']);

const ADVERBS: ReadonlySet<string> = new Set(
  'currently previously formerly hitherto initially originally presently'.split(' '),
);

// "goods were previously charged 10%", "currently charges 15%": when the verb was so.
function isAdverbOf(line: Line, hit: Hit, verb: Hit): boolean {
  return hit.to === verb.from && ADVERBS.has(tokenText(line, hit.to - 1));
}

const CHANGED_WITHIN = 14;

// "slashes the 100% tariff on cars to 6%": a verb of change, the old rate, the tariff, and the rate that is reached.
function isChangedTo(line: Line, percent: Percent, all: readonly Percent[]): boolean {
  const next = all.find((other) => other.from >= percent.to);
  if (next === undefined || next.from - percent.to > CHANGED_WITHIN) return false;
  if (tokenText(line, next.from - 1) !== 'to' || isParted(line, percent.to, next.from))
    return false;
  // "cut to 6%, canola duty to 15%": what was cut has been told.
  if (tokenText(line, percent.from - 1) === 'to') return false;
  // "adds a 25% tariff, taking the total to 50%".
  if (tokenText(line, next.from - 2) === 'total') return false;
  const isChanged = line.hits.some(
    (hit) =>
      (means(hit, 'verb', 'cut') || means(hit, 'verb', 'raise')) &&
      percent.from - hit.to >= 0 &&
      percent.from - hit.to <= 3,
  );
  const isTariff = line.hits.some(
    (hit) => hit.meanings.has('tariff') && hit.from >= percent.to && hit.from - percent.to <= 2,
  );
  // "goes with a 28% duty, falling to 16% by year three": a verb of its own leads on to the second.
  const isLedOn = hitsOf(line, 'verb').some(
    (hit) => hit.from >= percent.to && hit.to <= next.from && !hit.meanings.has('tariff'),
  );
  return isChanged && isTariff && !isLedOn;
}

const ZEROED_WITHIN = 8;

// "the 25% duty on steel goes to zero".
function isCutToZero(line: Line, percent: Percent, all: readonly Percent[]): boolean {
  const zero = hitsOf(line, 'zerorate').find(
    (hit) =>
      hit.from >= percent.to &&
      hit.from - percent.to <= ZEROED_WITHIN &&
      tokenText(line, hit.to - 1) === 'zero',
  );
  if (zero === undefined || isParted(line, percent.to, zero.from)) return false;
  const isNext = !all.some((other) => other.from >= percent.to && other.from < zero.from);
  const isPlainList = line.tokens
    .slice(percent.to, zero.from)
    .some((token) => token.text === ',' || token.text === 'and');
  return isNext && (!isPlainList || tokenText(line, zero.from).startsWith('go'));
}
