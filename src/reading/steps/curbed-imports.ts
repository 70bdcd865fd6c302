// Titles that hold imports down, whose text tells the quota and the duty beyond it: "Canada to curb steel imports" / "... before a
// 50% tariff applies", or that says by which tariff: "curbs imports with tariffs of up to 50%". In: an item and the steps told in it. Out: the step of the title; none where the text names no tariff, for
// imports are also held down by licences and bans. English only.
import { isActor } from '../objects/idle-tariffs.ts';
import type { Step } from '../objects/step-objects.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitBefore, hitsOf, type Line, lineHas, type Scene, tokenText } from '../words/scene.ts';
import { placeOf, wordGroup } from '../words/word-groups.ts';
import { moodOf } from './read-mood.ts';

const WEIGHT = 90;
const CURBING = wordGroup(
  'curb curbs curbed limit limits limited restrict restricts restricted cap caps capped tighten tightens tightened rein reins',
);
const IMPORTS = /^(?:imports?|inflows?|shipments)$/;
const IMPORTS_WITHIN = 5;
const LAST_OF_TERMS = 2;

/** The quota or the tariff that the title only calls a curb; none where a title tells a step, asks or denies. */
export function curbedImports(scene: Scene, others: readonly Step[]): readonly Step[] {
  const { title, lang, lines } = scene;
  if (lang !== 'en' || title === null || others.some(({ line }) => line.isTitle)) return [];
  const at = placeOf(title, CURBING);
  if (at < 1 || title.hits.concat(title.marks).some((hit) => hit.from < at && isFraming(hit)))
    return [];
  if (tokenText(title, title.tokens.length - 1) === '?') return [];
  if (!isByState(title, at)) return [];
  const end = title.tokens.findIndex(
    ({ text }, place) => place > at && place - at <= IMPORTS_WITHIN && IMPORTS.test(text),
  );
  if (end < 0) return [];
  const tariff = tariffBehind(title, end);
  if (tariff === null && !lines.some(isTerm)) return [];
  const verb: Hit = { from: at, to: at + 1, meanings: new Map([['verb', ['impose']]]) };
  const mood = moodOf(title, verb);
  if (!TOLD.has(mood)) return [];
  const told = { line: title, verb, family: 'impose', mood, isBackground: false, weight: WEIGHT };
  return tariff === null
    ? [{ ...told, object: verb, about: 'quota', action: 'quota-set' }]
    : [{ ...told, object: tariff, about: 'tariff', action: 'imposed' }];
}

function isFraming({ meanings }: Hit): boolean {
  return meanings.has('frame') || meanings.has('background');
}

const HELPING: ReadonlySet<string> = new Set(['to', 'will', 'moves', 'further', 'again']);

// "Canada to curb", "Brussels will limit"; in "China's export limits curb imports" the limits do.
function isByState(title: Line, at: number): boolean {
  let end = at;
  while (HELPING.has(tokenText(title, end - 1))) end -= 1;
  const doer = hitBefore(title, end);
  return doer !== undefined && isActor(doer);
}

const TOLD: ReadonlySet<string> = new Set(['plain', 'future']);
const WITH: ReadonlySet<string> = new Set(['with', 'by', 'through', 'using', 'via']);
const WITH_WITHIN = 6;

// "curbs imports from Asia with tariffs of up to 50%": the title says by what.
function tariffBehind(title: Line, end: number): Hit | null {
  const at = title.tokens.findIndex(({ text }, place) => place > end && WITH.has(text));
  if (at < 0) return null;
  const tariff = hitsOf(title, 'tariff').find(
    (hit) => hit.from > at && hit.from - at <= WITH_WITHIN,
  );
  return tariff ?? null;
}

// "Beyond the quota 50% is due", "before a 50% tariff applies", "half of last year's volumes".
function isTerm(line: Line): boolean {
  if (line.isTitle || line.index > LAST_OF_TERMS || !hitsOf(line, 'tariff').length) {
    return false;
  }
  return lineHas(line, 'percent') || lineHas(line, 'quota');
}
