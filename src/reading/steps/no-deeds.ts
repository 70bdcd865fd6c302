// Verbs of headlines that do nothing to the tariff beside them: prices that drop as investors weigh it, a group that slams it,
// senators who vow to fight it, a week that brings questions on it. In: a verb and its object. Out: yes or no. English only.
import { placeGroups } from '../places/read-places.ts';
import { type Line, means, tokenText } from '../words/scene.ts';
import { placeOf, wordGroup } from '../words/word-groups.ts';
import { tellsElse } from './else-told.ts';
import { isOfReview } from './mere-reviews.ts';
import { isOtherSubject } from './moving-tariffs.ts';
import type { Pair } from './pair.ts';

type Rule = (pair: Pair) => boolean;

/** True where a rule says that the two stand in one sentence by chance. */
export function isNoDeed(pair: Pair): boolean {
  if (pair.line.lang !== 'en') return false;
  if (
    isMadeEasier(pair) ||
    isJudgedChange(pair) ||
    isRefusalTold(pair) ||
    isTalkGoingOn(pair) ||
    isElseMoving(pair)
  )
    return true;
  if (isOfReview(pair) || isIssuedAct(pair) || isCitation(pair) || isOthersAim(pair)) return true;
  if (
    isCompound(pair) ||
    isExemptBehind(pair) ||
    isExemptSoFar(pair) ||
    tellsElse(pair) ||
    isGettingElse(pair)
  )
    return true;
  if (isAdvice(pair) || isOfficesWay(pair) || isOpenQuestion(pair) || isSuedFor(pair)) return true;
  return pair.object.from >= pair.verb.to && AHEAD.some((rule) => rule(pair));
}

const EASIER = /^(?:harder|easier|tougher|simpler|costlier|cheaper)$/;
const EASIER_WITHIN = 6;

// "makes it harder for Tokyo to raise the duty": nobody raises it just now.
const isMadeEasier: Rule = ({ line, verb }) =>
  tokenText(line, verb.from - 1) === 'to' &&
  line.tokens
    .slice(Math.max(0, verb.from - EASIER_WITHIN), verb.from)
    .some(({ text }) => EASIER.test(text));

// "confirmed that Chad would not receive an exemption": what is confirmed is the refusal, which tells itself.
const isRefusalTold: Rule = ({ verb, object, family }) =>
  family !== 'deny' && verb !== object && means(object, 'verb', 'deny');

const TALKS = /^(?:talks|negotiations|discussions|dialogue|consultations)$/;

// "gets a 20% tariff, says talks continue": what goes on are the talks.
const isTalkGoingOn: Rule = ({ line, verb, object }) =>
  object.to < verb.from && TALKS.test(tokenText(line, verb.from - 1));

// "US tariffs revenue climbs to a record": what moves stands between.
const isElseMoving: Rule = ({ line, verb, object }) =>
  object.to < verb.from && isOtherSubject(line, verb.from - 1);

// "Investigation of China's Targeting the Maritime Sector": what the other state is said to do opens no inquiry.
// "practices related to targeting of the chip industry": so too.
const isOthersAim: Rule = ({ line, verb, object, about }) =>
  about === 'probe' &&
  object.to <= verb.from &&
  (tokenText(line, verb.from - 1) === "'s" ||
    (tokenText(line, verb.from) === 'targeting' && tokenText(line, verb.to) === 'of'));

const MEASURES = /^(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|tax|quotas?|trade|non|re|pre|self|un)$/;

// "tariffs would be career-ending": the second half of a compound is no verb of the sentence.
const isCompound: Rule = ({ line, verb }) => {
  const start = line.tokens[verb.from]?.start ?? 0;
  if (!tokenText(line, verb.from).endsWith('ing')) return false;
  return line.raw.charAt(start - 1) === '-' && !MEASURES.test(tokenText(line, verb.from - 1));
};

// "tariff fallback gets boxed in": what stands before the verb is not what is got.
const isGettingElse: Rule = ({ verb, object, family, line }) =>
  family === 'gain' &&
  object.to < verb.from &&
  tokenText(line, verb.from) === 'gets' &&
  !line.classes.has('percent');

// "Tariffs in force, Norway and Peru exempt": said of whom the tariff spares.
const isExemptBehind: Rule = ({ line, verb, object }) =>
  line.isTitle &&
  object.to < verb.from &&
  tokenText(line, verb.from) === 'exempt' &&
  placeGroups(line).some(
    ({ from, to, role }) => role === 'bare' && to === verb.from && from >= object.to,
  );

const SO_FAR = /^(?:now|currently|today|previously|formerly|hitherto|still|once)$/;

// "parcels that are now exempt from duty": how it stands, and no step.
const isExemptSoFar: Rule = ({ line, verb }) =>
  tokenText(line, verb.from) === 'exempt' && SO_FAR.test(tokenText(line, verb.from - 1));

const ADVICE = /^recommendations?$/;
const ON_ADVICE: ReadonlySet<string> = new Set(['approve', 'commit', 'deny']);

// "takes up a TRA recommendation": only to follow advice, or not to, is a step.
const isAdvice: Rule = ({ line, object, family }) =>
  ADVICE.test(tokenText(line, object.to - 1)) && !ON_ADVICE.has(family);

const SUING = wordGroup('lawsuit lawsuits suit suits sue sues sued suing');
const SUED_WITHIN = 8;
const STOPPING: ReadonlySet<string> = new Set(['suspend', 'remove', 'strike', 'delay', 'deny']);

// "filed a lawsuit aimed at halting the tariffs", "sue to block": what plaintiffs ask of a court.
const isSuedFor: Rule = ({ line, verb, family }) =>
  STOPPING.has(family) &&
  (tokenText(line, verb.from).endsWith('ing') || tokenText(line, verb.from - 1) === 'to') &&
  placeOf(line, SUING, Math.max(0, verb.from - SUED_WITHIN), verb.from) >= 0;

const WHETHER = wordGroup('whether');
const WHETHER_WITHIN = 7;
const ASIDE = /^(?:or|not|to|regardless)$/;

// "will reveal on Monday whether it sets anti-subsidy duties": it is not decided. "whether or not" and "whether to" are told otherwise.
const isOpenQuestion: Rule = ({ line, verb }) => {
  const at = placeOf(line, WHETHER, Math.max(0, verb.from - WHETHER_WITHIN), verb.from);
  if (at < 0 || ASIDE.test(tokenText(line, at + 1)) || ASIDE.test(tokenText(line, at - 1)))
    return false;
  return !line.tokens.slice(at, verb.from).some(({ kind }) => kind === 'mark');
};

const ALLOWED = /^(?:may|can|must|will|is|are|normally|usually|only|be)$/;
const ONCE = wordGroup('when where if once unless whenever');
const ONE_CASE = /^(?:the|this|that|these|those|its|their)$/;
const OURS = /^(?:we|our|us)$/;

// "We may open an inquiry when a complaint is well founded": how an office works, where no goods and no origin are told.
const isOfficesWay: Rule = ({ line, verb, object, family, about }) => {
  if (family !== 'open' || about !== 'probe' || line.isTitle) return false;
  if (line.classes.has('product') || line.classes.has('percent')) return false;
  const once = placeOf(line, ONCE, Math.max(verb.to, object.to));
  // "if the claims hold": one case is meant.
  const isSaidOnce = once >= 0 && !ONE_CASE.test(tokenText(line, once + 1));
  const isOwn = line.tokens.slice(0, verb.from).some(({ text }) => OURS.test(text));
  const isAllowed = ALLOWED.test(tokenText(line, verb.from - 1)) && (isSaidOnce || isOwn);
  return isAllowed && placeGroups(line).every((group) => group.to <= verb.from);
};

const ISSUED = /^(?:issued|signed|published|released|dated)$/;
const PAPER = /^(?:orders?|proclamations?|notices?|instructions?|regulations?|decrees?)$/;
const UNDER: ReadonlySet<string> = new Set(['per', 'under', 'pursuant', 'following', 'by', 'of']);

// "Processing of small parcels per executive orders issued February 1": what was issued is the act that the goods go by.
function isIssuedAct({ line, verb, object, family }: Pair): boolean {
  if (family !== 'impose' || object.to > verb.from) return false;
  if (!ISSUED.test(tokenText(line, verb.from)) || !PAPER.test(tokenText(line, verb.from - 1)))
    return false;
  return line.tokens.slice(object.to, verb.from).some(({ text }) => UNDER.has(text));
}

// "the Trade Act, as added by section 111(a) of the African Growth and Opportunity Act": only where a law has its words from.
const isCitation: Rule = ({ line, verb }) =>
  tokenText(line, verb.from - 1) === 'as' &&
  tokenText(line, verb.to) === 'by' &&
  /^(?:added|amended|inserted|enacted)$/.test(tokenText(line, verb.from));

const MOVING =
  /^(?:drops?|dropped|falls?|fell|rises?|rose|climbs?|climbed|lower|higher|slides?|slid|sinks?|sank|jumps?|jumped|lifts?)$/;
const WHY = /^(?:as|on|after|amid|before|ahead|despite|since|while|when|over)$/;

// "shares drop as investors weigh tariffs", "stocks edge lower on hopes of relief": what moves stands before.
const isMovingItself: Rule = ({ line, verb }) =>
  MOVING.test(tokenText(line, verb.to - 1)) && WHY.test(tokenText(line, verb.to));

const HALTED =
  /^(?:exports?|shipments?|production|deliveries|output|sales|orders|investments?|hiring)$/;

// "halts exports to US on tariffs": what is halted is not the tariff.
const isElseHalted: Rule = ({ line, verb, family }) =>
  family === 'suspend' && HALTED.test(tokenText(line, verb.to));

const FIGHTING =
  /^(?:fight|fighting|battle|battling|oppose|opposing|resist|resisting|challenge|challenging)$/;
const FOUGHT_WITHIN = 5;

// "vow to keep fighting tariffs".
const isFought: Rule = ({ line, verb, object, family }) =>
  family === 'threaten' &&
  line.tokens
    .slice(verb.to, Math.min(object.from, verb.to + FOUGHT_WITHIN))
    .some(({ text }) => FIGHTING.test(text));

const AHEAD_WITHIN = 5;

// "tentative ahead of the August 1 start of tariffs": what is awaited is known.
const isAwaitedStart: Rule = ({ line, verb, family }) =>
  family === 'start' &&
  !line.isTitle &&
  tokenText(line, verb.to - 1) === 'of' &&
  line.tokens
    .slice(Math.max(0, verb.from - AHEAD_WITHIN), verb.from)
    .some(({ text }, at, all) => text === 'ahead' && all[at + 1]?.text === 'of');

const TALK =
  /^(?:questions?|scrutiny|uncertainty|turmoil|fallout|backlash|dilemmas?|headaches?|worries|fears|bills?|costs)$/;

// "faces tariff questions in earnings week".
const isMereQuestion: Rule = ({ line, object, family }) =>
  family === 'impose' && TALK.test(tokenText(line, object.to));

// "Retailers slam 50% tariff", "mills back tariffs on China": a group lays none.
const isJudgedByGroup: Rule = ({ line, verb }) => isJudging(line, verb.from);

/** Rules for an object that stands behind its verb. */
const USED_WITHIN = 16;

// "its decision on the President's use of the Act to impose tariffs": what the use was for is told, not done.
const isMereUse: Rule = ({ line, verb }) => {
  if (tokenText(line, verb.from - 1) !== 'to') return false;
  const before = line.tokens.slice(Math.max(0, verb.from - USED_WITHIN), verb.from);
  return before.some(({ text }, at) => text === 'use' && before[at + 1]?.text === 'of');
};

const RULING =
  /^(?:decision|ruling|judge?ment|opinion|mandate|verdict|injunction|report|survey|statement)s?$/;
const RULED_WITHIN = 2;

// "has issued its decision on the tariffs": what is issued stands right behind the verb.
const isRulingIssued: Rule = ({ line, verb, family }) =>
  family === 'impose' &&
  /^issu/.test(tokenText(line, verb.from)) &&
  line.tokens.slice(verb.to, verb.to + RULED_WITHIN).some(({ text }) => RULING.test(text));

const AHEAD: readonly Rule[] = [
  isMereUse,
  isRulingIssued,
  isMovingItself,
  isElseHalted,
  isFought,
  isAwaitedStart,
  isMereQuestion,
  isJudgedByGroup,
];

// "Rice millers hail tariff cut": the change is told by a noun that is its own verb.
function isJudgedChange({ line, verb, object }: Pair): boolean {
  return verb === object && isJudging(line, verb.from - 1);
}

const JUDGING = /^(?:slam|blast|back|hail|cheer|laud|applaud|praise|welcome)$/;

const VOTING = /^(?:lawmakers|meps|mps|senators|deputies|legislators|parliamentarians)$/;

function isJudging(line: Line, at: number): boolean {
  const before = tokenText(line, at - 1);
  if (!JUDGING.test(tokenText(line, at)) || before === 'to') return false;
  // "EU lawmakers back tariffs on": they vote on them.
  if (tokenText(line, at) === 'back' && VOTING.test(before)) return false;
  return line.marks.some((mark) => mark.to <= at && means(mark, 'frame', 'lobby'));
}
