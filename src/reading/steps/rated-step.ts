// Sentences that state a tariff by its rate, without a verb of the lists: "Duty on lentils will be 10%", "New tariffs: rice 20%,
// wheat 5%", "Chinese steel pays 25% in Mexico", "Zero tariffs for African goods". In: a title. Out: the step, if it states one.
import type { Mood } from '../objects/action-table.ts';
import { lineEndsAsQuestion, objectsIn, type Step } from '../objects/step-objects.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitOver, hitsOf, isParted, type Line, means, tokenText } from '../words/scene.ts';
import { placeOf, wordGroup } from '../words/word-groups.ts';
import { inMood, moodOf } from './read-mood.ts';

const STATED_WEIGHT = 70;

/** The step that a title states by naming a tariff or who bears it, and its rate; the sentence of an act needs to name nobody. */
export function ratedStep(line: Line, isAct = false): readonly Step[] {
  // "to refund 20% tariff": what was paid is given back.
  if (line.lang !== 'en' || lineEndsAsQuestion(line) || line.classes.has('refund')) return [];
  if (!isAct && !PARTIES.some((name) => line.classes.has(name))) return [];
  const laid = hitsOf(line, 'tariff').find(
    (hit) => means(hit, 'tariff', 'charged') && !isHeld(line, hit),
  );
  if (laid !== undefined) return told(line, laid, laid.from);
  for (const { hit, abouts } of objectsIn(line)) {
    if (!abouts.includes('tariff') || TAX.test(tokenText(line, hit.from))) continue;
    if (standsAside(line, hit) || isHeld(line, hit)) continue;
    const at = statedAt(line, hit);
    if (at >= 0) return told(line, hit, at);
  }
  return [];
}

/** A tax is taken at home as well. */
const TAX = /^tax/;
const PARTIES = ['place', 'leadership', 'product'] as const;

function told(line: Line, object: Hit, at: number): readonly Step[] {
  const verb: Hit = { ...object, from: at, to: at + 1 };
  const mood = isForeseen(line, at) ? foreseen(line) : moodOf(line, verb);
  const action = inMood('imposed', 'impose', mood);
  if (action === null || mood === 'not') return [];
  const step = { line, verb: object, object, family: 'nominal', about: 'tariff' as const };
  return [{ ...step, mood, action, isBackground: false, weight: STATED_WEIGHT }];
}

const SEEING = wordGroup('sees forecasts expects predicts estimates projects reckons');

// "sees chip tariffs at 250%": who only expects a rate lays none.
function isForeseen(line: Line, at: number): boolean {
  return placeOf(line, SEEING, 0, at) >= 0;
}

// A leader who sees it coming holds it out; anybody else only guesses.
function foreseen(line: Line): Mood {
  return hitsOf(line, 'placekind').some((hit) => means(hit, 'placekind', 'leader'))
    ? 'threat'
    : 'not';
}

const ASIDE: ReadonlySet<string> = new Set(
  'after since under over despite amid due because of against from by before with without through than'.split(
    ' ',
  ),
);
const OPENS_WITHIN = 7;

// "suffer under Peru's new 39% tariff": what a sentence brings in behind such a word it does not state.
function standsAside(line: Line, tariff: Hit): boolean {
  for (let at = tariff.from - 1; at >= Math.max(0, tariff.from - OPENS_WITHIN); at -= 1) {
    if (isParted(line, at, at + 1) || tokenText(line, at) === ',') return false;
    if (ASIDE.has(tokenText(line, at))) return true;
  }
  return false;
}

const HOLDING = wordGroup('hold holds held holding');
const HELD_WITHIN = 6;

// "maintains the duty on foil at 15%", "holds its levy at 10%": what goes on as it was is not stated anew.
function isHeld(line: Line, tariff: Hit): boolean {
  const from = Math.max(0, tariff.from - HELD_WITHIN);
  if (placeOf(line, HOLDING, from, tariff.from) >= 0) return true;
  return line.hits.some(
    (hit) =>
      means(hit, 'verb', 'keep') &&
      ((hit.from >= from && hit.to <= tariff.from) ||
        (hit.from >= tariff.to && hit.from - tariff.to <= HELD_WITHIN)),
  );
}

const BEING: ReadonlySet<string> = new Set('is are be : at stands amounts amount'.split(' '));
const APPLYING: ReadonlySet<string> = new Set(
  'applies apply comes covers cover awaits await follows runs includes include'.split(' '),
);
const TOLD_WITHIN = 12;
const RATE_WITHIN = 3;

// Where the sentence says what the tariff is; -1 where it does not.
function statedAt(line: Line, tariff: Hit): number {
  const rates = ratesOf(line);
  const isRated = rates.some(
    ({ from, to }) =>
      (tariff.from - to >= 0 && tariff.from - to <= RATE_WITHIN) ||
      (from - tariff.to >= 0 && from - tariff.to <= RATE_WITHIN) ||
      (from >= tariff.from && to <= tariff.to),
  );
  for (let at = tariff.to; at < Math.min(line.tokens.length, tariff.to + TOLD_WITHIN); at += 1) {
    const text = tokenText(line, at);
    if (isRated && APPLYING.has(text)) return at;
    if (BEING.has(text) && isFigureNext(line, at + 1, rates)) return at;
    if (doesElse(line, at)) return -1;
  }
  return isRated && isAllKnown(line) ? tariff.from : -1;
}

function ratesOf(line: Line): readonly Hit[] {
  return [...hitsOf(line, 'percent'), ...hitsOf(line, 'zerorate')];
}

const SMALL: ReadonlySet<string> = new Set(
  'set fixed capped kept now only just to be at up between from about nearly some roughly around as high the a an , and or -'.split(
    ' ',
  ),
);
const NEXT_WITHIN = 6;

// "will be 50%", "is now set at 12%", ": rice 20%, wheat 5%": small words and goods stand before the figure.
function isFigureNext(line: Line, from: number, rates: readonly Hit[]): boolean {
  const isList = tokenText(line, from - 1) === ':';
  for (let at = from; at < from + NEXT_WITHIN; at += 1) {
    const token = line.tokens[at];
    if (token === undefined) return false;
    if (token.kind === 'number') {
      if (rates.some((rate) => rate.from === at + 1)) return true;
      continue;
    }
    const hit = hitOver(line, at);
    if (rates.includes(hit as Hit)) return true;
    const isGoods = hit?.meanings.has('product') === true || hit?.meanings.has('place') === true;
    if (!SMALL.has(token.text) && hit?.meanings.has('number') !== true && !(isList && isGoods))
      return false;
  }
  return false;
}

// Another verb: the tariff does something else than being so high.
function doesElse(line: Line, at: number): boolean {
  const hit = hitOver(line, at);
  if (hit === undefined || SMALL.has(tokenText(line, at))) return false;
  return hit.meanings.has('verb') || hit.meanings.has('cause') || hit.meanings.has('clause');
}

/** What makes a headline more than the tariff. */
const ELSE = ['verb', 'background', 'frame', 'saying'] as const;
const SHORT = 3;
const LONGEST = 16;

// "Tariff of 25% on trucks from 1 November": the headline is nothing but the tariff; an unknown word may be a verb.
function isAllKnown(line: Line): boolean {
  if (line.tokens.length > LONGEST || !line.classes.has('prep')) return false;
  if (ELSE.some((name) => line.classes.has(name))) return false;
  return line.tokens.every(
    ({ kind, text }, at) =>
      kind !== 'word' || text.length <= SHORT || SMALL.has(text) || hitOver(line, at) !== undefined,
  );
}
