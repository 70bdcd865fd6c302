// Headlines that only name a thing: an inquiry and its goods, a rate and whom it hits. In: a title. Out: the step or yes/no.

import { isActor } from '../objects/idle-tariffs.ts';
import { lineEndsAsQuestion, type Step } from '../objects/step-objects.ts';
import { placeGroups } from '../places/read-places.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitOver, hitsOf, type Line, tokenText } from '../words/scene.ts';

/** "Antidumping Investigation on Hot Rolled Steel From China": a headline that only names an inquiry and its goods. */
export function nominalProbe(line: Line): readonly Step[] {
  const names = ['verb', 'background', 'routine', 'frame', 'notice', 'percent'] as const;
  if (names.some((name) => line.classes.has(name)) || !line.classes.has('place')) return [];
  if (line.lang !== 'en') return probeAbroad(line);
  const object = hitsOf(line, 'probe').find(
    (hit) => hit.meanings.has('instrument') || hit.to - hit.from > 1,
  );
  const next = object === undefined ? '' : tokenText(line, object.to);
  if (object === undefined) return [];
  // "Indian steel under anti-dumping investigation in Brazil".
  const isUnder = tokenText(line, object.from - 1) === 'under' && (next === 'in' || next === 'by');
  if (!INQUIRED.has(next) && !isUnder) return [];
  // "Proposed Action in Section 301 Investigation": only what opens the headline is its news.
  if (!isUnder && hitsOf(line, 'prep').some((hit) => hit.from < object.from)) return [];
  const step = { line, verb: object, object, family: 'nominal', about: 'probe' as const };
  const action = 'investigation-opened' as const;
  return [{ ...step, mood: 'plain', action, isBackground: false, weight: PROBE_WEIGHT }];
}

/** Languages that end a headline with its noun. */
const NOUN_LAST: ReadonlySet<string> = new Set(['tr', 'ja', 'ko', 'zh']);

// "Çin menşeli lastiklere damping soruşturması": an inquiry by its kind, at the end of the headline or before all else.
function probeAbroad(line: Line): readonly Step[] {
  const object = NOUN_LAST.has(line.lang)
    ? hitsOf(line, 'probe').find((hit) => hit.to === line.tokens.length)
    : hitsOf(line, 'probe').find((hit) => hit.from <= 1);
  const isOfTrade =
    line.classes.has('instrument') || line.classes.has('tariff') || isOfForeignGoods(line);
  if (object === undefined || !isOfTrade || lineEndsAsQuestion(line)) return [];
  const step = { line, verb: object, object, family: 'nominal', about: 'probe' as const };
  const action = 'investigation-opened' as const;
  return [{ ...step, mood: 'plain', action, isBackground: false, weight: PROBE_WEIGHT }];
}

// "Vietnam'dan gelen lastiğe soruşturma": whether a trade office looks into them, the text must tell.
function isOfForeignGoods(line: Line): boolean {
  return (
    line.lang === 'tr' &&
    line.classes.has('product') &&
    placeGroups(line).some(({ role }) => role === 'origin')
  );
}

const PROBE_WEIGHT = 62;
const INQUIRED: ReadonlySet<string> = new Set(['on', 'into', 'of', 'against', 'concerning']);

const POSSIBLE: ReadonlySet<string> = new Set(
  'possible likely probable imminent looming planned mooted soon next coming option'.split(' '),
);

function isPossible(text: string): boolean {
  return POSSIBLE.has(text);
}

/** "25% tariff on Indian steel possible", "Brazil's plan: a 25% tariff": only held out. */
export function isHeldOut(line: Line, object: Hit): boolean {
  const colon = line.tokens.findIndex(({ text }) => text === ':');
  const head = line.tokens.slice(0, Math.max(0, Math.min(colon, object.from)));
  return (
    line.tokens.slice(object.to).some(({ text }) => isPossible(text)) ||
    head.some(({ text }) => /^(?:plan|plans|proposal|idea|option)$/.test(text))
  );
}

/** "No 25% tariff for India". */
export function isDenied(line: Line, rate: Hit): boolean {
  return rate.from === 2 && tokenText(line, 0) === 'no';
}

const LONGEST_BARE = 18;

const RELATIVES: ReadonlySet<string> = new Set(['that', 'who', 'which']);
const SAYS: ReadonlySet<string> = new Set(['says', 'said', 'tells', 'say']);

// "Lula says 10% extra tariff on Indian steel": said, and no verb but that.
function isSaidByLeader(line: Line, at: number): boolean {
  return SAYS.has(tokenText(line, at)) && line.hits.some((hit) => hit.to === at && isActor(hit));
}

// "countries trading with Peru", "nations buying Russian oil": whoever does it.
function isDoer(line: Line, at: number): boolean {
  return tokenText(line, at).endsWith('ing') && hitsOf(line, 'holder').some((hit) => hit.to === at);
}

/** "25% tariff on chips, exemption for firms that build here": whom it spares. */
export function isSparing(line: Line, at: number): boolean {
  return tokenText(line, at - 1) === ',' && /^exempti(?:on|ng)/.test(tokenText(line, at));
}

/** "on all remaining imports", "on another $30 billion worth of goods". */
const HOW_MUCH: ReadonlySet<string> = new Set(
  'all remaining another other most some every nearly almost about around roughly worth billion million trillion the certain many further more'.split(
    ' ',
  ),
);

/** "Trump: 30% tariff on EU from August 1": nothing but the rate, the tariff and whom it hits. */
export function isBareHeadline(line: Line, object: Hit): boolean {
  const rate = hitsOf(line, 'percent')[0];
  if (rate === undefined) return false;
  // "Trump: tariff of 30% on EU": the rate may stand behind.
  const isBehind = tokenText(line, object.to) === 'of' && rate.from - object.to === 2;
  if (!isBehind && (object.from - rate.to > 3 || object.from < rate.to)) return false;
  const prep = tokenText(line, isBehind ? rate.to : object.to);
  if ((prep !== 'on' && prep !== 'for') || line.tokens.length > LONGEST_BARE) return false;
  const first = isBehind ? object.from : rate.from - 1;
  const start = tokenText(line, first - 1) === 'a' ? first - 1 : first;
  const before = tokenText(line, start - 1);
  const isOpening =
    start <= 0 ||
    isDenied(line, rate) ||
    before === ':' ||
    before === '-' ||
    isSaidByLeader(line, start - 1);
  if (!isOpening || lineEndsAsQuestion(line)) return false;
  // Every word behind must be known: an unknown one may be a verb, unless it only tells whom ("allies that sent troops").
  const whom = line.tokens.findIndex(
    ({ text }, at) =>
      at > object.to + 1 && (RELATIVES.has(text) || isDoer(line, at) || isSparing(line, at)),
  );
  return line.tokens.every(
    (token, at) =>
      at < object.to ||
      (whom >= 0 && at >= whom) ||
      isPossible(token.text) ||
      HOW_MUCH.has(token.text) ||
      token.kind !== 'word' ||
      hitOver(line, at) !== undefined ||
      token.text.length < 3,
  );
}
