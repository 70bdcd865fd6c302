// Titles that only name a duty, whose text sets out its terms: "Temporary Duties on Excavators" / "Rates run from 18% to 40%",
// "Peru's Tariff Response to Cheap Coil" / "The measures: 25 percent on coil from May 1". In: an item in which no verb tells a
// step. Out: the step that the title names, where it is told as being in place.
// English only.
import { lineEndsAsQuestion, objectsIn, type Step } from '../objects/step-objects.ts';
import { ratedPlaces } from '../places/rated-places.ts';
import type { Hit, HitClass } from '../words/lexicon.ts';
import {
  hitFrom,
  hitOver,
  hitsOf,
  type Line,
  means,
  type Scene,
  tokenText,
} from '../words/scene.ts';
import { wordGroup } from '../words/word-groups.ts';
import { ratedStep } from './rated-step.ts';

const WEIGHT = 66;
const LAST_OF_TERMS = 2;

/** The step of a title that names a duty and of a text that says how high it is, or of the title of an act by itself. */
export function setOutTerms(scene: Scene, others: readonly Step[]): readonly Step[] {
  if (others.some((step) => step.line.isTitle || !isLaid(step))) return [];
  const { title, lang, lines } = scene;
  if (lang !== 'en' || title === null || lineEndsAsQuestion(title)) return [];
  if (ELSE.some((name) => title.classes.has(name))) return [];
  const object = namedDuty(title);
  if (object === null) return [];
  const near = lines.filter(({ index, isTitle }) => !isTitle && index <= LAST_OF_TERMS);
  if (near.some(isOpen)) return [];
  const isTold = near.some(setsOut) || namesAct(title, object);
  return isTold ? [toStep(title, object)] : [];
}

// What the text tells by a verb may be nothing but that the duty applies.
function isLaid({ action, mood }: Step): boolean {
  return action === 'imposed' && mood !== 'not';
}

/** What makes a title more than the name of a duty. */
const ELSE: readonly HitClass[] = ['background', 'routine', 'frame', 'saying', 'cause', 'movement'];

function toStep(line: Line, object: Hit): Step {
  const told = { line, verb: object, object, family: 'nominal', about: 'tariff' as const };
  return { ...told, mood: 'plain', action: 'imposed', isBackground: false, weight: WEIGHT };
}

const ON: ReadonlySet<string> = new Set(
  'on against concerning for response answer measures :'.split(' '),
);

// "duties on", "tariff response to", "a steel safeguard": a duty that the title names with its goods.
function namedDuty(title: Line): Hit | null {
  const found = objectsIn(title).find(({ abouts }) => abouts.includes('tariff'))?.hit;
  const weak = hitsOf(title, 'tariff').find((hit) =>
    /^dut(?:y|ies)$/.test(tokenText(title, hit.from)),
  );
  const object = found ?? weak;
  if (object === undefined) return null;
  if (title.hits.some((hit) => isOpenMood(hit) || isDoing(hit))) return null;
  const isEnd = object.to === title.tokens.length;
  // "Egypt's steel safeguard" names whose it is, "Duty on coil" on what it is.
  const isNamed = isEnd
    ? title.classes.has('place') && (title.classes.has('product') || title.tokens.length > 3)
    : (ON.has(tokenText(title, object.to)) || endsInOn(title, object)) &&
      title.tokens.length > object.to + 1;
  return isNamed ? object : null;
}

/** "AD on", a phrase of the lists. */
function endsInOn(title: Line, { from, to }: Hit): boolean {
  return to - from > 1 && tokenText(title, to - 1) === 'on';
}

/** "Brazil's opening tariff response": an adjective. */
function isDoing(hit: Hit): boolean {
  return hit.meanings.has('verb') && !hit.meanings.has('tariff') && !means(hit, 'verb', 'open');
}

const OPEN_MOODS = ['plan', 'cond', 'if', 'threat', 'urge', 'not', 'refuse'] as const;
const OPEN_VERBS = ['propose', 'seek', 'threaten', 'coming', 'deny'] as const;

// "from 1 May": a month is no doubt.
function isOpenMood(hit: Hit): boolean {
  return !hit.meanings.has('month') && OPEN_MOODS.some((mood) => means(hit, 'mood', mood));
}

// What is only asked for, planned or guessed sets out no terms.
function isOpen(line: Line): boolean {
  if (lineEndsAsQuestion(line)) return true;
  return (
    hitsOf(line, 'mood').some(isOpenMood) ||
    hitsOf(line, 'verb').some(
      (hit) => OPEN_VERBS.some((family) => means(hit, 'verb', family)) && !isForATime(line, hit),
    )
  );
}

// "apply for six months": nobody applies for anything.
function isForATime(line: Line, hit: Hit): boolean {
  const next = hitFrom(line, hit.to);
  return (
    tokenText(line, hit.from) === 'apply' &&
    (means(next, 'upto') || means(next, 'number') || line.tokens[hit.to]?.kind === 'number')
  );
}

const RATE_NOUN = /^(?:rates?|dut(?:y|ies)|tariffs?|margins?)$/;
const LEADS_TO_RATE: ReadonlySet<string> = new Set(
  'rate rates range ranges ranging run runs reach reaches come comes vary varies are is of , at go stand stands amount set fixed between from to up and new provisional definitive duty the for will be'.split(
    ' ',
  ),
);
const OPENS_WITHIN = 4;

// "Duties range from 8.2% to 19.4%", "The duty is 12%", "The measures: 15% on yarn", "The commission set 58%".
function setsOut(line: Line): boolean {
  const rates = hitsOf(line, 'percent');
  if (rates.length === 0) return false;
  return (
    opensWithRate(line) ||
    listsTerms(line, rates) ||
    listsNames(line, rates) ||
    setsRate(line, rates) ||
    isBornFromADay(line, rates) ||
    ratedStep(line, true).length > 0
  );
}

const BEARING = wordGroup(
  'pay pays owe owes attract attracts incur incurs carry carries bear bears',
);

// "Listed chips pay 25% from January 15".
function isBornFromADay(line: Line, rates: readonly Hit[]): boolean {
  const hasDay = line.classes.has('month') && line.tokens.some(({ text }) => FROM.has(text));
  return hasDay && rates.some(({ from }) => BEARING.has(tokenText(line, from - 2)));
}

const FROM: ReadonlySet<string> = new Set(['from', 'since', 'starting', 'effective', 'beginning']);

function opensWithRate(line: Line): boolean {
  const noun = line.tokens.findIndex(({ text }, at) => at < OPENS_WITHIN && RATE_NOUN.test(text));
  if (noun < 0) return false;
  for (let at = noun + 1; at < line.tokens.length; at += 1) {
    if (line.tokens[at]?.kind === 'number') return means(hitFrom(line, at + 1), 'percent');
    if (!LEADS_TO_RATE.has(tokenText(line, at))) return false;
  }
  return false;
}

const SHORT_HEAD = 7;

// "Vietnam (all exporters): 14.1%", "China 15%, Japan 8%": a country or a maker and its rate.
function listsNames(line: Line, rates: readonly Hit[]): boolean {
  if (ratedPlaces(line).length > 1) return true;
  const colon = line.tokens.findIndex(({ text }) => text === ':');
  if (colon < 1 || colon > SHORT_HEAD) return false;
  const isPlace = means(hitOver(line, 0), 'place');
  return isPlace
    ? rates.some(({ from }) => from - colon <= 3 && from > colon)
    : rates.length > 1 && ARE.has(tokenText(line, colon - 1));
}

const ARE: ReadonlySet<string> = new Set(['are', 'rates', 'duties', 'margins', 'rate']);
const LISTED: ReadonlySet<string> = new Set(
  'measures measure package rates terms duties tariffs list'.split(' '),
);
const LISTED_ON: ReadonlySet<string> = new Set([
  'on',
  'for',
  'surtax',
  'duty',
  'tariff',
  'surcharge',
  'levy',
]);

function listsTerms(line: Line, rates: readonly Hit[]): boolean {
  const colon = line.tokens.findIndex(({ text }) => text === ':');
  if (colon < 1 || colon > OPENS_WITHIN || !LISTED.has(tokenText(line, colon - 1))) return false;
  return rates.some((rate) => rate.from > colon && LISTED_ON.has(tokenText(line, rate.to)));
}

function setsRate(line: Line, rates: readonly Hit[]): boolean {
  return rates.some((rate) => {
    const before = hitOver(line, rate.from - 2);
    return means(before, 'verb', 'impose') && line.tokens[rate.from - 1]?.kind === 'number';
  });
}

const OF_ACT = /^(?:provisional|definitive|interim|final|preliminary)$/;
const LONGEST = 22;

// "Definitive anti-dumping duty on brake pads originating in Thailand": the title of an act, which ends with whom or what it hits.
function namesAct(title: Line, object: Hit): boolean {
  const isOfAct =
    OF_ACT.test(tokenText(title, object.from)) || OF_ACT.test(tokenText(title, object.from - 1));
  if (!isOfAct || title.tokens.length > LONGEST || !title.classes.has('product')) return false;
  const last = hitOver(title, title.tokens.length - 1);
  return last?.meanings.has('place') === true;
}
