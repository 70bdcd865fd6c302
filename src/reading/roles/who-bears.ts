// In: a place in a sentence and the step told there. Out: whether that place bears the step or only speaks of it.

import type { PlaceGroup } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { VERB_LAST } from '../steps/read-mood.ts';
import { clauseAt, isInClause } from '../steps/split-clauses.ts';
import type { Hit } from '../words/lexicon.ts';
import {
  hitBefore,
  hitFrom,
  hitOver,
  hitsOf,
  type Line,
  means,
  oncePerLine,
  tokenText,
} from '../words/scene.ts';
import { BEING, isDoneToBehind, isRefusedThere, isSparing } from './who-spares.ts';

const SAID_WITHIN = 3;
const TOLD_WITHIN = 14;

/** The word by which the place speaks: "Korea says", "Brazil's president calls". */
export function sayingOf(line: Line, group: PlaceGroup): Hit | undefined {
  const said = sayings(line).find((hit) => hit.from >= group.to);
  if (said === undefined) return undefined;
  if (said.from - group.to > SAID_WITHIN) return isSaidBehind(line, group, said) ? said : undefined;
  for (let at = group.to; at < said.from; at += 1) {
    const hit = hitOver(line, at);
    if (tokenText(line, at) === "'s" || isOffice(hit)) continue;
    if (!means(said, 'saying', 'judge') || !isPlainWord(line, at, hit)) return undefined;
  }
  return said;
}

// "Korea's president, speaking in Seoul, said": two commas part what is told between from the two.
function isSaidBehind(line: Line, group: PlaceGroup, said: Hit): boolean {
  const comma = line.tokens.findIndex(({ text }, at) => at >= group.to && text === ',');
  const isClosed = tokenText(line, said.from - 1) === ',' && comma < said.from - 1;
  return (
    line.lang === 'en' &&
    isClosed &&
    comma - group.to <= SAID_WITHIN &&
    said.from - comma <= TOLD_WITHIN &&
    !hitsOf(line, 'verb').some((hit) => hit.from >= group.to && hit.to <= said.from)
  );
}

// "Brazilian cane growers denounce": what stands between is who speaks, be it named by the lists or not.
function isPlainWord(line: Line, at: number, hit: Hit | undefined): boolean {
  return (
    line.tokens[at]?.kind === 'word' && !DOING.some((name) => hit?.meanings.has(name) === true)
  );
}

const DOING = [
  'verb',
  'prep',
  'gainer',
  'mood',
  'join',
  'tariff',
  'percent',
  'background',
] as const;

const sayings = oncePerLine((line) => line.hits.filter((hit) => isSaid(line, hit)));

// "says it will" is also a phrase of intention.
function isSaid(line: Line, hit: Hit): boolean {
  // "says no to the plea" is an answer.
  if (means(hit, 'verb', 'deny')) return false;
  return hit.meanings.has('saying') || SAYS.has(tokenText(line, hit.from));
}

const SAYS: ReadonlySet<string> = new Set(['says', 'said']);

function isOffice(hit: Hit | undefined): boolean {
  return hit?.meanings.has('leadership') === true || hit?.meanings.has('place') === true;
}

// "Swiss government says US tariffs will be cut": who only tells of the tariffs of another does not set them.
export function isSpeaker(
  line: Line,
  group: PlaceGroup,
  groups: readonly PlaceGroup[],
  step: Step | null = null,
): boolean {
  if (!SPEAKING.has(group.role)) return false;
  const says = sayingOf(line, group);
  if (says === undefined || isAdding(line, says, step)) return false;
  return groups.some(
    (other) =>
      (!(step !== null && isPassiveFor(step)) &&
        (!isSpokenTo(says) || (line.lang !== 'en' && means(says, 'saying', 'judge'))) &&
        !isOfHimself(line, says) &&
        isToldOf(group, other, says.to) &&
        isOneClause(line, other, step)) ||
      ((!group.codes.includes('US') || isOfAnother(line, other, says)) &&
        other.from > says.from &&
        !(means(says, 'saying', 'tell') && other.from === says.to) &&
        other.from - says.from <= TOLD_WITHIN &&
        (other.role === 'owner' || other.role === 'agent' || isJudged(says, line, other)) &&
        !other.codes.some((code) => group.codes.includes(code)) &&
        !isDoneBetween(step, says, other)),
  );
}

const isAdding = (line: Line, says: Hit, step: Step | null): boolean =>
  says.from === step?.verb.from && /^add/.test(tokenText(line, says.from));
/** Where in its sentence a place may speak. */
export const SPEAKING: ReadonlySet<string> = new Set(['bare', 'subject', 'origin']);

/** "일본, 캐나다의 관세 부과에 반발": where verbs come last, who stands first reacts to what the others do. */
export function isReacting(
  line: Line,
  group: PlaceGroup,
  groups: readonly PlaceGroup[],
  step: Step | null,
): boolean {
  if (step === null || !VERB_LAST.has(line.lang) || group.from > 0) return false;
  if (!SPEAKING.has(group.role)) return false;
  const says = hitsOf(line, 'saying').findLast((hit) => means(hit, 'saying', 'judge'));
  if (says === undefined || says.from < step.object.to) return false;
  return groups.some(
    (other) =>
      (other.role === 'owner' || other.role === 'agent') &&
      !other.codes.some((code) => group.codes.includes(code)),
  );
}

const DEED =
  /^(?:plans?|decision|move|bid|proposal|threats?|vow|push|attempt|intention|pledge|announcement|hike|increase|refusal|failure)$/;

// "criticises Mexico's plan to raise car tariffs": whose deed is judged.
function isJudged(says: Hit, line: Line, other: PlaceGroup): boolean {
  if (!means(says, 'saying', 'judge')) return false;
  return DEED.test(tokenText(line, other.isPossessive ? other.to + 1 : other.to));
}

// "US condemns EU's 15% tariff": whoever judges it does not set it.
const isOfAnother = (line: Line, other: PlaceGroup, says: Hit): boolean =>
  (other.isPossessive || tokenText(line, other.to - 1) === "'s") && means(says, 'saying', 'judge');

const ANSWERS_WITHIN = 5;

// "China says it will cut tariffs on US goods": what the speaker does itself stands before the other's tariffs.
function isDoneBetween(step: Step | null, says: Hit, other: PlaceGroup): boolean {
  if (step === null || step.verb.from < says.from || isGainer(step)) return false;
  // "says it will retaliate against Chinese tariffs": the answer is his, the tariffs are the other's.
  if (step.family === 'retaliate' && step.verb.from - says.to <= ANSWERS_WITHIN) return true;
  return step.verb.to <= other.from && step.object.from < other.from;
}

// "says Brasilia agreed and that the tariffs will be held": what is told further on is told of nobody.
function isOneClause(line: Line, told: PlaceGroup, step: Step | null): boolean {
  return step === null || isInClause(clauseAt(line, step.verb.from), told);
}

// "tells Japan", "rejects India's plea": the country behind is who hears it or what is judged.
function isSpokenTo(says: Hit): boolean {
  return means(says, 'saying', 'tell') || means(says, 'saying', 'judge');
}

const HIMSELF: ReadonlySet<string> = new Set(['he', 'she', 'it', 'they', "he'll", "they'll"]);

// "Brazil says it will hit India": who speaks of itself acts.
const isOfHimself = (line: Line, says: Hit): boolean =>
  line.tokens.slice(says.from, says.to).some(({ text }) => HIMSELF.has(text));

// "EU says India to slash tariffs": the country right behind "says" acts.
function isToldOf(group: PlaceGroup, other: PlaceGroup, says: number): boolean {
  const isNext = other.from >= says && other.from - says <= 1 && other.role === 'bare';
  return isNext && !group.codes.some((code) => other.codes.includes(code));
}

// "US shoppers will be hit": whose residents pay the duty is who lays it.
export function isOfResidents(line: Line, group: PlaceGroup): boolean {
  // "face 39% at US border".
  if (group.preposition === 'at' && BORDERS.has(tokenText(line, group.to))) return true;
  if (group.preposition === 'in') {
    // "Importers in the US will have to pay".
    const at = tokenText(line, group.from - 1) === 'the' ? group.from - 2 : group.from - 1;
    return means(hitBefore(line, at), 'holder', 'resident');
  }
  return group.role !== 'place' && means(hitFrom(line, group.to), 'holder', 'resident');
}

const BORDERS: ReadonlySet<string> = new Set(['border', 'borders', 'customs', 'ports']);

export function isGainer(step: Step): boolean {
  return step.verb.meanings.has('gainer');
}

// "Swiss get US tariffs cut", "Bangladesh wins": who gains or faces something, whatever the verb of the step.
export function isGaining(line: Line, group: PlaceGroup): boolean {
  return hitsOf(line, 'gainer').some(
    (hit) =>
      hit.from >= group.to &&
      (hit.from - group.to <= 1 || isDueTo(line, group.to, hit.from)) &&
      !isPermitted(line, hit.to) &&
      !isSparing(line, hit),
  );
}

const DUE =
  /^(?:set|due|about|likely|expected|poised|bound|now|still|also|soon|to|will|would|may|might|could)$/;
const DUE_WITHIN = 3;

// "Japan set to face", "Japan would also face": what only says when stands between.
function isDueTo(line: Line, from: number, to: number): boolean {
  return to - from <= DUE_WITHIN && line.tokens.slice(from, to).every(({ text }) => DUE.test(text));
}

const PERMISSION: ReadonlySet<string> = new Set(
  'nod approval clearance permission mandate power powers authority go-ahead'.split(' '),
);

// "gets the bloc's nod to charge 35% duty": who is allowed to impose gains no tariff.
function isPermitted(line: Line, end: number): boolean {
  return line.tokens.slice(end, end + 3).some((token) => PERMISSION.has(token.text));
}

export function isPassiveFor(step: Step): boolean {
  if (isDoneToBehind(step)) return false;
  if (isRefusedThere(step)) return true;
  const isRefused = step.family === 'grant' && step.action === 'exemption-denied';
  return (
    (isGainer(step) && (step.mood !== 'not' || isRefused)) ||
    isExemptedThere(step) ||
    isStruck(step) ||
    isAccepted(step)
  );
}

const ACCEPTING = /^(?:accept|swallow|stomach)/;

// "Japan accepts 15% tariff"; not "accepts a price undertaking".
export function isAccepted({ line, verb, object, about }: Step): boolean {
  return (
    about === 'tariff' &&
    object.from >= verb.to &&
    ACCEPTING.test(tokenText(line, verb.from)) &&
    tokenText(line, object.from) !== 'price'
  );
}

const PAST = /ed$/;
const HIT_PAST = /(?:ed|hit|struck)$/;

// "Indonesia to be slapped with 32% tariff": the passive of a verb that imposes, its tariff behind it.
function isStruck({ line, verb, family, object }: Step): boolean {
  if (family !== 'impose' && family !== 'open') return false;
  if (object.from < verb.to) return false;
  const [first, last] = [tokenText(line, verb.from), tokenText(line, verb.to - 1)];
  const isPast = HIT_PAST.test(last) || PAST.test(first);
  return isPast && (BEING.has(first) || BEING.has(tokenText(line, verb.from - 1)));
}

// "Australia will not be exempted from tariffs", "India terminated from GSP": whoever is exempted or not is the one hit.
function isExemptedThere({ line, verb, family, object, about }: Step): boolean {
  if (object.to <= verb.from) return false;
  const isTakenFrom =
    about === 'relief' &&
    tokenText(line, verb.to) === 'from' &&
    PAST.test(tokenText(line, verb.from));
  if (isTakenFrom) return true;
  if (family !== 'exempt') return false;
  // "Chile exempted from Peru's levy".
  if (PAST.test(tokenText(line, verb.from)) && isBeforeFrom(line, verb)) return true;
  // "Chile left off the list".
  if (tokenText(line, verb.from) === 'left') return !hitFrom(line, verb.to)?.meanings.has('place');
  // "Chile exempt from the levy": the adjective, with or without its verb.
  if (tokenText(line, verb.to - 1) === 'exempt' && tokenText(line, verb.to) === 'from') return true;
  const [first, second] = [tokenText(line, verb.from), tokenText(line, verb.from + 1)];
  return (
    BEING.has(first) ||
    BEING.has(tokenText(line, verb.from - 1)) ||
    WILL_BE.test(`${first} ${second}`)
  );
}

function isBeforeFrom(line: Line, verb: Hit): boolean {
  return tokenText(line, verb.to - 1) === 'from' || tokenText(line, verb.to) === 'from';
}

const WILL_BE = /^(?:will|would|could|may|might|must|shall) be$/;

const UNDER_DEAL: ReadonlySet<string> = new Set('in under after through of via per'.split(' '));
const DEAL_WITHIN = 4;

/** "to slash car tariffs in trade deal with EU": the partner of the bargain is the one the cut is for. */
export function isUnderDeal(line: Line, group: PlaceGroup): boolean {
  const deal = hitBefore(line, group.from - 1);
  if (deal?.meanings.has('deal') !== true) return false;
  return line.tokens
    .slice(Math.max(0, deal.from - DEAL_WITHIN), deal.from)
    .some((token) => UNDER_DEAL.has(token.text));
}
