// Goods that are named beside the step. In: goods in their sentence and the leading step. Out: whether they are spared, belong to
// the other side's measure, or only tell who is meant ("countries that buy Russian oil").

import type { Sides } from '../figures/rate-at.ts';
import { isBehindOurGoods, isOfTheirTariff } from '../figures/their-rates.ts';
import type { Step } from '../objects/step-objects.ts';
import { isChargedByAnswered } from '../places/into-market.ts';
import { placeGroups } from '../places/read-places.ts';
import { isInClauseOfOther } from '../places/relative-doer.ts';
import { isDescription } from '../roles/beside-step.ts';
import { isWhyNamed } from '../roles/why-places.ts';
import { isKeptNextTo } from '../steps/kept-beside.ts';
import { clauseAt } from '../steps/split-clauses.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, isParted, type Line, means, tokenText } from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';
import { endsBetween, isAnswered, isMeansOfAnswer, isOfAnswer } from './answered-goods.ts';
import { isBeside } from './goods-beside.ts';
import { endOfList, headOfList } from './goods-list.ts';
import { isOfDutyBefore } from './only-mentioned.ts';
import { isFormOfOther } from './shaped-goods.ts';
import { isSpared } from './spared-goods.ts';

/** True for goods that are no goods of the leading step although they are named with it. */
export function isOtherGoods(line: Line, product: Hit, lead: Step, sides: Sides): boolean {
  if (isSpared(line, product, lead.action)) return true;
  if (isUnreal(line, product, lead) || isFormOfOther(line, product)) return true;
  const isAnswer = isAnswering(lead) || (line.lang === 'en' && line.classes.has('retaliation'));
  const isMeans = isAnswer && line.lang === 'en' && isMeansOfAnswer(line, product);
  if (isAnswer && !isMeans && !isUnderLead(line, product, lead)) {
    if (isTheirs(line, product, sides.targets) || isOfTheirStep(line, lead, sides)) return true;
    if (isChargedByAnswered(line, sides.targets)) return true;
    if (isFacingTheirs(line, product, sides.targets)) return true;
  }
  return (
    isInClauseOfOther(line, product.from, sides.imposers) ||
    (!isMeans && isAnswered(line, product)) ||
    isBehindLead(line, product, lead) ||
    isInOtherClause(line, product, lead) ||
    // "tariff on countries that buy Russian oil": the goods tell who is hit, not what.
    isDescription(line, product) ||
    isWhyNamed(line, product) ||
    isOfDutyBefore(line, product) ||
    isKeptNextTo(line, product, lead) ||
    isBeside(line, product, lead, sides) ||
    isOfImposer(line, product, lead, sides)
  );
}

const UNDER_WITHIN = 6;

// "tariffs of 25% on steel come into effect as Chile vows to answer": the goods of a lead that answers nothing stand right behind it.
function isUnderLead(line: Line, product: Hit, { line: own, object, action }: Step): boolean {
  if (line !== own || action !== 'imposed' || means(object, 'tariff', 'retaliation')) return false;
  const gap = headOfList(line, product) - object.to;
  return gap > 0 && gap <= UNDER_WITHIN && tokenText(line, headOfList(line, product) - 1) === 'on';
}

const UNREAL_WITHIN = 12;

// "the pact would have lowered the levy on cement": what did not come about.
function isUnreal(line: Line, product: Hit, lead: Step): boolean {
  if (line.isTitle || line === lead.line) return false;
  if (!says(line, UNREAL)) return false;
  const head = headOfList(line, product);
  const have = line.tokens.findLastIndex(
    (token, at) => at < head && token.text === 'have' && UNREAL.has(tokenText(line, at - 1)),
  );
  return have >= 0 && head - have <= UNREAL_WITHIN && !isParted(line, have, head);
}

const UNREAL = wordGroup('would could might should');

function isAnswering(lead: Step): boolean {
  return (
    lead.action.startsWith('retaliation') ||
    lead.object.meanings.get('tariff')?.includes('retaliation') === true
  );
}

/** "countermeasures against US steel tariffs": the goods of the tariff that is answered are not those of the answer. */
export function isTheirs(line: Line, product: Hit, targets: ReadonlySet<string>): boolean {
  const head = headOfList(line, product);
  if (line.lang !== 'en' && (isOfAnswer(line, product) || isLaidInAnswer(line, product, targets)))
    return false;
  return placeGroups(line).some((group) => {
    if (
      !(group.role === 'owner' || group.isPossessive) ||
      !group.codes.every((code) => targets.has(code))
    )
      return false;
    if (group.from >= product.to || head - group.to > THEIRS_WITHIN) return false;
    return !endsBetween(line, group.to, head);
  });
}

const OWN: ReadonlySet<string> = new Set(['its', 'their', 'our']);
const FACING = /^(?:faces?|faced|bears?|pays?|meets?|suffers?)$/;

// "Ankara said its steel faces a 25% Chilean tariff" where Chile is answered.
function isFacingTheirs(line: Line, product: Hit, targets: ReadonlySet<string>): boolean {
  const end = endOfList(line, product);
  if (
    !OWN.has(tokenText(line, headOfList(line, product) - 1)) ||
    !FACING.test(tokenText(line, end))
  )
    return false;
  const owner = placeGroups(line).find(({ from }) => from > end);
  return owner?.role === 'owner' && owner.codes.every((code) => targets.has(code));
}

/** "пошлинами", "cłami": with what one answers, in languages that say so by the ending of the noun, folded. */
const MEANS: Readonly<Record<string, RegExp>> = {
  ru: /(?:ами|ями|ой|ою|ом|ем)$/,
  pl: /(?:ami|em)$/,
};

// "ответила на пошлины Индии пошлиной 25% на сталь", "В ответ на пошлины Индии Бразилия ввела 25% на сталь": behind the tariff
// that is answered stand the means or the one who answers; in Turkish the goods are laid a rate on.
function isLaidInAnswer(line: Line, product: Hit, targets: ReadonlySet<string>): boolean {
  const isMeans = (hit: Hit): boolean =>
    hit.to <= product.from && MEANS[line.lang]?.test(tokenText(line, hit.to - 1)) === true;
  if (hitsOf(line, 'tariff').some(isMeans)) return true;
  if (line.lang === 'tr') return hitsOf(line, 'percent').some((rate) => rate.from === product.to);
  const answered = placeGroups(line).find(({ codes }) => codes.every((code) => targets.has(code)));
  return placeGroups(line).some(
    ({ role, codes, from, to }) =>
      answered !== undefined &&
      from >= answered.to &&
      to <= product.from &&
      (role === 'bare' || role === 'subject') &&
      !codes.some((code) => targets.has(code)),
  );
}

// "Peru put 80% on toys last spring" where Peru is answered.
function isOfTheirStep(line: Line, lead: Step, { imposers, targets }: Sides): boolean {
  if (line.isTitle || line === lead.line) return false;
  const first = placeGroups(line)[0];
  return (
    first?.role === 'subject' &&
    first.codes.every((code) => targets.has(code) && !imposers.has(code)) &&
    hitsOf(line, 'background').some((hit) => hit.from >= first.to && hit.from - first.to <= 2)
  );
}

// "opens inquiry into pork after EV tariffs": behind the step and "after", with goods of its own before it, is what went before.
function isBehindLead(line: Line, product: Hit, lead: Step): boolean {
  const since = hitsOf(line, 'background').findLast((hit) => hit.to <= product.from);
  if (
    since === undefined ||
    (line === lead.line && lead.verb.from > since.from) ||
    isParted(line, since.to, product.from)
  ) {
    return false;
  }
  return hitsOf(line, 'product').some((hit) => hit.to <= since.from);
}

const PRONOUNS: ReadonlySet<string> = new Set(['it', 'he', 'she', 'they']);

// "opens inquiry into pork as tariffs on EVs take effect": of two clauses with goods, those of the step count.
function isInOtherClause(line: Line, product: Hit, lead: Step): boolean {
  if (line !== lead.line) return false;
  const own = clauseAt(line, lead.verb.from);
  const other = clauseAt(line, product.from);
  if (own === other || own.isAside === other.isAside) return false;
  const aside = own.isAside ? own : other;
  if (tokenText(line, aside.from) !== 'as' && tokenText(line, aside.from - 1) !== 'as')
    return false;
  if (PRONOUNS.has(tokenText(line, aside.from)) || PRONOUNS.has(tokenText(line, aside.from + 1)))
    return false;
  return hitsOf(line, 'product').some((hit) => own.from <= hit.from && hit.from < own.to);
}

const ORIGIN_WITHIN = 3;
const FROM_WITHIN = 1;

// "has offered to cut duties on American almonds" where America acts: what its own goods meet.
function isOfImposer(line: Line, product: Hit, lead: Step, { imposers, targets }: Sides): boolean {
  const isMutual = [...targets].some((code) => imposers.has(code));
  if (line.isTitle || line === lead.line || isMutual || imposers.size === 0) return false;
  const sides = { imposers, targets };
  if (isOfTheirTariff(line, product.from, sides)) return true;
  if (isBehindOurGoods(line, product.from, lead, sides)) return true;
  const [head, end] = [headOfList(line, product), endOfList(line, product)];
  return placeGroups(line).some((group) => {
    if (!group.codes.every((code) => imposers.has(code))) return false;
    if (group.role === 'origin' && group.to <= head) return head - group.to <= ORIGIN_WITHIN;
    // "25% on steel and aluminum from China" where China acts.
    return group.preposition === 'from' && group.from >= end && group.from - end <= FROM_WITHIN;
  });
}

const THEIRS_WITHIN = 6;
