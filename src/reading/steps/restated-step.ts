// Measures that a title only restates: "India unbowed after Trump's 50% tariff threat", "How shoppers fare as the
// exemption ends". In: a title and its steps. Out: the step that its nouns restate, or whether it restates one.
import type { Action } from '../../domain/reading.ts';
import { lineEndsAsQuestion, objectsIn, type Step, saysThreat } from '../objects/step-objects.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, type Line, lineHas, means, type Scene, tokenText } from '../words/scene.ts';
import { isJudgedBetween } from './mere-feelings.ts';

const NAMED_WITHIN = 4;
const RATE_WITHIN = 2;
const RESTATED_WEIGHT = 50;

/** "after Trump's 100% tariff threat": whose tariff it is, its rate and the noun, behind what the title tells first. */
export function restatedStep(line: Line): readonly Step[] {
  if (line.lang !== 'en' || !line.classes.has('percent')) return [];
  for (const { hit: object, abouts } of objectsIn(line)) {
    if (!abouts.includes('tariff')) continue;
    const behind = restatedBehind(line, object);
    if (behind !== null) return [behind];
    const rate = hitsOf(line, 'percent').findLast((hit) => hit.to <= object.from);
    if (rate === undefined || object.from - rate.to > RATE_WITHIN) continue;
    const between = line.tokens.slice(rate.to, object.from);
    if (
      between.some((token) => token.text === 'as' || token.text === 'on' || token.text === 'after')
    )
      continue;
    const owner =
      ownerBetween(line, rate, object) ??
      hitsOf(line, 'place').findLast((hit) => hit.to < rate.from);
    if (owner === undefined || rate.from - owner.to > NAMED_WITHIN || owner.from < 2) continue;
    // "rejects Peru's offer of 10% tariff": what is only offered restates nothing.
    if (line.tokens.slice(owner.to, rate.from).some(({ text }) => OFFERED.test(text))) continue;
    // "exports to Brazil slow as 25% tariff bites": where goods go.
    if (isMarket(line, owner)) continue;
    const action = restatedAction(line, object, owner);
    const told = { line, verb: object, object, family: 'nominal', about: 'tariff' as const };
    return [{ ...told, mood: 'plain', action, isBackground: true, weight: RESTATED_WEIGHT }];
  }
  return [];
}

const OFFERED = /^(?:offers?|proposals?|bid|idea)$/;
const RATE_BEHIND = 2;
const CHANGED = ['down', 'up'] as const;

// "welcomes US tariff of 19%, down from 36%": whose tariff it is stands before the noun, the rate behind it.
function restatedBehind(line: Line, object: Hit): Step | null {
  const owner = hitsOf(line, 'place').find((hit) => hit.from > 1 && ownsNoun(line, hit, object));
  const rate = hitsOf(line, 'percent').find((hit) => hit.from >= object.to);
  if (owner === undefined || rate === undefined || tokenText(line, object.to) !== 'of') return null;
  if (rate.from - object.to > RATE_BEHIND) return null;
  const at = tokenText(line, rate.to) === ',' ? rate.to + 1 : rate.to;
  const change = CHANGED.find((word) => tokenText(line, at) === word);
  const isFrom = change !== undefined && tokenText(line, at + 1) === 'from';
  const action = isFrom ? (change === 'down' ? 'reduced' : 'increased') : 'imposed';
  const told = { line, verb: object, object, family: 'nominal', about: 'tariff' as const };
  return { ...told, mood: 'plain', action, isBackground: true, weight: RESTATED_WEIGHT };
}

// "Brazilian steel tariff": nothing but goods between.
function ownsNoun(line: Line, owner: Hit, object: Hit): boolean {
  if (owner.to === object.from) return true;
  return hitsOf(line, 'product').some((hit) => hit.from === owner.to && hit.to === object.from);
}

const SOLD = /^(?:exports?|shipments?|sales|deliveries|imports?|trade|flows?)$/;
const SOLD_WITHIN = 4;

function isMarket(line: Line, owner: Hit): boolean {
  const before = line.tokens.slice(Math.max(0, owner.from - SOLD_WITHIN), owner.from);
  const isTo = before.at(-1)?.text === 'to' || before.at(-1)?.text === 'with';
  return isTo && before.some(({ text }) => SOLD.test(text));
}

// "says 30% US tariff is unjustified": the rate may stand before whose tariff it is; who judges it opens the title.
function ownerBetween(line: Line, rate: Hit, object: Hit): Hit | undefined {
  const owner = hitsOf(line, 'place').find((hit) => hit.from === rate.to && hit.to <= object.from);
  return owner !== undefined && isJudgedBetween(line, 1, rate.from) ? owner : undefined;
}

const PLANNED: ReadonlySet<string> = new Set(
  'planned proposed looming possible potential mooted'.split(' '),
);

function restatedAction(line: Line, object: Hit, owner: Hit): Action {
  const behind = tokenText(line, object.to);
  if (saysThreat(line, object) || behind.startsWith('threat') || behind === 'ultimatum')
    return 'threatened';
  const between = line.tokens.slice(owner.to, object.from);
  // "sets a deadline before the 25% tariff": what is still to come.
  if (line.tokens.slice(0, object.from).some(({ text }) => TO_COME.has(text))) return 'threatened';
  if (between.some((token) => token.text.startsWith('threat'))) return 'threatened';
  return between.some((token) => PLANNED.has(token.text)) || /^(?:plan|propos)/.test(behind)
    ? 'proposed'
    : 'imposed';
}

const TO_COME: ReadonlySet<string> = new Set(['deadline', 'ultimatum', 'before', 'ahead']);

const MEASURES: ReadonlySet<Action> = new Set([
  'threatened',
  'imposed',
  'increased',
  'reduced',
  'proposed',
]);
const OPENS_WITHIN = 3;

/** A reaction by a government that restates the measure of another with its rate, in the title or right behind it. */
export function restatesMeasure(scene: Scene, steps: readonly Step[]): Step | null {
  const { title } = scene;
  if (title === null || title.lang !== 'en') return null;
  const step = steps.find(
    ({ line, isBackground, action, about, mood }) =>
      line === title &&
      isBackground &&
      about === 'tariff' &&
      mood !== 'not' &&
      MEASURES.has(action),
  );
  if (step === undefined || lineEndsAsQuestion(title)) return null;
  const [reactor, ...others] = hitsOf(title, 'place');
  if (reactor === undefined || reactor.from > OPENS_WITHIN || reactor.to > step.verb.from)
    return null;
  const own = reactor.meanings.get('place') ?? [];
  // "Lula says Brazil's 25% duty would stay": nobody reacts to what is his own.
  const owner = ownerOf(title, step.object)?.meanings.get('place') ?? [];
  if (owner.some((code) => own.includes(code))) return null;
  const isAnothers = others.some((hit) =>
    hit.meanings.get('place')?.some((code) => !own.includes(code)),
  );
  const isRated = scene.lines.some(
    (line) => line.index <= 2 && line.classes.has('percent') && line.classes.has('tariff'),
  );
  return isAnothers && isRated ? step : null;
}

// "Analyst says Brazil's 25% tariff is a blow": whose tariff it is reacts to nothing.
function ownerOf(title: Line, object: Hit): Hit | undefined {
  const rate = hitsOf(title, 'percent').findLast((hit) => hit.to <= object.from);
  const between = rate === undefined ? undefined : ownerBetween(title, rate, object);
  if (between !== undefined) return between;
  // "welcomes US tariff of 19%".
  const end = rate === undefined ? object.from + 1 : rate.from;
  return hitsOf(title, 'place').findLast((hit) => hit.to < end);
}

const ENTERED: ReadonlySet<Action> = new Set([
  'exemption-ended',
  'imposed',
  'increased',
  'removed',
  'suspended',
]);
const TITLE_WEIGHT = 85;

/** "How shoppers fare as the exemption ends": an explainer that says itself what has been done. */
export function restatesAsFact(title: Line, mark: Hit, step: Step | undefined): boolean {
  if (step === undefined || step.line !== title || lineEndsAsQuestion(title)) return false;
  // Other languages have no such "as": in Portuguese it is an article.
  if (title.lang !== 'en') return false;
  if (step.weight < TITLE_WEIGHT || !ENTERED.has(step.action)) return false;
  // "what to know about the end": "to" governs another verb.
  if (isEndOf(title, step.verb)) return step.verb.from > mark.from;
  if (step.mood !== 'plain') return false;
  if (step.verb.from < mark.from)
    return lineHas(title, 'relief') && step.action === 'exemption-ended';
  return title.tokens.slice(mark.to, step.verb.from).some((token) => token.text === 'as');
}

/** "the end of the exemption": the noun tells what the verb would. */
export function isEndOf(line: Line, verb: Hit): boolean {
  return means(verb, 'verb', 'remove') && tokenText(line, verb.to - 1) === 'of';
}
