// What a tariff does to others, told with the verbs of a step: "warns tariffs have made sales harder to foresee", "leads to a
// sharp drop in shrimp prices", "tariff levels are a sticking point". In: a verb and its object. Out: yes or no. English only.
import { isActor } from '../objects/idle-tariffs.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitFrom, hitsOf, type Line, means, tokenText } from '../words/scene.ts';
import { lastPlaceOf, wordGroup } from '../words/word-groups.ts';
import { NO_VERBS } from './no-verbs.ts';
import { isRaisingElse } from './others-doing.ts';
import type { Pair } from './pair.ts';

type Rule = (pair: Pair) => boolean;

/** True where the verb tells an effect of the tariff, or is a noun that the tariff only names closer. */
export function isToldEffect(pair: Pair): boolean {
  return pair.line.lang === 'en' && RULES.some((rule) => rule(pair));
}

const WARNING = /^(?:warn(?:s|ed|ing)?|threat|threatens?)$/;
const HAVING = /^(?:has|have|had|is|are|was|were)$/;
// "The duty triggers a fall in sales": what it brings about stands behind.
const isBringingAbout: Rule = ({ line, verb, object }) => {
  // "triggers reciprocity process": an answer that is set going is an act.
  if (verb.meanings.has('tariff')) return false;
  if (!/^(?:trigger|spark|cause)(?:s|ing|ed)?$/.test(tokenText(line, verb.from))) return false;
  // "triggering litigation over refunds of tariffs": what it brings about has the tariff behind a preposition.
  if (object.from >= verb.to) return line.tokens.slice(verb.to, object.from).some(isPreposition);
  return /(?:r|k|e|s)$/.test(tokenText(line, verb.from));
};

function isPreposition({ text }: { readonly text: string }): boolean {
  return /^(?:for|on|of|over|against|about)$/.test(text);
}

const FEES = /^(?:surcharges?|fees?|charges?|premium)$/;
const PAID_FOR = /^(?:for|over|to|because)$/;
const PAID_WITHIN = 8;

// "shippers will pay a surcharge for steel tariffs", "adds a fee to cover duties": what firms charge on account of a tariff.
const isFeeForTariff: Rule = ({ line, verb, object }) => {
  const fee = line.tokens.findIndex(
    ({ text }, at) =>
      at >= verb.to && at < object.to && FEES.test(text) && PAID_FOR.test(tokenText(line, at + 1)),
  );
  if (fee < 0) return false;
  return line.hits.some(
    (hit) => hit.meanings.has('tariff') && hit.from > fee + 1 && hit.from - fee <= PAID_WITHIN,
  );
};

const SUMS = /^(?:billion|million|trillion|bn|mn|crore)$/;
const SUM_WITHIN = 3;

// "refunds on $170 billion in tariffs collected": how much came in.
const isSumCollected: Rule = ({ line, verb, object }) =>
  object.to <= verb.from &&
  /^(?:collected|paid|raised|levied)$/.test(tokenText(line, verb.from)) &&
  /^(?:in|of)$/.test(tokenText(line, object.from - 1)) &&
  line.tokens
    .slice(Math.max(0, object.from - SUM_WITHIN), object.from)
    .some(({ text }) => SUMS.test(text));

// "Higher duties threaten jobs": the adjective raises nothing where the duty goes on to do something.
const isHigherDoing: Rule = ({ line, verb, object }) => {
  if (verb.to !== object.from || !/^(?:higher|lower)$/.test(tokenText(line, verb.from)))
    return false;
  const next = tokenText(line, object.to);
  return EFFECTS.test(next) || BRINGS.test(next) || isSetTo(line, object.to);
};

const BRINGS = /^(?:leads?|led|triggers?|sparks?|brings?|could|may|might|would)$/;

function isSetTo(line: Line, at: number): boolean {
  return tokenText(line, at) === 'set' && EFFECTS.test(tokenText(line, at + 2));
}

/** Behind these the tariff itself is still to come: "warns tariffs are coming". */
const TO_COME =
  /^(?:coming|on|looming|likely|imminent|set|due|ready|possible|inevitable|going|next|about|to|now|still|back|not|been|in|under|being|an?|the)$/;
const EFFECTS =
  /^(?:pose|threaten|risk|hurt|harm|cause|mean|make|undermine|drive|squeeze|cost|push|add|bite|weigh|leave|create|fuel|dent|damage|erode|hit|drag|jeopardi[sz]e|endanger|imperil|disrupt|stoke|pile|increase|raise|reduce|slow)s?$/;

// "Retailer warns tariffs are squeezing margins", "warns tariffs pose a risk": the tariff is who does it, and none is threatened.
const isWarnedEffect: Rule = ({ line, verb, object }) => {
  if (object.from < verb.to || !WARNING.test(tokenText(line, verb.to - 1))) return false;
  const word = tokenText(line, object.to);
  if (EFFECTS.test(word)) return true;
  return HAVING.test(word) && !TO_COME.test(tokenText(line, object.to + 1));
};

// "Tariffs on patented drugs threaten to upset trade": no one stands between who threatens.
const isThreatening: Rule = ({ line, verb, object }) =>
  object.to <= verb.from &&
  /^threatens?$/.test(tokenText(line, verb.from)) &&
  !line.tokens.slice(object.to, verb.from).some(({ text }) => text === ',' || text === 'as') &&
  !line.hits.some((hit) => hit.from >= object.to && hit.to <= verb.from && isDoer(hit));

// "tariffs on Mexico threaten jobs": behind a preposition a country only bears it.
function isDoer(hit: Hit): boolean {
  return hit.meanings.has('leadership') || means(hit, 'placekind', 'leader');
}

const NOT_LAID =
  /^(?:deadlines?|dates?|targets?|limits?|records?|stage|terms|conditions|tone|timetable|example)$/;

// "by the deadline set by Washington": what is set stands before.
const isElseSet: Rule = ({ line, verb }) =>
  tokenText(line, verb.from) === 'set' && NOT_LAID.test(tokenText(line, verb.from - 1));

const WHETHER = wordGroup('whether');
const ABLE = /^(?:can|could|power|powers|authority|right|lawfully|legally|had|has)$/;
const ASKED_OVER = 14;

// "a final say on whether the president can use powers to set import taxes": what a court is asked.
const isPowerAsked: Rule = ({ line, verb }) => {
  const at = lastPlaceOf(line, WHETHER, Math.max(0, verb.from - ASKED_OVER), verb.from);
  return at >= 0 && line.tokens.slice(at, verb.from).some(({ text }) => ABLE.test(text));
};

const TALKING =
  /^(?:engage|negotiate|work|talk|seek|push|monitor|discuss|hold|support|fight|oppose|resist|call|urge|press|speak|argue|insist|defend|back)$/;

const TALKS =
  /^(?:engaging|negotiating|working|talking|seeking|pushing|monitoring|discussing|fighting|opposing|pressing|speaking|talks|negotiations|discussions|dialogue)$/;

// "would continue to engage on tariffs", "will continue negotiating over the tariff": talk goes on, and no tariff.
const isTalkContinued: Rule = ({ line, verb, family }) =>
  family === 'extend' &&
  (TALKS.test(tokenText(line, verb.to)) ||
    (tokenText(line, verb.to) === 'to' && TALKING.test(tokenText(line, verb.to + 1))));

const FACED =
  /^(?:risks?|uncertainty|pressure|headwinds?|crisis|slowdown|squeeze|challenges?|losses|turmoil|chaos|recession|inflation|prices|costs|hit|blow)$/;
const FROM = /^(?:from|over|amid|due|because|under|as|after|on)$/;
const FACED_WITHIN = 6;

// "The economy faces a major risk from tariffs": what is faced is not the tariff.
const isFacingElse: Rule = ({ line, verb, object }) => {
  if (object.from < verb.to || !/^fac(?:es?|ed|ing)$/.test(tokenText(line, verb.to - 1)))
    return false;
  const end = Math.min(object.from, verb.to + FACED_WITHIN);
  for (let at = verb.to; at < end - 1; at += 1)
    if (FACED.test(tokenText(line, at)) && FROM.test(tokenText(line, at + 1))) return true;
  return false;
};

const TRADED =
  /^(?:stocks?|shares?|markets?|investors?|equities|bonds?|futures|rupee|peso|currency)$/;
const TRADED_WITHIN = 5;

// "ends a brief reprieve for pharma stocks": whoever is relieved there pays no tariff.
const isMarketRelief: Rule = ({ line, object }) =>
  object.meanings.has('relief') &&
  tokenText(line, object.to) === 'for' &&
  line.tokens.slice(object.to, object.to + TRADED_WITHIN).some(({ text }) => TRADED.test(text));

const MOVES =
  /^(?:drop|fall|rise|increase|hike|cut|reduction|decline|jump|surge|spike|slump|lift|boost|end|halt|escalation|lowering|easing|pause)$/;
const MOVED_OF = /^(?:in|of|to)$/;
const BEFORE_NOUN =
  /^(?:an?|the|any|its|their|sharp|steep|big|large|huge|further|sudden|slight|major|recent|significant|overall|cause|causes|caused|drive|drives|fuel|fuels|fuelled|spark|sparks|sparked|trigger|triggers|triggered)$/;
const JOINED = /^(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|quotas?)$/;

// "The duty led to a sharp drop in orders": what drops stands behind the noun.
const isMoveOfElse: Rule = ({ line, verb, object }) =>
  object.to < verb.from &&
  verb.to - verb.from === 1 &&
  MOVES.test(tokenText(line, verb.from)) &&
  (BEFORE_NOUN.test(tokenText(line, verb.from - 1)) || isLedTo(line, verb.from)) &&
  MOVED_OF.test(tokenText(line, verb.to)) &&
  !line.tokens.slice(verb.to + 1, verb.to + 1 + MOVED_WITHIN).some(({ text }) => JOINED.test(text));

// "lead to rise in smuggling".
function isLedTo(line: Line, at: number): boolean {
  return tokenText(line, at - 1) === 'to' && /^le(?:ad|ads|d|ading)$/.test(tokenText(line, at - 2));
}

const MOVED_WITHIN = 3;
const BROUGHT =
  /^(?:triggers?|triggered|sparks?|sparked|causes?|caused|drives?|drove|fuels?|fuelled|brings?|brought)$/;

// "Tariffs trigger sharpest export drop since 2020": what they bring about.
const isBroughtAbout: Rule = ({ line, verb, object }) =>
  object.to < verb.from &&
  MOVES.test(tokenText(line, verb.from)) &&
  BROUGHT.test(tokenText(line, object.to)) &&
  verb.to - verb.from === 1;

const NOUNS_OF_CHANGE =
  /^(?:doubling|raising|increase|hike|rise|imposing|imposition|lowering|cutting|removal|reinstatement)$/;
const NOUN_WITHIN = 2;

// "Doubling of tariffs overruled by court", "Raising tariffs was illegal": what was done is what the court undoes.
const isWhatIsStruck: Rule = ({ line, verb, object }) =>
  NOUNS_OF_CHANGE.test(tokenText(line, verb.from)) &&
  (verb.from === 0 ||
    tokenText(line, verb.from - 1) === "'s" ||
    tokenText(line, verb.from - 1) === 'the') &&
  object.from >= verb.to &&
  object.from - verb.to <= NOUN_WITHIN &&
  hitsOf(line, 'verb').some((hit) => hit.from >= object.to && means(hit, 'verb', 'strike'));

const APPROVAL = /^(?:approval|consent|assent|vote|votes|oversight|say|authori[sz]ation)$/;
const OVER = /^(?:for|of|on|over|before)$/;
const ASKED_WITHIN = 4;

// "a bill that would require congressional approval for new tariffs": who is to decide on tariffs, and none is laid.
const isApprovalAsked: Rule = ({ line, object }) => {
  const before = line.tokens.slice(Math.max(0, object.from - ASKED_WITHIN), object.from);
  const at = before.findIndex(({ text }) => APPROVAL.test(text));
  return at >= 0 && OVER.test(before[at + 1]?.text ?? '') && isAskedFor(line, object.from);
};

const REQUIRES = /^(?:requir|need|demand|mandat|giv|seek|regain|reclaim)/;
const REQUIRED_WITHIN = 9;

function isAskedFor(line: Line, at: number): boolean {
  return line.tokens
    .slice(Math.max(0, at - REQUIRED_WITHIN), at)
    .some(({ text }) => REQUIRES.test(text));
}

const WARNS = /^(?:warn|warns|warned)$/;

// "Growth at risk from tariffs, watchdog warns": who warns behind the comma sets no tariff.
const isOnlookersWarning: Rule = ({ line, verb, object }) => {
  if (object.to > verb.from || !WARNS.test(tokenText(line, verb.from))) return false;
  const comma = line.tokens.findLastIndex(({ text }, at) => at < verb.from && text === ',');
  if (comma < object.to || verb.from - comma - 1 > SPEAKER_WITHIN) return false;
  const speaker = line.tokens.slice(comma, verb.from);
  if (speaker.some(({ text }) => ONLOOKERS.test(text))) return true;
  return !line.hits.some((hit) => hit.from > comma && hit.to <= verb.from && isActor(hit));
};

const ONLOOKERS =
  /^(?:council|watchdog|bank|institute|economists?|imf|oecd|wto|unctad|fund|study|report|chamber|unions?|association|industry|analysts?|experts?)$/;

const SPEAKER_WITHIN = 4;

// "The tariff drew threats of reprisals": what others threaten.
const isOthersThreats: Rule = ({ line, verb, object }) =>
  object.to < verb.from &&
  (tokenText(line, verb.from) === 'threats' ||
    (tokenText(line, verb.from - 1) === 'of' && /^threats?$/.test(tokenText(line, verb.from - 2))));

// "The tariff is set to raise prices": what it is set to do is done to others.
const isGoverned: Rule = ({ line, verb, object, family }) => {
  const next = family === 'propose' ? hitFrom(line, verb.to) : undefined;
  return next?.meanings.has('verb') === true && isRaisingElse(line, next, object);
};

const WORSENING = /^(?:intensif|deepen|worsen)/;

// "The tariff surge on foods deepens inequality".
const isWorsening: Rule = ({ line, verb, object }) =>
  object.to <= verb.from &&
  WORSENING.test(tokenText(line, verb.from)) &&
  line.tokens[verb.to]?.kind === 'word';

const RULES: readonly Rule[] = [
  ...NO_VERBS,
  isWorsening,
  isBringingAbout,
  isSumCollected,
  isHigherDoing,
  isWarnedEffect,
  isOnlookersWarning,
  isThreatening,
  isFacingElse,
  isElseSet,
  isPowerAsked,
  isTalkContinued,
  isMarketRelief,
  isMoveOfElse,
  isBroughtAbout,
  isWhatIsStruck,
  isApprovalAsked,
  isOthersThreats,
  isGoverned,
  isFeeForTariff,
];
