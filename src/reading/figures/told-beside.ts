// Rates that a sentence of the teaser tells beside the step, by what the sentence is about: an earlier deed of a named time ("In
// 2018 it put 29% on pork"), another's deal, a case that does not come ("would otherwise pay"), what another state does or vows,
// a tariff that stands anyway, a margin that was found. In: a percentage in its sentence. Out: its rule. English only.

import { type PlaceGroup, placeGroups } from '../places/read-places.ts';
import { MONTHS } from '../steps/dated-back.ts';
import { tellsEarlier } from '../steps/earlier-deeds.ts';
import { type Needing, rulesFor } from '../words/asked-rules.ts';
import { hitFrom, isParted, type Line, tokenText } from '../words/scene.ts';
import { lastPlaceOf, placeOf, wordGroup } from '../words/word-groups.ts';
import {
  BEARING,
  isBorneByStranger,
  isOfRivals,
  isPaidAbroad,
  RIVALS,
  SELLING,
} from './borne-by-strangers.ts';
import { COMPARING, HAD, isComparedThreat, wasHeldOut } from './compared-threat.ts';
import { isMarginOf, MARGIN } from './mere-margins.ts';
import type { RateAt } from './rate-at.ts';
import { isSecond } from './second-rate.ts';
import { isOfRelative, isStandingAnyway, STANDING, WHICH } from './standing-rates.ts';
import { isBesideStepAbroad } from './told-beside-abroad.ts';

/** Steps whose rate is that of a measure which stands or was to come. */
const HALTING = /^(?:delayed|suspended|exempted|exemption-)/;

/** True for a rate of a sentence that tells of another time, case, deal or doer than the step's. */
export function isBesideStep(at: RateAt): boolean {
  const { line, lead } = at;
  if (line.lang !== 'en')
    return (
      isBesideStepAbroad(at, isSecond(at)) ||
      (!line.isTitle && line !== lead.line && isBorneByStranger(at))
    );
  if (line.isTitle || line === lead.line || HALTING.test(lead.action)) return false;
  return besideOf(line).some(({ holds }) => holds(at));
}

const YEAR = /^(?:19|20)\d\d$/;
const DATED = wordGroup('in during since until last ago earlier');
const DONE =
  /^(?:put|imposed|charged|raised|doubled|slapped|set|introduced|levied|hit|lifted|cut|lowered|took|came|began|started|laid|applied|collected|hiked|increased|placed)$/;
const DONE_WITHIN = 9;
const STILL_AHEAD = wordGroup('will would shall may could should must now today monday tuesday');

// "In March it put a 29% tariff on pork", "A 41% tariff on tea took effect in April": another day than the step's, and the step
// has a rate of its own.
function isDeedOfBefore(at: RateAt): boolean {
  const { line, percent, publishedOn } = at;
  if (publishedOn === null || !isSecond(at)) return false;
  if (isAhead(line) || !liesBack(line, publishedOn)) return false;
  const from = Math.max(0, percent.from - DONE_WITHIN);
  const near = line.tokens.slice(from, percent.to + DONE_WITHIN);
  return near.some(
    ({ text }, steps) =>
      DONE.test(text) &&
      isNextTo(at, Math.min(from + steps, percent.from), Math.max(from + steps, percent.to)),
  );
}

// Nothing that parts and no other figure stands between the verb and the figure.
function isNextTo({ line, percent, all }: RateAt, from: number, to: number): boolean {
  const isOther = all.some(
    (other) =>
      other !== percent &&
      other.from >= from &&
      other.to <= to &&
      // "ranging from 19% to 28%": both ends of one range.
      !(other.to === percent.from - 1 && /^(?:to|and|-)$/.test(tokenText(line, other.to))),
  );
  return !isOther && !isParted(line, from, to);
}

// "may" is a month as well.
function isAhead(line: Line): boolean {
  return line.tokens.some(
    ({ text }, at) =>
      STILL_AHEAD.has(text) && !(text === 'may' && tokenText(line, at - 1) === 'in'),
  );
}

function liesBack(line: Line, publishedOn: string): boolean {
  const [thisYear, thisMonth] = [Number(publishedOn.slice(0, 4)), Number(publishedOn.slice(5, 7))];
  return line.tokens.some(({ text }, at) => {
    if (YEAR.test(text)) return Number(text) < thisYear;
    const [first, second] = [tokenText(line, at - 1), tokenText(line, at + 1)];
    if (text === 'ago') return /^years?$/.test(first);
    if (text === 'last') return second === 'year' && tokenText(line, at + 2) !== "'s";
    if (text === 'earlier') return second === 'dispute' || second === 'row' || second === 'round';
    const month = MONTHS.indexOf(text) + 1;
    return month > 0 && month !== thisMonth && first === 'in';
  });
}

const AGREED =
  /^(?:struck|reached|secured|won|agreed|signed|negotiated|clinched|sealed|obtained|concluded|given|granted|handed|accepted)$/;
const AGREEING = wordGroup(
  'struck reached secured won agreed signed negotiated clinched sealed obtained concluded given granted handed accepted deal pact agreement accord',
);
const DEALS = /^(?:deals?|pacts?|agreements?|accords?)$/;
const UNDER: ReadonlySet<string> = new Set(['under', 'by', 'through']);

// "Chile struck a deal that set its rate at 10%", "Goods from Chile pay 10% under an earlier deal".
function isOfAnothersDeal({ line, percent, lead, sides }: RateAt): boolean {
  const other = strangerBefore(line, percent.from, sides);
  if (other === null || isHitBehind(line, other.to, percent.from, sides)) return false;
  // "hits trading partners" / "Peru was given 20%": who bears what is told by the text.
  const agreed = line.tokens.slice(other.to, percent.from).some(({ text }) => AGREED.test(text));
  if (agreed && namesTarget(lead.line, sides)) return true;
  const behind = line.tokens.slice(percent.to);
  return behind.some(
    ({ text }, at) => DEALS.test(text) && behind.slice(0, at).some((word) => UNDER.has(word.text)),
  );
}

function namesTarget(line: Line, { targets }: RateAt['sides']): boolean {
  return placeGroups(line).some(({ codes }) =>
    codes.some((code) => code !== 'WORLD' && targets.has(code)),
  );
}

// "While Peru was given 18%, Chile ends up with 38%": who is hit stands between.
function isHitBehind(line: Line, from: number, to: number, { targets }: RateAt['sides']): boolean {
  return placeGroups(line).some(
    (group) =>
      group.from >= from && group.to <= to && group.codes.some((code) => targets.has(code)),
  );
}

// The place that opens the sentence, where it is neither side of the step.
function strangerBefore(
  line: Line,
  end: number,
  { imposers, targets }: RateAt['sides'],
): PlaceGroup | null {
  const first = placeGroups(line)[0];
  if (first === undefined || first.to > end || first.from > OPENING) return null;
  return first.codes.some((code) => imposers.has(code) || targets.has(code) || code === 'WORLD')
    ? null
    : first;
}

const OPENING = 3;

const IN_ANOTHER_CASE = wordGroup('otherwise without spares spared');
const CASE = wordGroup(
  'exemption waiver deal agreement accord pact relief exclusion reprieve truce',
);
const WITHIN = 6;

// "would otherwise pay 34%", "Without the waiver it would pay 34%", "spared a 34% duty": what does not come.
function isUnlessSpared({ line, percent }: RateAt): boolean {
  const at = placeOf(line, IN_ANOTHER_CASE);
  const word = tokenText(line, at);
  if (word.startsWith('spare')) return percent.from > at && percent.from - at <= WITHIN;
  if (!line.tokens.some(({ text }) => text === 'would')) return false;
  if (word === 'otherwise') return Math.abs(percent.from - at) <= WITHIN + WITHIN;
  return lastPlaceOf(line, CASE, at, at + WITHIN) >= 0;
}

const DOING = wordGroup(
  /^(?:impos\w*|charg\w*|lev(?:y|ies|ied)|answer\w*|retaliat\w*|respond\w*|rais(?:e|es|ed|ing)|lift(?:s|ed)?|cut|cuts|lower(?:s|ed)?|drops?|reduc\w+|go|put|puts|slap\w*|appl(?:y|ies|ied)|hit|offer\w*|threat\w*|vow\w*|propos\w+|match\w*)$/,
);
const ANEW: ReadonlySet<string> = new Set(['the', 'this', 'that', 'it']);
const SUFFERING =
  /^(?:pays?|paid|fac(?:e|es|ed|ing)|gets?|got|bears?|was|were|is|are|been|be|subject|targeted|avoid\w*|escap\w*|complain\w*|call\w*)$/;
const THEIR_WITHIN = 14;

// "Hanoi has said it would answer with 34%", "Vietnam will in return cut its tariff to 34%": who opens the sentence does it.
function isDoneByOther({ line, percent, lead, sides }: RateAt): boolean {
  if (sides.imposers.size === 0 || /^deal|^struck/.test(lead.action)) return false;
  const groups = placeGroups(line);
  const doer = groups[0];
  if (doer === undefined || doer.from > OPENING || !isActing(doer)) return false;
  if (percent.from - doer.to > THEIR_WITHIN || doer.to > percent.from) return false;
  if (doer.codes.some((code) => sides.imposers.has(code) || code === 'WORLD')) return false;
  // "said the 35% tariff was unfair": what is known already is the step's.
  if (tokenText(line, percent.from - 1) === 'the') return false;
  const isNamed = groups.some(
    (group) =>
      group.from >= doer.to &&
      group.to <= percent.from &&
      group.role !== 'origin' &&
      group.codes.some((code) => sides.imposers.has(code)),
  );
  if (isNamed || isParted(line, doer.to, percent.from)) return false;
  const between = line.tokens.slice(doer.to, percent.from);
  // "Should Peru retaliate, the duty will rise to 55%".
  if (between.some(({ text }, at) => text === ',' && ANEW.has(between[at + 1]?.text ?? '')))
    return false;
  const at = between.findLastIndex(({ text }) => DOING.has(text));
  return at >= 0 && !between.some(({ text }) => SUFFERING.test(text));
}

function isActing({ role, isPossessive }: PlaceGroup): boolean {
  return (role === 'bare' || role === 'subject') && !isPossessive;
}

const LAYING =
  /^(?:put|puts|imposed|imposes|charged|charges|levied|levies|announced|has|had|laid|slapped|set|raised|introduced|applied|applies)$/;

// "answers a 41% tariff that Turkey put on cotton": who laid it is named behind it.
function isLaidByOther({ line, percent, sides }: RateAt): boolean {
  const tariff = hitFrom(line, percent.to);
  if (tariff?.meanings.has('tariff') !== true || sides.imposers.size === 0) return false;
  const relative = tokenText(line, tariff.to);
  const from = relative === 'that' || relative === 'which' ? tariff.to + 1 : tariff.to;
  const doer = placeGroups(line).find((group) => group.from === from);
  if (doer === undefined || !isActing(doer) || !LAYING.test(tokenText(line, doer.to))) return false;
  return !doer.codes.some((code) => sides.imposers.has(code));
}

const ANSWERS = wordGroup('answer reply response reaction');
const THE: ReadonlySet<string> = new Set(['the', 'a', 'an', 'those']);

// "This is a proportionate answer to the 41% tariffs".
function isWhatIsAnswered({ line, percent, lead }: RateAt): boolean {
  if (!lead.action.startsWith('retaliation') || !THE.has(tokenText(line, percent.from - 1)))
    return false;
  const at = percent.from - 3;
  return tokenText(line, at + 1) === 'to' && ANSWERS.has(tokenText(line, at));
}

const MARGIN_WITHIN = 6;

// "The inquiry found dumping margins of 29%" behind a duty that is laid.
function isFoundMargin({ line, percent, all, told }: RateAt): boolean {
  if (!told.some((value) => value !== percent.value)) return false;
  if (isMarginOf(line, percent, all)) return true;
  return lastPlaceOf(line, MARGIN, Math.max(0, percent.from - MARGIN_WITHIN), percent.from) >= 0;
}

const EARLIER = wordGroup('already previously earlier');

/** What a sentence beside the step may be about, with the words that it needs for it. */
const BESIDE: readonly (Needing & { readonly holds: (at: RateAt) => boolean })[] = [
  { needs: [DATED], holds: isDeedOfBefore },
  { needs: [EARLIER], holds: ({ line }) => tellsEarlier(line) },
  { needs: [COMPARING], holds: isComparedThreat },
  { needs: [HAD], holds: wasHeldOut },
  { needs: ['place', AGREEING], holds: isOfAnothersDeal },
  { needs: [IN_ANOTHER_CASE], holds: isUnlessSpared },
  { needs: ['place', DOING], holds: isDoneByOther },
  { needs: ['place', 'tariff'], holds: isLaidByOther },
  { needs: [ANSWERS], holds: isWhatIsAnswered },
  { needs: [STANDING], holds: isStandingAnyway },
  { needs: [WHICH], holds: isOfRelative },
  { needs: [RIVALS], holds: isOfRivals },
  { needs: ['place', BEARING], holds: isBorneByStranger },
  { needs: ['place', SELLING], holds: isPaidAbroad },
  { needs: [MARGIN], holds: isFoundMargin },
];

const besideOf = rulesFor(BESIDE);
