// Places that stand beside the matter of a sentence: conditions, topics, companions, causes, where goods come from.
// In: a line, a place in it, the step told there. Out: yes or no.

import { isAuthority, type PlaceGroup } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import type { Needing } from '../words/asked-rules.ts';
import { hitBefore, hitsOf, type Line, means, tokenText, wordBefore } from '../words/scene.ts';
import { wordGroup } from '../words/word-groups.ts';
import { isModel } from './followed-model.ts';
import { isPassiveFor, isUnderDeal } from './who-bears.ts';

const CONDITIONS: ReadonlySet<string> = new Set(['if', 'unless', 'should']);

// "weighs tariffs on the US if Trump acts on Greenland": what is named in the condition is not hit.
export function isConditional(line: Line, group: PlaceGroup, step: Step | null): boolean {
  if (step === null) return false;
  for (let at = Math.max(step.object.to + 1, step.verb.to); at < group.from; at += 1) {
    if (CONDITIONS.has(tokenText(line, at))) return true;
  }
  return false;
}

// "US tariffs: allies retaliate": the topic before the colon is not who acts behind it.
export function isTopic(line: Line, group: PlaceGroup, step: Step | null): boolean {
  if (step === null || group.from > 1 || group.to > step.verb.from) return false;
  return line.tokens.slice(group.to, step.verb.from).some((token) => token.text === ':');
}

// "rejects Japan's exemption bid": whose wish is refused is the one hit.
export function isRefused(group: PlaceGroup, step: Step | null): boolean {
  if (step?.action !== 'exemption-denied' || !group.isPossessive) return false;
  // "India's request for relief has been turned down".
  if (WISH.test(tokenText(step.line, group.to + 1))) return true;
  // "no exemption from Brazil's tariff": behind "from" stands whose tariff it is.
  if (group.preposition === 'from' || isPassiveFor(step)) return false;
  // "rebuffs Japan's call to drop the tariff": the verb of the wish stands behind; "Japan's plea is rejected".
  return (
    WISHES.test(tokenText(step.line, group.to + 1)) ||
    group.from >= step.verb.to ||
    hitsOf(step.line, 'verb').some((hit) => hit.to <= group.from && means(hit, 'verb', 'deny'))
  );
}

/** What a country may ask or apply for. */
export const WISH =
  /^(?:request|plea|bid|call|appeal|demand|petition|application|attempt|effort|push|proposal)s?$/;

// "over its deal with China": a companion, unless the step itself is between two.
export function isWithParty(line: Line, group: PlaceGroup, step: Step | null): boolean {
  if (step !== null && isUnderDeal(line, group)) return true;
  if (step === null || !LEVIED.has(step.about) || step.family === 'commit') return true;
  // "a penalty for trade with Russia": a cause.
  const isCause = [3, 4].some((steps) => CAUSES.has(tokenText(line, group.from - steps)));
  return DEALING.has(tokenText(line, group.from - 2)) && !isCause;
}

const WISHES =
  /^(?:plea|bid|request|demand|call|push|appeal|offer|hope|wish|effort|attempt|proposal|application|petition|case)s?$/;

const LEVIED: ReadonlySet<string> = new Set(['tariff', 'quota', 'probe']);

/** "a tariff on countries trading with Iran". */
const DEALING: ReadonlySet<string> = new Set(
  'trading trade dealing business cooperating'.split(' '),
);

const COMING: ReadonlySet<string> = new Set(
  'come comes came mainly mostly largely chiefly'.split(' '),
);

// "low-priced imports come mainly from China": told of trade, not of the measure.
export function isComingFrom(line: Line, group: PlaceGroup): boolean {
  return group.preposition === 'from' && COMING.has(tokenText(line, group.from - 2));
}

const ABOUT: ReadonlySet<string> = new Set(['on', 'over', 'for', 'about']);

// "after a framework on Greenland": what a deal or talks are about.
function isDealTopic(line: Line, group: PlaceGroup): boolean {
  // "Joint Statement on the US-Thailand Framework": the parties.
  if (!ABOUT.has(group.preposition) || group.isPair) return false;
  const before = hitBefore(line, group.from - 1);
  return before?.meanings.has('deal') === true || TALKS.has(tokenText(line, group.from - 2));
}

// "after a meeting between Carney and Xi": who met.
function isMeeting(line: Line, group: PlaceGroup): boolean {
  return group.preposition === 'between' && MEETINGS.has(tokenText(line, group.from - 2));
}

const MEETINGS = wordGroup('meeting meetings summit call calls talks visit encounter handshake');

// "its partner against China", "the fight against Iran": no measure stands before "against"; "a trade war against" is one.
function isOpposed(line: Line, group: PlaceGroup): boolean {
  if (group.preposition !== 'against' || WARRING.has(tokenText(line, group.from - 3))) return false;
  return SIDING.has(tokenText(line, group.from - 2));
}

const NOT = wordGroup('not');
// "on many nations (not Kenya or Peru)": who is named only to be left out.
function isRuledOut(line: Line, group: PlaceGroup): boolean {
  return NOT.has(tokenText(line, group.from - 1)) && line.tokens[group.from - 2]?.kind === 'mark';
}

const SHIELD_WITHIN = 7;
const SHIELDING = wordGroup(
  /^(?:shield|protect|defend|guard|insulate|shelter|safeguard|spare|rescue)(?:s|ed|ing)?$/,
);
const EXCESS = wordGroup(
  'overcapacity over-capacity overproduction oversupply glut surplus competition rivals dumping subsidies onslaught flood',
);

// "to shield its mills from Chinese overcapacity": what a measure on all is to guard against.
function isGuardedAgainst(line: Line, group: PlaceGroup): boolean {
  if (group.preposition !== 'from' && group.preposition !== 'against') return false;
  if (!EXCESS.has(tokenText(line, group.isPossessive ? group.to + 1 : group.to))) return false;
  return line.tokens
    .slice(Math.max(0, group.from - SHIELD_WITHIN), group.from)
    .some(({ text }) => SHIELDING.has(text));
}

const HELPED_WITHIN = 4;
const INDUSTRY = wordGroup(
  /^(?:\w*(?:makers?|growers?|workers?|farmers?|producers?|manufacturers?|millers?|ranchers?|keepers?)|industry|industries|mills?|firms?|companies|businesses|sector|jobs)$/,
);
const HELPING = wordGroup(
  /^(?:injure[ds]?|harm(?:ed|s)?|hurt(?:s|ing)?|protect(?:s|ed|ing)?|shield(?:s|ed|ing)?|help(?:s|ed|ing)?|aid(?:s|ed|ing)?|defend(?:s|ed|ing)?|safeguard(?:s|ed|ing)?|boost(?:s|ed|ing)?|support(?:s|ed|ing)?|to|for|of)$/,
);
const INJURY: ReadonlySet<string> = new Set(
  'injury harm damage threat relief protection support help aid defence defense behalf'.split(' '),
);

// "do not injure U.S. industry", "to protect European rice producers": whom the measure is to help is not whom it hits.
function isHelpedBy(line: Line, group: PlaceGroup): boolean {
  if (line.lang !== 'en' || group.isPossessive) return false;
  const behind = line.tokens.slice(group.to, group.to + HELPED_WITHIN);
  const at = behind.findIndex(({ text }) => INDUSTRY.has(text));
  if (at < 0 || behind.slice(0, at).some(({ kind }) => kind !== 'word')) return false;
  const before = wordBefore(line, group.from);
  if (!HELPING.has(before)) return false;
  const isOfNoun = before === 'to' || before === 'for' || before === 'of';
  return !isOfNoun || INJURY.has(wordBefore(line, group.from, 2));
}

const CIRCLE = wordGroup(
  /^(?:all(?:y|ies)|friends?|neighbou?rs?|partners?|backers?|rivals?|foes?|suppliers?|customers?)$/,
);

// "hits Moscow's allies": others than the country that they are told by.
function isOfCircle(line: Line, group: PlaceGroup): boolean {
  return line.lang === 'en' && group.isPossessive && CIRCLE.has(tokenText(line, group.to + 1));
}

const SUFFERED = wordGroup('affected hurt harmed impacted battered squeezed damaged injured stung');

// "support for firms affected by US tariffs": whose tariffs are suffered from takes no part in what is done about it.
function isSuffered(line: Line, group: PlaceGroup): boolean {
  return (
    group.role === 'owner' &&
    SUFFERED.has(wordBefore(line, group.from, 2)) &&
    wordBefore(line, group.from) === 'by'
  );
}

const VOICES = wordGroup(
  /^(?:complaint|protest|criticism|warning|objection|condemnation|opposition|outcry|backlash|anger|concern|pushback|praise|support|question|grumbling|alarm|lobbying|pressure)s?$/,
);

// "prompting complaints from Turkey, India and Korea": several who speak up against a measure on all.
function isVoice(line: Line, group: PlaceGroup): boolean {
  return (
    group.preposition === 'from' &&
    group.codes.length > 1 &&
    VOICES.has(tokenText(line, group.from - 2))
  );
}

const NODS = wordGroup(
  'nod snub tribute branch gesture concession overture sop favor favour gift rebuke challenge',
);

// "weighs tariffs in nod to Lula": whom a step is to please takes no part in it.
function isNoddedTo(line: Line, group: PlaceGroup): boolean {
  return tokenText(line, group.from - 1) === 'to' && NODS.has(tokenText(line, group.from - 2));
}

const PARTNERS = wordGroup(/^(?:\w*partners|countries|nations|economies|states)$/);

// "an inquiry into 16 trading partners", "on Peru and 13 other countries": so many, and not all.
function isCountedPartners(line: Line, group: PlaceGroup): boolean {
  if (line.lang !== 'en' || !group.codes.includes('WORLD')) return false;
  const before = group.from - 1;
  return (
    PARTNERS.has(tokenText(line, group.to - 1)) &&
    (tokenText(line, group.from) === 'other' || tokenText(line, group.to - 1) === 'partners') &&
    (line.tokens[before]?.kind === 'number' ||
      hitsOf(line, 'number').some((hit) => hit.to === group.from))
  );
}

const WARRING: ReadonlySet<string> = new Set(['trade', 'tariff']);
const SIDING = wordGroup(
  'partner partners ally allies alliance bloc front fight battle war campaign rivalry bulwark hedge counterweight competition compete race effort efforts position leverage weapon',
);

const TALKS: ReadonlySet<string> = new Set(
  'talks negotiations discussions dispute row spat fight standoff demands claim claims'.split(' '),
);

const TYING = wordGroup(/^(?:tie|ties|tied|tying|link|links|linked|linking)$/);

// "ties Greenland to tariffs on eight allies": what is tied is the cause.
function isTied(line: Line, group: PlaceGroup): boolean {
  return TYING.has(tokenText(line, group.from - 1));
}

/** Prepositions of a cause. */
export const CAUSES: ReadonlySet<string> = new Set(['over', 'for']);
const LEVYING: ReadonlySet<string> = new Set(['imposed', 'increased', 'threatened', 'proposed']);

export function isLevying(step: Step | null): boolean {
  return step === null || LEVYING.has(step.action);
}

const DESCRIBED_WITHIN = 7;
const RELATIVES: ReadonlySet<string> = new Set(['that', 'which', 'who', 'whose', 'of', 'with']);
const DOING = /ing$/;
const LISTING: ReadonlySet<string> = new Set('including like namely as excluding'.split(' '));

// "countries that buy Venezuelan oil", "buyers of Russian gas", "nations trading with Iran": told by what they do with
// another country, which is no party to the step.
export function isDescription(line: Line, group: Pick<PlaceGroup, 'from'>): boolean {
  return hitsOf(line, 'holder').some((hit) => {
    if (hit.to > group.from || group.from - hit.to > DESCRIBED_WITHIN) return false;
    const next = tokenText(line, hit.to);
    if (!RELATIVES.has(next) && !(DOING.test(next) && !LISTING.has(next))) return false;
    if (next === 'of' && !means(hit, 'holder', 'buyer')) return false;
    const between = line.tokens.slice(hit.to, group.from);
    const isListed = between.some((token) => LISTING.has(token.text) || token.text === ',');
    return !isListed && !ENDS.some((name) => hasBetween(line, hit.to, group.from, name));
  });
}

const ENDS = ['gainer', 'tariff', 'percent', 'saying'] as const;

function hasBetween(line: Line, from: number, to: number, name: (typeof ENDS)[number]): boolean {
  return hitsOf(line, name).some((hit) => hit.from >= from && hit.to <= to);
}

const RIVALS = wordGroup('rivals competitors peers neighbours neighbors');
const OPENS_CLAUSE: ReadonlySet<string> = new Set([
  '',
  ',',
  ';',
  'while',
  'but',
  'whereas',
  'that',
]);

// "Rivals Chile and Peru are charged 12%": beside whom somebody is hit; "hits rivals Chile and Peru" hits them.
function isRival(line: Line, group: PlaceGroup): boolean {
  const at = tokenText(line, group.from - 1) === 'in' ? group.from - 2 : group.from - 1;
  return RIVALS.has(tokenText(line, at)) && OPENS_CLAUSE.has(tokenText(line, at - 1));
}

const TALKING = wordGroup(/^(?:call|meeting|phone|conversation|lunch|dinner|visit|chat)s?$/);
const AFTER = wordGroup('after following');
const AFTER_WITHIN = 4;

// "after a call with Modi": with whom a leader has spoken lays nothing.
function isSpokenWith(line: Line, group: PlaceGroup): boolean {
  if (line.lang !== 'en' || group.preposition !== 'with' || !isAuthority(group)) return false;
  if (!TALKING.has(wordBefore(line, group.from, 2))) return false;
  return line.tokens
    .slice(Math.max(0, group.from - 2 - AFTER_WITHIN), group.from)
    .some(({ text }) => AFTER.has(text));
}

/** What puts a place beside the matter of its sentence, whatever the step. */
export const TOLD_BESIDE: readonly (Needing & {
  readonly isThere: (line: Line, group: PlaceGroup) => boolean;
})[] = [
  { needs: [NODS], isThere: isNoddedTo },
  { needs: [PARTNERS], isThere: isCountedPartners },
  { needs: ['holder'], isThere: isDescription },
  { isThere: isModel },
  { needs: [RIVALS], isThere: isRival },
  { isThere: isDealTopic },
  { needs: [TYING], isThere: isTied },
  { needs: [SIDING], isThere: isOpposed },
  { needs: [NOT], isThere: isRuledOut },
  { needs: [MEETINGS], isThere: isMeeting },
  { needs: [TALKING, AFTER], isThere: isSpokenWith },
  { needs: [EXCESS, SHIELDING], isThere: isGuardedAgainst },
  { needs: [VOICES], isThere: isVoice },
  { needs: [INDUSTRY, HELPING], isThere: isHelpedBy },
  { needs: [SUFFERED], isThere: isSuffered },
  { needs: [CIRCLE], isThere: isOfCircle },
];
