// Verbs and nouns of one sentence that make no step together, though the table of actions has a row for the two: "gets no
// exemption", "offers gas in bid for a lower tariff". In: a verb, a noun and what they would mean. Out: yes or no.
import type { StepObject } from '../objects/action-table.ts';
import { isFreeEntry } from '../objects/step-objects.ts';
import { type Line, tokenText } from '../words/scene.ts';
import { placeOf, says, wordGroup } from '../words/word-groups.ts';
import { isPriceOnly } from './bargained.ts';
import { isByExchange } from './by-exchange.ts';
import { isGranted, isNoThreat, isOfChange } from './change-nouns.ts';
import { isStateBefore } from './family-there.ts';
import { isOnlyIf, isOrLed } from './held-abroad.ts';
import { isOfBill, isRateSought } from './held-steps.ts';
import { isJudged, isJudgedAway, strikesElse } from './judged-phrases.ts';
import { isOfList } from './listed-states.ts';
import {
  isAnswerOfFirms,
  isContract,
  isCutInto,
  isElseStopped,
  isForecast,
  isFrozenFood,
  isLevyNoun,
  isMereNoun,
  isMetalStrip,
  isNarrowNoun,
  isReached,
  isSetOf,
  isStackingNoun,
} from './look-alikes.ts';
import { isMereFeeling } from './mere-feelings.ts';
import * as request from './mere-requests.ts';
import { isLookedInto } from './mere-reviews.ts';
import { isNoDeed } from './no-deeds.ts';
import * as abroad from './no-pair-abroad.ts';
import { isMereTalk } from './no-talk.ts';
import { isDealOpen, isEitherOr } from './open-deals.ts';
import { isOrderedKept, isOrderedRefund } from './ordered-else.ts';
import {
  isActualRate,
  isByOnlooker,
  isCountedOn,
  isNobodysStep,
  isNoProposal,
  isOnlySetting,
  isRaisingElse,
  isRiskOf,
  isSpread,
  isTakenOff,
  isTotalled,
} from './others-doing.ts';
import type { Pair } from './pair.ts';
import { CHARACTERS } from './read-mood.ts';
import { isExceptionBehind, isFromWorst, isUnlessExempt } from './spared-else.ts';
import { clauseAt } from './split-clauses.ts';
import { isThrownOut } from './thrown-out.ts';
import { isToldEffect } from './told-effects.ts';
import { isLacking } from './verb-shape.ts';

type Rule = (pair: Pair) => boolean;

/** True where a rule of the verb's family, of the noun's kind or of all pairs says so. */
export function isNoPair(pair: Pair): boolean {
  const says = (rule: Rule): boolean => rule(pair);
  return (
    (OF_FAMILY[pair.family] ?? NONE).some(says) ||
    (OF_OBJECT[pair.about] ?? NONE).some(says) ||
    OF_ALL.some(says)
  );
}

const NONE: readonly Rule[] = [];
const SPARING_NOBODY = /^(?:no|nobody|none|few|little|nothing)$/;
const CLERICAL = /^(?:timelines?|deadlines?|norms|procedures?|formalities|paperwork)$/;

// "freeze vote on cutting tariffs", "clears bill scrapping tariffs": done to the bill, and not to the tariff in it.
const isDoneToBill: Rule = ({ line, verb, object }) => isOfBill(line, verb, object);

/** Rules by the family of the verb. */
const OF_FAMILY: Readonly<Record<string, readonly Rule[]>> = {
  suspend: [isDoneToBill, isFrozenFood, isElseStopped, isContract],
  delay: [isDoneToBill, abroad.isNoLaterTime],
  remove: [isDoneToBill, isMetalStrip, request.isOfRelief, isContract],
  cut: [
    abroad.isMerelyCompared,
    isByExchange,
    isCutInto,
    isForecast,
    isNarrowNoun,
    // "relaxes timeline for filing": what is made easier is the paper.
    ({ line, verb }) => CLERICAL.test(tokenText(line, verb.to)),
    // "duties come down hard" on those who pay them.
    ({ line, verb }) => tokenText(line, verb.to) === 'hard',
    // "零关税 换取降至20%": no rate of nought is cut.
    ({ line, object, about }) =>
      about === 'relief' && CHARACTERS.has(line.lang) && object.meanings.has('zerorate'),
    ({ line, verb, object }) => isTakenOff(line, verb, object),
  ],
  // "revenue lost to waivers": what they cost.
  lose: [({ line, verb }) => line.lang === 'en' && tokenText(line, verb.to) === 'to'],
  // "gets no exemption" grants nothing.
  grant: [
    isDoneToBill,
    request.isOfRequest,
    isOfChange,
    ({ line, verb, object, about }) => about === 'relief' && isTotalled(line, verb, object),
    ({ line, object }) => tokenText(line, object.from) === 'no',
    // "shipments claiming this exemption provide the code": what is provided stands behind.
    ({ line, verb, object }) => object.to <= verb.from && tokenText(line, verb.from) === 'provide',
  ],
  propose: [isGivenFor, isMereTalk, ({ line, verb, object }) => isNoProposal(line, verb, object)],
  raise: [
    isReached,
    isStackingNoun,
    abroad.isMerelyCompared,
    isByExchange,
    isForecast,
    isDoneToBill,
    ({ line, verb, object }) => isRaisingElse(line, verb, object),
    request.isBroughtUp,
  ],
  seek: [
    request.isHope,
    request.isLobbyNoun,
    request.isOfProcedure,
    ({ line, verb, object, about }) => about === 'tariff' && !isRateSought(line, verb, object),
  ],
  impose: [
    abroad.isHittingTariff,
    abroad.isUtteredYes,
    isLevyNoun,
    isOrderedRefund,
    ({ line, verb }) => isNobodysStep(line, verb),
    // "sets a zero duty": an exemption is granted, not imposed.
    (pair) => pair.about === 'relief' && !pair.object.meanings.has('zerorate') && !isGranted(pair),
    isOrderedKept,
    isOtherMade,
    isMereNoun,
    isSetOf,
    ({ line, verb }) => isOfList(line, verb),
    isOfChange,
    // "has applied for anti-dumping duties".
    ({ line, verb, object }) =>
      object.from >= verb.to &&
      tokenText(line, verb.to) === 'for' &&
      /^appl/.test(tokenText(line, verb.from)),
  ],
  amend: [abroad.isChangingTariff],
  announce: [isOfChange],
  apply: [isOtherMade, ({ line, verb }) => isNobodysStep(line, verb)],
  start: [
    abroad.isHittingTariff,
    isOfChange,
    ({ line, verb, object }) => isSpread(line, verb) || isActualRate(line, verb, object),
  ],
  retaliate: [
    abroad.isAnswerOfNobody,
    isAnswerOfFirms,
    ({ line, verb }) => isMereFeeling(line, verb),
  ],
  breach: [({ line, verb }) => !isJudged(line, verb)],
  avert: [
    ({ line, verb }) => !isStateBefore(line, verb),
    // "accepts a 15% tariff to avert a trade war": what is averted stands behind.
    ({ line, verb, object }) => object.to <= verb.from && tokenText(line, verb.from) === 'to',
  ],
  exempt: [
    // "tariffs spare no one".
    ({ line, verb }) => line.lang === 'en' && SPARING_NOBODY.test(tokenText(line, verb.to)),
    // "ends duty-free imports": the adjective alone lets nobody off.
    ({ line, verb, object }) => verb === object && isFreeEntry(object, line),
    ({ line, verb }) => isOnlyIf(line, verb),
    isFromWorst,
    isExceptionBehind,
    isUnlessExempt,
    abroad.isRuledOut,
    abroad.isDodged,
  ],
  // "verlängert die Zollpause": it is the truce that goes on.
  extend: [({ object, about }) => about === 'tariff' && object.meanings.has('pausenoun')],
  commit: [
    isOfChange,
    ({ line, verb }) => isOrLed(line, verb) || isByOnlooker(line, verb),
    isFound,
  ],
  threaten: [isNoThreat, ({ line, verb, object }) => isRiskOf(line, verb, object)],
  coming: [isMoving, isSuccession, ({ line, verb, object }) => isOnlySetting(line, verb, object)],
  // "53% approve of the levy".
  approve: [isOfChange, request.isPassOn, ({ line, verb }) => tokenText(line, verb.to) === 'of'],
  deny: [
    ({ line, verb, object, about }) => about === 'tariff' && !isJudgedAway(line, verb, object),
  ],
  strike: [
    isDoneToBill,
    abroad.isOnlyJudging,
    ({ line, verb, object }) => strikesElse(line, verb, object),
  ],
};

// "the regulation that will follow the safeguard": it is what comes behind the tariff, not the tariff.
function isSuccession({ line, verb, object }: Pair): boolean {
  const isFollowing = /^follow/.test(tokenText(line, verb.to - 1));
  return line.lang === 'en' && isFollowing && object.from >= verb.to;
}

const BE: ReadonlySet<string> = new Set(['are', 'is', 'were', 'was']);

// "agreed the duties are warranted": a judgement, no bargain.
function isFound({ line, verb, object }: Pair): boolean {
  return line.lang === 'en' && object.from >= verb.to && BE.has(tokenText(line, object.to));
}

/** Rules by what the noun names. */
const OF_OBJECT: Partial<Readonly<Record<StepObject, readonly Rule[]>>> = {
  // Outside English a truce is told by nouns and verbs of its own (`objects/action-table.ts`).
  pausenoun: [({ line, family }) => line.lang !== 'en' && MADE_OF_PAUSE.has(family)],
  deal: [
    ({ line, verb, object }) => isEitherOr(line, object) || isDealOpen(line, verb, object),
    // "合意なければ": a deal that is only a condition.
    ({ line, object }) => line.lang !== 'en' && isLacking(line, object),
  ],
};

const MADE_OF_PAUSE: ReadonlySet<string> = new Set(
  'impose start remove approve propose'.split(' '),
);

const OF_ALL: readonly Rule[] = [
  isThrownOut,
  isNoDeed,
  isToldEffect,
  isPriceOnly,
  isLookedInto,
  isOtherOffer,
  isOthersObject,
  ({ line, verb, object }) => isCountedOn(line, verb, object),
];

const FOR: ReadonlySet<string> = new Set(
  'bid win hope hopes secure avert avoid escape exchange return get'.split(' '),
);

// "offers gas deals in bid for a lower tariff": what is offered is not the tariff.
function isGivenFor({ line, verb, object }: Pair): boolean {
  if (line.lang !== 'en') return false;
  return line.tokens.slice(verb.to, object.from).some(({ text }) => FOR.has(text));
}

// "The proclamation offers carmakers an offset" grants it; what a state offers another it only proposes.
function isOtherOffer({ line, verb, family }: Pair): boolean {
  if (line.lang !== 'en' || !tokenText(line, verb.from).startsWith('offer')) return false;
  return family !== (line.classes.has('formal') ? 'grant' : 'propose');
}

// "tariffs are coming in two weeks": when.
function isMoving({ line, verb }: Pair): boolean {
  const next = tokenText(line, verb.to);
  const at = QUOTES.has(next) ? verb.to + 1 : verb.to;
  if (tokenText(line, at) === 'in' && isSpanOfTime(line, at + 1)) return false;
  return ONWARD.has(tokenText(line, at));
}

const QUOTES: ReadonlySet<string> = new Set(["'", '"']);
const SPANS =
  /^(?:(?:hour|day|week|month)s?|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn)$/;

function isSpanOfTime(line: Line, at: number): boolean {
  return [1, 2, 3].some((gap) => SPANS.test(tokenText(line, at + gap)));
}

/** "steel coming from India", "will come down to 25%", "comes as". */
const ONWARD: ReadonlySet<string> = new Set(
  'from into in down under back up out to as after with within'.split(' '),
);

/** Verbs whose object may be what another does: to ask for it, to threaten or answer it. */
const ANSWERING: ReadonlySet<string> = new Set(['seek', 'threaten', 'retaliate']);

// "carriers halt parcels as the US ends the exemption": what another does behind "as" is nothing that the first verb does.
function isOthersObject({ line, verb, object, family }: Pair): boolean {
  if (ANSWERING.has(family) || line.classes.has('retaliation')) return false;
  const clause = clauseAt(line, object.from);
  return clause.isAside && clause.owner !== null && verb.to <= clause.from;
}

const MADE = wordGroup(
  'mechanism system formula scheme procedure procedures process processes method calculator portal',
);
const MADE_WITHIN = 4;

// "keeps the duty and introduces a mechanism to adjust it": what is made is not the tariff.
function isOtherMade({ line, verb, object }: Pair): boolean {
  if (line.lang !== 'en' || !says(line, MADE)) return false;
  const at = placeOf(line, MADE, verb.to, verb.to + MADE_WITHIN);
  return at >= 0 && (object.to <= verb.from || object.from > at);
}
