// Verbs that do nothing to the tariff near them: takings that reach a record, those who suffer, ties that are no condition,
// measures that are only kept. In: a line, a verb of it, what it is done to. Out: yes or no.
import { type Needing, rulesFor } from '../words/asked-rules.ts';
import type { Hit } from '../words/lexicon.ts';
import {
  hitBefore,
  hitFrom,
  hitOver,
  hitsOf,
  type Line,
  means,
  tokenText,
} from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';
import { isTariffActing } from './acting-tariffs.ts';
import type { VerbObject } from './verb-object.ts';

/** True when one of the verbs of this file only stands near its tariff. */
export function isIdle(line: Line, verb: Hit, match: VerbObject): boolean {
  return idleIn(line).some(({ isSo }) => isSo(line, verb, match));
}

const MOVING: ReadonlySet<string> = new Set(['raise', 'cut']);
const MOVED_WITHIN = 3;

// "Door de heffingen daalde de uitvoer", "Exportações caem no mês da tarifa": what moves is trade, and the tariff only why.
function isTradeMoving(line: Line, verb: Hit, { family, object }: VerbObject): boolean {
  if (line.lang === 'en' || !MOVING.has(family)) return false;
  const gapTo = (hit: Hit): number =>
    hit.to <= verb.from ? verb.from - hit.to : hit.from - verb.to;
  const isWhy = hitBefore(line, object.from)?.meanings.has('cause') === true;
  const gap = isWhy ? line.tokens.length : gapTo(object);
  return hitsOf(line, 'movement').some(
    (hit) =>
      means(hit, 'movement', 'traded') &&
      !hit.meanings.has('tariff') &&
      gapTo(hit) >= 0 &&
      (gapTo(hit) <= MOVED_WITHIN || hit.from <= 1) &&
      gapTo(hit) < gap,
  );
}

const PERIODS: ReadonlySet<string> = new Set(
  'period window debate talks negotiations consultations discussions dialogue hearing hearings vote'.split(
    ' ',
  ),
);
const PERIOD_WITHIN = 4;
const ENDED: ReadonlySet<string> = new Set([
  'remove',
  'start',
  'delay',
  'suspend',
  'extend',
  'impose',
]);
const ABOUT: ReadonlySet<string> = new Set(['on', 'over', 'about']);

// "the comment period on the tariffs ends": what ends is the talk about them.
function isPeriodOver(line: Line, verb: Hit, { family, object }: VerbObject): boolean {
  if (!ENDED.has(family)) return false;
  if (family === 'remove' && isOfSpan(line, object)) return true;
  for (let at = object.from - 1; at > object.from - PERIOD_WITHIN; at -= 1) {
    if (!ABOUT.has(tokenText(line, at)) || !PERIODS.has(tokenText(line, at - 1))) continue;
    // "talks on a pact scrapping tariffs": the verb stands in what is talked about.
    return verb.to < at || verb.from >= object.to;
  }
  return false;
}

const SPANS: ReadonlySet<string> = new Set(['quarter', 'year', 'month', 'week']);
const SPAN_WITHIN = 8;

// "the first quarter of the tariff is closed": what ends is the span.
function isOfSpan(line: Line, object: Hit): boolean {
  const before = line.tokens.slice(Math.max(0, object.from - SPAN_WITHIN), object.from);
  return before.some(({ text }, at) => text === 'of' && SPANS.has(before[at - 1]?.text ?? ''));
}

// "the soy tariff stays unchanged"; a court that stays a tariff stands before the verb.
function isStaying(line: Line, verb: Hit, { object }: VerbObject): boolean {
  const isStay = verb.to - verb.from === 1 && STAYING.has(tokenText(line, verb.from));
  return isStay && object.to <= verb.from && !line.classes.has('court');
}

const STAYING = wordGroup('stay stays weigh weighs weighed');

const PULLING = wordGroup('pull pulls pulled pulling');

// "pulls the tariff threat": only what was held out is pulled.
function isPulled(line: Line, verb: Hit, { object }: VerbObject): boolean {
  if (!PULLING.has(tokenText(line, verb.from)) || verb.to - verb.from > 1) return false;
  // "pulls the exemption" ends it.
  if (object.meanings.has('relief') && object.from >= verb.to) return false;
  return !/^(?:threat|plan|propos)/.test(tokenText(line, object.to - 1));
}

const SCOLDING = wordGroup(/^(?:slam|blast|bash)/);

// "the opposition slams tariffs", "Peru slams US's 25% tariff" scold; "slams Chile with tariffs", "slams a 30% tariff on" lay
// them.
function isScolded(line: Line, verb: Hit, { object }: VerbObject): boolean {
  if (!SCOLDING.has(tokenText(line, verb.from)) || object.from < verb.to) return false;
  const between = line.tokens.slice(verb.to, object.from);
  if (between.some(({ text }) => text === 'with')) return false;
  const isOwned = hitsOf(line, 'place').some(
    (hit) => hit.from >= verb.to && hit.to <= object.from && hit.from - verb.to <= 1,
  );
  return isOwned || !between.some(({ kind }) => kind === 'number');
}

// "Effective June 4 the rate rises": the day stands first, another verb tells the step.
function isDayFirst(line: Line, verb: Hit): boolean {
  if (verb.from !== 0 || tokenText(line, 0) !== 'effective') return false;
  return hitsOf(line, 'verb').some((hit) => hit !== verb);
}

const LIVE = wordGroup('live');

// "Tariffs live updates: Chile hits back".
function isLiveUpdates(line: Line, verb: Hit): boolean {
  return (
    tokenText(line, verb.from).startsWith('update') && LIVE.has(tokenText(line, verb.from - 1))
  );
}

// "keeps tariffs in place": a noun; "puts in place" is a phrase of the lists.
function isInPlace(line: Line, verb: Hit): boolean {
  return (
    verb.to - verb.from === 1 &&
    tokenText(line, verb.from) === 'place' &&
    tokenText(line, verb.from - 1) === 'in'
  );
}

// "Brazil reels from a 50% tariff" tells the tariff by its rate; who merely suffers, or a trade that does, tells no step.
function isSuffering(line: Line, verb: Hit): boolean {
  if (!SUFFERING.has(tokenText(line, verb.from))) return false;
  const isCountry = hitsOf(line, 'place').some(
    (hit) => verb.from - hit.to <= 1 && hit.to <= verb.from,
  );
  return !line.classes.has('percent') || !isCountry;
}

const SUFFERING = wordGroup(/^(?:reel|stung|stunned|walloped|hammered|battered|burdened|stuck)/);

const TYING = wordGroup('tie ties tied tying link links linked linking');
const TIED_WITHIN = 8;

// "ties the island to tariffs on allies", "links tariffs to spending" make tariffs a condition; "trade ties" does not.
function isNoTie(line: Line, verb: Hit, { object }: VerbObject): boolean {
  if (!TYING.has(tokenText(line, verb.from))) return false;
  const isDone = line.hits.some((hit) => hit.to === verb.from && isActor(hit));
  const [from, to] =
    object.from === verb.to ? [object.to, object.to + TIED_WITHIN] : [verb.to + 1, object.from];
  return !isDone || !line.tokens.slice(from, to).some((token) => token.text === 'to');
}

const LEVIES = wordGroup('levies');
const LEVIED_WITHIN = 4;

// "the council levies anti-dumping duties": a verb only right between who acts and what is laid.
function isNounLevies(line: Line, verb: Hit, { object }: VerbObject): boolean {
  if (verb.to - verb.from > 1 || !LEVIES.has(tokenText(line, verb.from))) return false;
  const isLaid = object.from >= verb.to && object.from - verb.to <= LEVIED_WITHIN;
  const isPhrase = means(hitFrom(line, verb.to), 'prep');
  return isPhrase || !isLaid || !hasActor(line, verb);
}

// "India levies a duty", "India accepts the advice, levies a duty".
function hasActor(line: Line, verb: Hit): boolean {
  const isOpener = tokenText(line, verb.from - 1) === ',';
  return line.hits.some(
    (hit) => isActor(hit) && (hit.to === verb.from || (isOpener && hit.from <= 1)),
  );
}

const LIGHT = wordGroup(
  'scrutiny spotlight focus pressure question doubt limelight microscope perspective context risk jeopardy',
);
const LIT_WITHIN = 4;

// "puts tariffs under scrutiny": nothing is laid on anybody.
function isPutUnder(line: Line, verb: Hit, { object }: VerbObject): boolean {
  if (!/^(?:put|plac|bring|brought|throw)/.test(tokenText(line, verb.from))) return false;
  if (object.from < verb.to) return false;
  const behind = line.tokens.slice(object.to, object.to + LIT_WITHIN);
  return behind.some(({ text }) => LIGHT.has(text));
}

const DEEDS = wordGroup(
  'removal lifting scrapping elimination abolition imposition introduction reduction suspension cutting raising easing',
);
const BRINGS: ReadonlySet<string> = new Set(
  'sees saw boosts boosted helps helped drives drove leads led lifts hurts hits sends sent spurs spurred fuels fuelled pushes pushed costs cost brings brought gives gave means opens opened could would may might has'.split(
    ' ',
  ),
);
const BROUGHT_WITHIN = 8;

// "Removal of tariffs sees imports surge": what was done before brings something about.
function isCausing(line: Line, verb: Hit, { object }: VerbObject): boolean {
  const isDeedFirst = DEEDS.has(tokenText(line, 0)) || DEEDS.has(tokenText(line, 1));
  if (!isDeedFirst) return false;
  if (object.to <= verb.from) return BRINGS.has(tokenText(line, verb.from));
  if (verb.from > 1) return false;
  const behind = line.tokens.slice(object.to, object.to + BROUGHT_WITHIN);
  return behind.some(({ text }) => BRINGS.has(text));
}

const REMEDIES = ['AD', 'CVD', 'safeguard'] as const;

const PLACE = wordGroup('place');

// "keeps anti-dumping duties on Chinese tyres" prolongs what a review might have ended; "keeps tariffs in place" tells nothing new.
function isMerelyKept(line: Line, _verb: Hit, { family, object }: VerbObject): boolean {
  if (family !== 'keep') return false;
  const isRemedy = REMEDIES.some((remedy) => means(object, 'tariff', remedy));
  return !line.isTitle || !isRemedy || says(line, PLACE) || line.classes.has('court');
}

/** True for a phrase that names who may act: a place or an office. */
export function isActor(hit: Hit): boolean {
  return hit.meanings.has('place') || hit.meanings.has('leadership');
}

const RELIEF_WITHIN = 5;

/** "signals no tariff carve-out for steel": relief that is said not to come, with who says so. */
export function refusedRelief(line: Line): { readonly no: number; readonly object: Hit } | null {
  if (line.lang !== 'en') return null;
  for (const object of hitsOf(line, 'relief')) {
    if (describesTariff(line, object)) continue;
    for (let at = object.from - 1; at >= Math.max(0, object.from - RELIEF_WITHIN); at -= 1) {
      if (tokenText(line, at) !== 'no') continue;
      // "says no to" is a verb of its own.
      if (means(hitOver(line, at), 'verb', 'deny')) return null;
      // "no longer eligible for the exemption": it is lost.
      if (tokenText(line, at + 1) === 'longer') return null;
      // "No steel tariff exemption for Peru" opens a headline.
      if (at === 0) return line.isTitle && isForPlace(line, object.to) ? { no: at, object } : null;
      // 'betting that "no exceptions" is an opening bid': only quoted.
      if (line.tokens[at - 1]?.kind === 'mark' && !line.isTitle) return null;
      const isSaid = line.hits.some((hit) => hit.to <= at && isActor(hit));
      return isSaid ? { no: at, object } : null;
    }
  }
  return null;
}

// "'no exceptions' tariffs": only what kind of tariffs.
function describesTariff(line: Line, object: Hit): boolean {
  return line.hits.some(
    (hit) => hit.meanings.has('tariff') && hit.from >= object.to && hit.from - object.to <= 1,
  );
}

type Idle = Needing & {
  readonly isSo: (line: Line, verb: Hit, match: VerbObject) => boolean;
};

const idleIn = rulesFor<Idle>([
  { needs: [SUFFERING], isSo: isSuffering },
  { needs: [TYING], isSo: isNoTie },
  { needs: [LEVIES], isSo: isNounLevies },
  { isSo: isMerelyKept },
  { needs: [STAYING], isSo: isStaying },
  { isSo: isDayFirst },
  { isSo: isInPlace },
  { needs: [LIVE], isSo: isLiveUpdates },
  { needs: [SCOLDING], isSo: isScolded },
  { needs: [PULLING], isSo: isPulled },
  { needs: [LIGHT], isSo: isPutUnder },
  { needs: [DEEDS], isSo: isCausing },
  { isSo: isPeriodOver },
  { isSo: isTariffActing },
  { needs: ['movement'], isSo: isTradeMoving },
]);

function isForPlace(line: Line, at: number): boolean {
  return tokenText(line, at) === 'for' && hitsOf(line, 'place').some((hit) => hit.from === at + 1);
}
