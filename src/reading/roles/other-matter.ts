// Sentences of the text that tell a measure beside the one that leads: one of years ago, one with a rate of its own, a request to
// be let off something, what another does "of its own". In: a sentence, its step and the leading one. Out: yes or no. English only.
import type { Action } from '../../domain/reading.ts';
import { tellsEarlier } from '../steps/earlier-deeds.ts';
import type { Step } from '../steps/find-steps.ts';
import { CHARACTERS } from '../steps/read-mood.ts';
import { hitsOf, type Line, lineHas, type Scene, tokenText } from '../words/scene.ts';
import { placeOf, says, wordGroup } from '../words/word-groups.ts';

const YEAR = /^(?:19|20)\d\d$/;
const OPENING_YEAR = 1;
/** "In 2019" in languages that open so; German opens with the bare year. */
const OPENING_IN: ReadonlySet<string> = new Set(['in', 'en', 'em', 'nel']);
const WILL = wordGroup('will would');
const SINCE = wordGroup('since');
const AGO: ReadonlySet<string> = new Set(['last', 'earlier', 'previous']);
const SPANS = /^(?:year|month|decade|week)s?$/;
const ARTICLES: ReadonlySet<string> = new Set(
  'a an another un una uma um une ein eine einen einem'.split(' '),
);
const ARTICLE_WITHIN = 4;

// "In 2019 the government imposed a tariff on Indian steel", "A 15% duty on Indian steel has been in place since 2019".
function isOfYearsBefore(line: Line): boolean {
  const opening = YEAR.test(tokenText(line, 0)) ? 0 : OPENING_YEAR;
  const isOpening = opening === 0 || OPENING_IN.has(tokenText(line, 0));
  if (isOpening && YEAR.test(tokenText(line, opening)) && !says(line, WILL)) return true;
  const since = placeOf(line, SINCE);
  return since > 0 && YEAR.test(tokenText(line, since + 1)) && isIndefinite(line);
}

// "a 50 percent duty": no measure that was told before.
function isIndefinite(line: Line): boolean {
  // Languages without articles tell no measure as known by them.
  if (CHARACTERS.has(line.lang) || line.lang === 'ko') return true;
  const first = hitsOf(line, 'tariff')[0];
  if (first === undefined) return false;
  const before = line.tokens.slice(Math.max(0, first.from - ARTICLE_WITHIN), first.from);
  return before.some(({ text }) => ARTICLES.has(text));
}

// "The tariff on India was cut to 10% last month".
function isOfBefore(line: Line): boolean {
  return line.tokens.some(
    ({ text }, at) => AGO.has(text) && SPANS.test(tokenText(line, at + 1)) && at > 0,
  );
}

const ANNOUNCED = wordGroup(
  'announced unveiled proposed threatened signed approved published adopted promised notified began start started launched opened',
);

const TOP = wordGroup('top addition');
const OVER: ReadonlySet<string> = new Set(['of', 'to']);

// "on top of the 10% that is charged on Indian steel", "in addition to ...".
function isOnTop(line: Line): boolean {
  const at = placeOf(line, TOP);
  return at > 0 && OVER.has(tokenText(line, at + 1)) && line.classes.has('percent');
}

const NO = wordGroup('no');
const GUILT = /^(?:dumping|injury|subsid(?:y|ies)|evidence|harm|violation)$/;

// "found no dumping by firms in India".
function isCleared(line: Line): boolean {
  const at = placeOf(line, NO);
  return at >= 0 && GUILT.test(tokenText(line, at + 1));
}

const SEPARATE = wordGroup('separate separately');
const REPLACING = wordGroup('replace replaces replaced replacing supersedes superseding');

// "The order replaces a 10% duty on Indian steel".
function replacesOther(line: Line): boolean {
  return says(line, REPLACING) && isIndefinite(line);
}

const PAYING = wordGroup('pay pays');
const TO_COME = wordGroup('will would now must from under starting to');

// "Indian cars pay 12%": what others pay as it is.
function paysAlready(line: Line): boolean {
  return says(line, PAYING) && line.classes.has('percent') && !says(line, TO_COME);
}

const EASED: ReadonlySet<Action> = new Set(['reduced', 'removed', 'suspended', 'exempted']);
const HELD: ReadonlySet<Action> = new Set(['threatened', 'proposed']);
const BURDENS: ReadonlySet<Action> = new Set([
  'imposed',
  'increased',
  'threatened',
  'proposed',
  'retaliation-imposed',
  'investigation-opened',
]);

/** True for a sentence that tells another measure than the leading one. `isNamed`: who is hit is known already. */
export function tellsOtherMeasure(
  line: Line,
  step: Step | undefined,
  lead: Step,
  isNamed: boolean,
): boolean {
  if (line.isTitle) return false;
  if (step !== undefined && isToldAgain(line, step, lead)) return false;
  if (isOfYearsBefore(line)) return true;
  if (line !== lead.line && tellsEarlier(line)) return true;
  const isTold = isNamed || lead.line.classes.has('product');
  if (line.lang !== 'en') return step !== undefined && isOtherDeed(line, step, lead, isTold);
  if (isCleared(line)) return true;
  if (isTold && (paysAlready(line) || replacesOther(line) || says(line, SEPARATE))) return true;
  if (step !== undefined && isOtherDeed(line, step, lead, isTold)) return true;
  return isNamed && (isOnTop(line) || (isOfBefore(line) && !says(line, ANNOUNCED)));
}

function isOtherDeed(line: Line, { action }: Step, lead: Step, isTold: boolean): boolean {
  const isBurden = BURDENS.has(lead.action);
  // "India has asked for an exemption": who asks is one of those hit, where anybody is.
  if (action === 'exemption-sought') return isTold && (isBurden || EASED.has(lead.action));
  // "Last year it signed a trade deal with India".
  if (action === 'deal-reached') return isTold && isBurden;
  // "India won an exemption".
  if (action === 'exempted' && !lead.action.startsWith('exempt')) return isTold;
  if (!isBurden) return false;
  // "The tariff on India was cut last month" in an item about what is raised.
  if (EASED.has(action)) return isOfBefore(line);
  // "It has also threatened India with tariffs".
  return isTold && HELD.has(action) && !HELD.has(lead.action) && says(line, ALSO);
}

const ALSO = wordGroup('own similar also');

/** "India raised its own duty", "India cut its duty last year", "India vowed to retaliate": who acts there is not who takes a
 * step that nobody is said to take. `isOnSame`: it is done to whoever the step is done to. */
export function tellsOthersDeed(
  line: Line,
  step: Step | undefined,
  lead: Step,
  isOnSame: boolean,
): boolean {
  if (line.isTitle) return false;
  // "India hopes to avoid tariffs".
  if (step === undefined)
    return lineHas(line, 'verb', 'avert') || (says(line, ALREADY) && tellsOwnRate(line, lead.line));
  if (lead.action.startsWith('exemption') || lead.action.startsWith('retaliation')) return false;
  if (isToldAgain(line, step, lead)) return false;
  if (step.action.startsWith('retaliation') || line.classes.has('retaliation')) return true;
  if (isLikeStep(line, step)) return true;
  return !isOnSame && (isOfBefore(line) || hasOwnRate(line, step, lead));
}

const HALTING: ReadonlySet<string> = new Set(['suspend', 'remove']);

// "Rice tariff takes effect" / "Peru's 20% surtax on rice came into effect", "Scotch tariffs suspended" / "The US has lifted the duty":
// right behind the title the same is told of the same goods, with who does it.
function isToldAgain(line: Line, { family }: Step, lead: Step): boolean {
  if (line.lang !== 'en' || line.index !== 1 || !lead.line.isTitle) return false;
  if (!isSameFamily(family, lead.family) || says(line, SEPARATE) || says(line, ALSO)) return false;
  // "in response to Trump's surcharges" names whom it answers.
  const isAnswer = hitsOf(line, 'retaliation').some(
    ({ from }) => tokenText(line, from) !== 'retaliatory',
  );
  if (isAnswer) return false;
  const named = goodsOf(line);
  return named.length === 0 || goodsOf(lead.line).some((slug) => named.includes(slug));
}

/** True for two verbs that do the same to a tariff: "suspends", "lifts for four months". */
export function isSameFamily(one: string, other: string): boolean {
  return one === other || (HALTING.has(one) && HALTING.has(other));
}

function goodsOf(line: Line): readonly string[] {
  return hitsOf(line, 'product').flatMap(({ meanings }) => meanings.get('product') ?? []);
}

const LIKE_WITHIN = 2;
const TOO = wordGroup('too likewise');

// "raised its own duty", "is weighing a similar tariff", "a tariff of its own", "a tariff on steel too".
function isLikeStep(line: Line, { verb, object }: Step): boolean {
  const [from, to] = [Math.min(verb.from, object.from), Math.max(verb.to, object.to)];
  return placeOf(line, ALSO, from - LIKE_WITHIN, to + 2 * LIKE_WITHIN) >= 0 || says(line, TOO);
}

const ALREADY = wordGroup('already ya ja bereits deja gia');

// "a 50% duty", "already charges 50%" under a title that tells of 25%.
function hasOwnRate(line: Line, { verb }: Step, lead: Step): boolean {
  // "took effect, on top of what mills were already paying": said of what stands behind the step.
  const isAlready = placeOf(line, ALREADY, 0, verb.to + 1) >= 0;
  return (isIndefinite(line) || isAlready) && tellsOwnRate(line, lead.line);
}

/** True for a sentence that has percentages, none of them among those of the other line. */
export function tellsOwnRate(line: Line, other: Line): boolean {
  const [own, others] = [ratesIn(line), ratesIn(other)];
  return own.length > 0 && others.length > 0 && !own.some((rate) => others.includes(rate));
}

function ratesIn(line: Line): readonly string[] {
  return hitsOf(line, 'percent').map(({ from }) => tokenText(line, from - 1));
}

/** The item without the sentences that tell another measure; the leading one stays. */
export function withoutOtherMeasures(
  scene: Scene,
  lead: Step,
  steps: readonly Step[],
  isNamed: boolean,
): Scene {
  const lines = scene.lines.filter((line) => {
    const step = steps.find((candidate) => candidate.line === line);
    return line === lead.line || !tellsOtherMeasure(line, step, lead, isNamed);
  });
  return lines.length === scene.lines.length ? scene : { ...scene, lines };
}
