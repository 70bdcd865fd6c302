// Goods told beside the step: who suffers most, why it is taken, what the other side's duty is on. In: goods in their sentence,
// the leading step and the two sides. Out: whether they are no goods of the step.
import type { Sides } from '../figures/rate-at.ts';
import { isInTheirThreat } from '../figures/their-threat.ts';
import type { Step } from '../objects/step-objects.ts';
import { placeGroups } from '../places/read-places.ts';
import { priceOf } from '../steps/bargained.ts';
import { tellsEarlier } from '../steps/earlier-deeds.ts';
import { isDoneToElse } from '../steps/half-verbs.ts';
import { openingEnd } from '../steps/opening-clause.ts';
import { isStranger, ownerOfTariff } from '../steps/tariff-owner.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitBefore, hitsOf, isParted, type Line, means, tokenText } from '../words/scene.ts';
import { lastPlaceOf, placeOf, wordGroup } from '../words/word-groups.ts';
import { endOfList, headOfList } from './goods-list.ts';
import { isOnlyUse } from './used-in.ts';

/** True for goods that the sentence names for another reason than that the step falls on them. */
export function isBeside(line: Line, product: Hit, lead: Step, sides: Sides): boolean {
  return (
    isOfEarlier(line, lead) ||
    isInOpening(line, product, lead, sides) ||
    isInTheirThreat(line, product.from, sides) ||
    isHitHardest(line, product) ||
    isUnderTheirDuty(line, product, sides) ||
    isUnderOwnedDuty(line, product, lead, sides) ||
    isInReason(line, product, lead) ||
    isOfOtherDeed(line, product, lead) ||
    isOnlyUse(line, product) ||
    isOnlyLike(line, product) ||
    isFoughtOver(line, product) ||
    isHolderOf(line, product) ||
    isInvestedIn(line, product) ||
    isOfFirms(line, product) ||
    isOfOtherDeal(line, product, lead) ||
    isBeforeDeed(line, product, lead) ||
    isAskedBehind(line, product, lead) ||
    isStillFacing(line, product, lead) ||
    (line === lead.line && product.to <= priceOf(line, lead.object))
  );
}

const DISPUTES = wordGroup('dispute disputes row feud spat fight battle clash war');
const FOUGHT_WITHIN = 3;

// "tariffs linked to the Boeing-Airbus dispute": the two sides have fought over aircraft with duties on wine and cheese.
function isFoughtOver(line: Line, product: Hit): boolean {
  if (line.lang !== 'en') return false;
  // "tariffs on US goods in metals fight"
  const isInFight =
    tokenText(line, product.from - 1) === 'in' && DISPUTES.has(tokenText(line, product.to));
  if (isInFight) return true;
  if (line.isTitle || !means(product, 'product', 'aircraft')) return false;
  return placeOf(line, DISPUTES, product.to, product.to + FOUGHT_WITHIN) >= 0;
}

const LIKE = wordGroup('similar like akin');
const LIKE_WITHIN = 10;

// "tariffs similar to those imposed on imported steel": those of another step.
function isOnlyLike(line: Line, product: Hit): boolean {
  if (line.lang !== 'en') return false;
  const at = lastPlaceOf(line, LIKE, Math.max(0, product.from - LIKE_WITHIN), product.from);
  if (at < 0) return false;
  return line.tokens.slice(at + 1, at + 3).some(({ text }) => text === 'those' || text === 'ones');
}

// "taxes the copper content of pipes and wires": what holds the goods that are taxed.
function isHolderOf(line: Line, product: Hit): boolean {
  const head = headOfList(line, product);
  return (
    line.lang === 'en' &&
    tokenText(line, head - 1) === 'of' &&
    tokenText(line, head - 2) === 'content'
  );
}

const INVESTED = wordGroup(
  /^(?:investments?|financing|funding|reshoring|onshoring|spending|fabs?|purchases?|orders?)$/,
);

// "cut tariffs, boost chip investment", "agreed to lower tariffs in return for aircraft orders": what money goes into.
function isInvestedIn(line: Line, product: Hit): boolean {
  if (line.lang !== 'en' || !INVESTED.has(tokenText(line, product.to))) return false;
  return hitBefore(line, product.from)?.meanings.has('tariff') !== true;
}

const BARGAINS: ReadonlySet<string> = new Set('deal deals pact accord agreement truce'.split(' '));

// "reduces tariffs on Chile, secures lithium deal": what another bargain is about.
function isOfOtherDeal(line: Line, product: Hit, { line: own, object, about }: Step): boolean {
  if (line.lang !== 'en' || line !== own || about !== 'tariff') return false;
  const isBargained = BARGAINS.has(tokenText(line, product.to));
  return isBargained && lastPlaceOf(line, COMMA, object.to, product.from) >= 0;
}

const COMMA = wordGroup(',');
const TRADED = ['tariff', 'quota', 'relief', 'probe'] as const;
const JOINING: ReadonlySet<string> = new Set(['and', ',', 'then']);

// "halts gas sales and slaps 30% tariffs on Chile": goods of the deed before.
function isBeforeDeed(line: Line, product: Hit, { line: own, verb }: Step): boolean {
  if (line.lang !== 'en' || line !== own || !line.isTitle || product.to > verb.from) return false;
  if (!JOINING.has(tokenText(line, verb.from - 1))) return false;
  const before = hitsOf(line, 'verb').some((hit) => hit.to <= product.from);
  // "proposes halving steel quotas and doubling the duty": what is done to a quota is the same matter.
  const isOfTrade = TRADED.some((name) => hitsOf(line, name).some((hit) => hit.to <= verb.from));
  return before && !isOfTrade;
}

const FIRMS = wordGroup('companies company firms firm conglomerates startups');
const FIRMS_WITHIN = 2;

// "will see Chilean battery and tech companies raise their spending": who makes them spends, and no tariff is on them there.
function isOfFirms(line: Line, product: Hit): boolean {
  if (line.lang !== 'en' || line.isTitle) return false;
  const end = endOfList(line, product);
  const at = placeOf(line, FIRMS, end, end + FIRMS_WITHIN + 1);
  if (at < 0 || isParted(line, end, at)) return false;
  const before = hitBefore(line, headOfList(line, product));
  return (
    !['on', 'against', 'for'].includes(tokenText(line, headOfList(line, product) - 1)) &&
    before?.meanings.has('tariff') !== true
  );
}

// "imposes safeguards on washers; is steel next?": a question behind the step says nothing of it.
function isAskedBehind(line: Line, product: Hit, lead: Step): boolean {
  if (line !== lead.line || tokenText(line, line.tokens.length - 1) !== '?') return false;
  return lastPlaceOf(line, SEMICOLON, lead.object.to, product.from) >= 0;
}

const SEMICOLON = wordGroup(';');
const CONTRASTS = wordGroup('yet but though although while');
const FACING = /^(?:face[sd]?|facing|pay|pays|remains?)$/;
const FACING_WITHIN = 4;
const EASINGS: ReadonlySet<string> = new Set(['suspended', 'removed', 'reduced', 'delayed']);

// "suspends some tariffs, yet soybean buyers still face high ones": on these nothing is eased.
function isStillFacing(line: Line, product: Hit, lead: Step): boolean {
  if (line.lang !== 'en' || line !== lead.line || !EASINGS.has(lead.action)) return false;
  if (lastPlaceOf(line, CONTRASTS, lead.verb.to, product.from) < 0) return false;
  const end = endOfList(line, product);
  const behind = line.tokens.slice(end, end + FACING_WITHIN).map(({ text }) => text);
  const still = behind.indexOf('still');
  return still >= 0 && behind.slice(still + 1).some((text) => FACING.test(text));
}

// "It had already put a surtax on aluminium" under a step that names its goods.
function isOfEarlier(line: Line, lead: Step): boolean {
  return line !== lead.line && lead.line.classes.has('product') && tellsEarlier(line);
}

// "impone arancel y suspende venta de energía": goods of a verb that has an object of its own.
function isOfOtherDeed(line: Line, product: Hit, { verb, object }: Step): boolean {
  if (line.lang === 'en') return false;
  return hitsOf(line, 'verb').some(
    (hit) =>
      hit.from > verb.from &&
      hit.to <= product.from &&
      (hit.meanings.get('verb') ?? []).some((family) =>
        isDoneToElse(line, hit, { family, object }),
      ),
  );
}

// "A day after India raised tariffs on its cars, Brazil retaliated with a 25% levy on Indian steel": goods of what went before.
function isInOpening(line: Line, product: Hit, lead: Step, { imposers }: Sides): boolean {
  const end = openingEnd(line);
  if (line !== lead.line || product.from > end || lead.verb.from < end) return false;
  const subject = placeGroups(line)[0];
  const isOthers =
    subject !== undefined &&
    subject.to <= product.from &&
    (subject.role === 'bare' || subject.role === 'subject') &&
    !subject.codes.some((code) => imposers.has(code));
  return isOthers && hitsOf(line, 'product').some((hit) => hit.from > end);
}

const HARDEST = /^(?:hardest|worst|most)$/;
const SUFFERING = /^(?:hit|affected|exposed|hurt|vulnerable|bruised)$/;

// "50% tariff kicks in: gems, shrimp and textiles hardest hit": who suffers most of a tariff on more than these.
function isHitHardest(line: Line, product: Hit): boolean {
  const end = endOfList(line, product);
  for (let at = end; at < end + HARDEST_WITHIN; at += 1) {
    const [word, next] = [tokenText(line, at), tokenText(line, at + 1)];
    if (HARDEST.test(word) && SUFFERING.test(next)) return true;
    if (word === 'hit' && HARDEST.test(next)) return true;
  }
  return false;
}

const HARDEST_WITHIN = 4;

const REASONS = wordGroup('over citing amid blaming alleging thanks');

// "slaps 30% tariff on Colombia over lack of help against drugs", "goes thanks to a truce on metals": why, not on what.
function isInReason(line: Line, product: Hit, lead: Step): boolean {
  const told = line === lead.line ? Math.max(lead.verb.to, lead.object.to) : 1;
  const at = Math.max(
    lastPlaceOf(line, REASONS, told, product.from),
    quarrelBefore(line, told, product.from),
  );
  if (at < 0 || line.tokens[at + 1]?.kind === 'number') return false;
  if (isParted(line, at, product.from) || line.tokens.slice(at, product.from).some(isComma))
    return false;
  const isLaidThere = hitsOf(line, 'tariff').some((hit) => hit.from > at);
  return !isLaidThere && (line === lead.line || tokenText(line, at) === 'thanks');
}

const AFTER = wordGroup('after because');
const WHO = /^(?:it|they|he|she)$/;
const QUARREL =
  /^(?:turn(?:s|ed)|refuse[sd]|block(?:s|ed)|seize[sd]|ground(?:s|ed)|detain(?:s|ed)|expel(?:s|led)|jail(?:s|ed)|arrest(?:s|ed)|shoots|shot|sinks|sank|intercept(?:s|ed))$/;

// "slaps tariffs on Nepal after it turns back army trucks": what two states quarrel over besides trade.
function quarrelBefore(line: Line, from: number, to: number): number {
  const at = lastPlaceOf(line, AFTER, from, to);
  const isTold = WHO.test(tokenText(line, at + 1)) && QUARREL.test(tokenText(line, at + 2));
  return at >= 0 && isTold ? at : -1;
}

const isComma = ({ text }: { readonly text: string }): boolean => text === ',';

const OWNER_WITHIN = 5;

// "a response to Ottawa's levies on EVs", "days after Bogotá's own 30% duties on rice" where those two are hit.
function isUnderTheirDuty(line: Line, product: Hit, { imposers, targets }: Sides): boolean {
  const head = headOfList(line, product);
  if (tokenText(line, head - 1) !== 'on') return false;
  const duty = hitBefore(line, head - 1);
  if (duty?.meanings.has('tariff') !== true) return false;
  return placeGroups(line).some(
    (group) =>
      group.isPossessive &&
      group.to <= duty.from &&
      duty.from - group.to <= OWNER_WITHIN &&
      // "India's request for a lower duty on steel".
      !line.tokens.slice(group.to, duty.from).some(({ text }) => text === 'for' || text === 'to') &&
      group.codes.every((code) => targets.has(code) && !imposers.has(code)),
  );
}

const OWNED_WITHIN = 12;
const ANEW = ['verb', 'gainer', 'clause', 'saying', 'mood'] as const;

// "a dumping ground after US levies of 25 percent on steel and 10 percent on copper", "as the US steel tariff bites": goods of a
// tariff that the text tells to be another's.
function isUnderOwnedDuty(line: Line, product: Hit, lead: Step, sides: Sides): boolean {
  if (line.isTitle || line === lead.line || sides.imposers.size === 0) return false;
  const duty = hitsOf(line, 'tariff').find(
    (hit) =>
      (hit.to <= product.from &&
        product.from - hit.to <= OWNED_WITHIN &&
        reaches(line, hit, product)) ||
      (hit.from >= product.to && hit.from - product.to <= 1),
  );
  const owner = duty === undefined ? null : ownerOfTariff(line, duty);
  return owner !== null && owner.from < product.to && isStranger(owner, sides);
}

// Only figures, "on" and other goods of the list stand between a duty and what it is on.
function reaches(line: Line, duty: Hit, product: Hit): boolean {
  if (isParted(line, duty.to, product.from)) return false;
  const isOn = line.tokens.slice(duty.to, product.from).some(({ text }) => text === 'on');
  return (
    isOn &&
    !line.hits.some(
      (hit) =>
        hit.from >= duty.to &&
        hit.to <= product.from &&
        !hit.meanings.has('join') &&
        ANEW.some((name) => hit.meanings.has(name)),
    )
  );
}
